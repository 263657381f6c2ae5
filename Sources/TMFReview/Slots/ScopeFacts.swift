import TMFModel

/// What rules ask of one scope, looked up once: its people, and the dates of its milestones.
struct ScopeFacts: Sendable {
    let scope: Scope
    let people: [Study.Person]
    private let own: Dates
    /// The enclosing scopes, the nearest first.
    private let enclosing: [Dates]
    private let asOf: Day

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
        var facts = [ScopeFacts(scope: .trial, people: study.people, own: trial, enclosing: [], asOf: asOf)]
        for country in study.countries {
            let dates = Dates(
                scope: .country(country.code), milestones: country.milestones, activated: country.activated,
                closed: country.closed)
            facts.append(
                ScopeFacts(scope: dates.scope, people: country.people, own: dates, enclosing: [trial], asOf: asOf))
            for site in country.sites {
                let own = Dates(
                    scope: .site(country.code, site.id), milestones: site.milestones, activated: site.activated,
                    closed: site.closed)
                facts.append(
                    ScopeFacts(
                        scope: own.scope, people: site.people, own: own, enclosing: [dates, trial], asOf: asOf))
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
        func found(_ scope: Scope, _ source: DueTrigger.Source, _ day: Day? = nil) -> DueTrigger {
            DueTrigger(milestone: milestone, name: name, scope: scope, source: source, day: day)
        }
        guard let dates = ([own] + enclosing).first(where: { $0.knows(milestone) }) else {
            return found(scope, .unknown)
        }
        if dates.scope != scope, scope.level == .site, !hasOpened { return found(dates.scope, .notOpened) }
        if let (source, day) = dates.actual(milestone) { return found(dates.scope, source, day) }
        guard let planned = dates.milestone(milestone)?.planned else { return found(dates.scope, .undated) }
        return planned > asOf
            ? found(dates.scope, .planned, planned) : found(dates.scope, .passed(planned))
    }

    /// Whether the scope's own dates say that it has been opened.
    private var hasOpened: Bool { own.actual("03").map { $0.1 <= asOf } ?? false }

    /// Whether the rule asks for records here; `traits` are the study's.
    func satisfies(_ rule: ExpectationRule, traits: Set<String>) -> Bool {
        switch rule.expectation {
        case .always: true
        case .no: false
        case .when:
            rule.conditions.allSatisfy { condition in
                switch condition {
                case .trait(let trait): traits.contains(trait)
                case .noTrait(let trait): !traits.contains(trait)
                case .milestone(let milestone): hasReached(milestone)
                }
            }
        }
    }
}
