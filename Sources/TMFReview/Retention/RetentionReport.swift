public import TMFModel

/// For how long each part of a study's file is to be kept, and why: several rules hold side by side, and the longest
/// wins. Where one of them cannot be reckoned yet, the end is open.
public struct RetentionReport: Hashable, Sendable {
    /// One rule for one part of the file in one country.
    public struct Line: Hashable, Sendable {
        public let rule: RetentionRule
        /// The event that counts; nil while none has happened.
        public let event: RetentionEvent?
        /// The last day of the period; nil while it is open.
        public let end: Day?

        public var sentence: String {
            guard let event, let end else {
                return
                    "\(rule.id): open, as nobody has stated \(rule.triggers.joined(separator: " or ")) (\(source))."
            }
            let place = event.country.map { " in \($0)" } ?? ""
            return "\(rule.id): \(event.name)\(place) on \(event.day), and \(rule.years) years: \(end) (\(source))."
        }

        /// The clause, and how far it was looked up where that is not to the source.
        private var source: String {
            switch rule.confirmation {
            case nil, .source: rule.source
            case .secondary: "\(rule.source); read in a secondary source only"
            case .unconfirmed: "\(rule.source); not confirmed"
            }
        }
    }

    /// One part of the file in one country; the sponsor's part of the study as a whole has no country.
    public struct Part: Hashable, Sendable {
        public let country: CountryCode?
        public let part: RecordSelection.Part
        /// The longest first, open ones before all.
        public let lines: [Line]
        /// Holds in force on something of it, by number: nothing they cover may be destroyed, whatever the rules say.
        public let holds: [RetentionHold]

        /// The last day on which it is to be kept; nil while one rule is open, or none holds.
        public var keepUntil: Day? { lines.contains { $0.end == nil } ? nil : lines.first?.end }

        /// What is certain although something is open: not before the day after this one.
        public var atLeastUntil: Day? { lines.compactMap(\.end).max() }

        public var conclusion: String {
            holds.isEmpty
                ? period : period + " Held by \(holds.map(\.number.description).joined(separator: ", "))."
        }

        private var period: String {
            if lines.isEmpty { return "No rule of the table speaks of it." }
            if let keepUntil { return "Keep through \(keepUntil)." }
            return atLeastUntil.map { "Open, and at least through \($0)." } ?? "Open."
        }
    }

    public let study: String
    public let parts: [Part]
    /// What is on record: events, holds with the lifted ones, and disposals.
    public let ledger: RetentionLedger

    /// By the events of the ledger, and by `others` that are not on record: these go before what is stated there for the
    /// same country. The sponsor's part of the whole study is kept as long as any of its countries asks for.
    public init(
        study: Study, rules: [RetentionRule], ledger: RetentionLedger = RetentionLedger(),
        events others: [RetentionEvent] = []
    ) {
        self.study = study.id
        self.ledger = ledger
        let events = ledger.events.map(\.event) + others
        var parts: [Part] = []
        for country in study.countries {
            for part in RecordSelection.Part.allCases {
                parts.append(
                    Part(
                        country: country.code, part: part,
                        lines: Self.sorted(
                            rules.filter { $0.holds(in: country.code, for: part) }.map {
                                Self.line($0, in: country.code, events)
                            }), holds: ledger.holds.filter { $0.concerns(country.code) }))
            }
        }
        let ofSponsor = Set(parts.filter { $0.part == .sponsor }.flatMap(\.lines))
        let study = Part(
            country: nil, part: .sponsor, lines: Self.sorted(Array(ofSponsor)), holds: ledger.holds.filter(\.isInForce))
        self.parts = [study] + parts
    }

    /// The part of one country, or the sponsor's of the whole study.
    public func part(_ part: RecordSelection.Part, in country: CountryCode?) -> Part? {
        parts.first { $0.country == country && $0.part == part }
    }

    private static func line(_ rule: RetentionRule, in country: CountryCode, _ events: [RetentionEvent]) -> Line {
        // What is stated for the country goes before what is stated for all.
        let candidates = rule.triggers.compactMap { name -> RetentionEvent? in
            events.last { $0.name == name && $0.country == country }
                ?? events.last { $0.name == name && $0.country == nil }
        }
        let event = candidates.max { $0.day < $1.day }
        return Line(rule: rule, event: event, end: event.flatMap { $0.day.adding(months: rule.years * 12) })
    }

    private static func sorted(_ lines: [Line]) -> [Line] {
        lines.sorted { left, right in
            switch (left.end, right.end) {
            case (nil, nil): left.rule.id < right.rule.id
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): (second, left.rule.id) < (first, right.rule.id)
            }
        }
    }
}
