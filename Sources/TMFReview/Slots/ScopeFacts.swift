import TMFModel

/// What rules ask of one scope, looked up once: its people and languages, and the dates of its milestones. Every rule
/// looks at every scope: they are handed on, not copied.
final class ScopeFacts: Sendable {
    let scope: Scope
    let people: [Study.Person]
    /// Of the site, or where it names none of its country; for the trial those of all countries, each once.
    let languages: [String]
    private let own: Dates
    /// The enclosing scopes, the nearest first.
    private let enclosing: [Dates]
    private let asOf: Day

    private init(
        scope: Scope, people: [Study.Person], languages: [String], own: Dates, enclosing: [Dates], asOf: Day
    ) {
        self.scope = scope
        self.people = people
        self.languages = languages
        self.own = own
        self.enclosing = enclosing
        self.asOf = asOf
    }

    /// The dates that one scope itself records.
    private struct Dates: Sendable {
        let scope: Scope
        let milestones: [Study.Milestone]
        let activated: Day?
        let closed: Day?

        func milestone(_ number: String) -> Study.Milestone? { milestones.first { $0.milestone == number } }

        /// The day the scope's own dates stand for a milestone: 03 is the opening, 09 the closing.
        func standIn(_ number: String) -> (DueTrigger.Source, Day)? {
            switch number {
            case "03": activated.map { (.activated, $0) }
            case "09": closed.map { (.closed, $0) }
            default: nil
            }
        }

        /// Whether the scope itself says anything about the milestone.
        func knows(_ number: String) -> Bool { milestone(number) != nil || standIn(number) != nil }

        func actual(_ number: String) -> (DueTrigger.Source, Day)? {
            milestone(number)?.actual.map { (.actual, $0) } ?? standIn(number)
        }
    }

    /// Every scope of the study in its order: the trial, then each country before its sites.
    static func all(of study: Study, asOf: Day) -> [ScopeFacts] {
        let trial = Dates(scope: .trial, milestones: study.milestones, activated: nil, closed: nil)
        var languages: [String] = []
        for language in study.countries.flatMap(\.languages) where !languages.contains(language) {
            languages.append(language)
        }
        var facts = [
            ScopeFacts(
                scope: .trial, people: study.people, languages: languages, own: trial, enclosing: [], asOf: asOf)
        ]
        for country in study.countries {
            let dates = Dates(
                scope: .country(country.code), milestones: country.milestones, activated: country.activated,
                closed: country.closed)
            facts.append(
                ScopeFacts(
                    scope: dates.scope, people: country.people, languages: country.languages, own: dates,
                    enclosing: [trial], asOf: asOf))
            for site in country.sites {
                let own = Dates(
                    scope: .site(country.code, site.id), milestones: site.milestones, activated: site.activated,
                    closed: site.closed)
                facts.append(
                    ScopeFacts(
                        scope: own.scope, people: site.people,
                        languages: site.languages.isEmpty ? country.languages : site.languages, own: own,
                        enclosing: [dates, trial], asOf: asOf))
            }
        }
        return facts.sorted { $0.scope < $1.scope }
    }

    /// Whether a milestone has been reached by the day of the binder. An enclosing scope is asked only where the scope
    /// itself says nothing of the milestone.
    func hasReached(_ milestone: String) -> Bool {
        guard let dates = ([own] + enclosing).first(where: { $0.knows(milestone) }),
            let (_, day) = dates.actual(milestone)
        else { return false }
        return day <= asOf
    }

    /// The date by which records that hang on a milestone are due.
    ///
    /// The scope's own date comes first, then its country's, then the trial's. A date that is only planned counts
    /// while it is still ahead: once it has passed without an actual date, the plan has moved on and nothing is due.
    /// A site that was never opened takes no dates from outside: nothing is due there that its own dates do not ask for.
    func trigger(_ milestone: String, name: String) -> DueTrigger {
        func found(
            _ scope: Scope, _ source: DueTrigger.Source, _ day: Day? = nil, contradiction: Day? = nil
        ) -> DueTrigger {
            DueTrigger(
                milestone: milestone, name: name, scope: scope, source: source, day: day, contradiction: contradiction)
        }
        guard let dates = ([own] + enclosing).first(where: { $0.knows(milestone) }) else {
            return found(scope, .unknown)
        }
        if dates.scope != scope, scope.level == .site, !hasOpened { return found(dates.scope, .notOpened) }
        if let (source, day) = dates.actual(milestone) {
            let other = source == .actual ? dates.standIn(milestone)?.1 : nil
            return found(dates.scope, source, day, contradiction: other == day ? nil : other)
        }
        guard let planned = dates.milestone(milestone)?.planned else { return found(dates.scope, .undated) }
        return planned > asOf
            ? found(dates.scope, .planned, planned) : found(dates.scope, .passed(planned))
    }

    /// The day that a rule's `activated` or `closed` names.
    func trigger(own date: ExpectationRule.Due.OwnDate) -> DueTrigger {
        let day: Day? =
            switch date {
            case .activated: own.activated ?? own.actual("03")?.1
            case .closed: own.closed ?? own.actual("09")?.1
            case .from, .to: nil
            }
        return DueTrigger(scope: scope, source: .own(date), day: day)
    }

    /// The nearest first; none for the trial.
    var enclosingScopes: [Scope] { enclosing.map(\.scope) }

    /// The day it was opened, if that is not after the day of the binder.
    var opened: Day? { own.actual("03").flatMap { $0.1 <= asOf ? $0.1 : nil } }

    /// The day it was closed, if that is not after the day of the binder.
    var closed: Day? { own.actual("09").flatMap { $0.1 <= asOf ? $0.1 : nil } }

    private var hasOpened: Bool { opened != nil }

    private func stands(_ status: ExpectationRule.ScopeStatus) -> Bool {
        switch status {
        case .neverOpened: !hasOpened
        case .activated: hasOpened
        case .open: hasOpened && closed == nil
        case .closed: closed != nil
        }
    }

    /// Whether the rule asks for records here.
    func satisfies(_ rule: ExpectationRule, _ design: StudyDesign) -> Bool {
        guard rule.countries.contains(scope) else { return false }
        return switch rule.expectation {
        case .always: true
        case .no: false
        case .when: rule.conditions.allSatisfy { holds($0, design) }
        }
    }

    func holds(_ condition: ExpectationRule.Condition, _ design: StudyDesign) -> Bool {
        switch condition {
        case .trait(let trait): design.traits.contains(trait)
        case .noTrait(let trait): !design.traits.contains(trait)
        case .milestone(let milestone): hasReached(milestone)
        case .noMilestone(let milestone): !hasReached(milestone)
        case .setting(let name, let value): design.settings[name] == value
        case .status(let statuses): statuses.contains { stands($0) }
        }
    }
}

/// What conditions ask of the study as a whole.
struct StudyDesign: Sendable {
    let traits: Set<String>
    let settings: [String: String]

    init(_ study: Study) {
        traits = Set(study.traits)
        settings = study.settings.texts
    }
}
