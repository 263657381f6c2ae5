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
                    "\(rule.id): open, as nobody has stated \(rule.triggers.joined(separator: " or ")) (\(rule.source))."
            }
            let place = event.country.map { " in \($0)" } ?? ""
            return
                "\(rule.id): \(event.name)\(place) on \(event.day), and \(rule.years) years: \(end) (\(rule.source))."
        }
    }

    /// One part of the file in one country; the sponsor's part of the study as a whole has no country.
    public struct Part: Hashable, Sendable {
        public let country: CountryCode?
        public let part: RecordSelection.Part
        /// The longest first, open ones before all.
        public let lines: [Line]

        /// The last day on which it is to be kept; nil while one rule is open, or none holds.
        public var keepUntil: Day? { lines.contains { $0.end == nil } ? nil : lines.first?.end }

        /// What is certain although something is open: not before the day after this one.
        public var atLeastUntil: Day? { lines.compactMap(\.end).max() }

        public var conclusion: String {
            if lines.isEmpty { return "No rule of the table speaks of it." }
            if let keepUntil { return "Keep through \(keepUntil)." }
            return atLeastUntil.map { "Open, and at least through \($0)." } ?? "Open."
        }
    }

    public let study: String
    public let parts: [Part]

    /// The sponsor's part of the whole study is kept as long as any of its countries asks for.
    public init(study: Study, rules: [RetentionRule], events: [RetentionEvent]) {
        self.study = study.id
        var parts: [Part] = []
        for country in study.countries {
            for part in RecordSelection.Part.allCases {
                parts.append(
                    Part(
                        country: country.code, part: part,
                        lines: Self.sorted(
                            rules.filter { $0.holds(in: country.code, for: part) }.map {
                                Self.line($0, in: country.code, events)
                            })))
            }
        }
        let ofSponsor = Set(parts.filter { $0.part == .sponsor }.flatMap(\.lines))
        self.parts = [Part(country: nil, part: .sponsor, lines: Self.sorted(Array(ofSponsor)))] + parts
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

    public var json: JSON {
        .full([
            ("study", .string(study)),
            (
                "parts",
                .array(
                    parts.map { part in
                        .full([
                            ("country", (part.country?.description).json), ("part", .string(part.part.rawValue)),
                            ("keep_until", (part.keepUntil?.description).json),
                            ("at_least_until", (part.atLeastUntil?.description).json),
                            ("open", .bool(part.keepUntil == nil)), ("conclusion", .string(part.conclusion)),
                            (
                                "rules",
                                .array(
                                    part.lines.map { line in
                                        .full([
                                            ("rule", .string(line.rule.id)), ("source", .string(line.rule.source)),
                                            ("years", .int(line.rule.years)),
                                            ("event", (line.event?.name).json),
                                            ("event_date", (line.event?.day.description).json),
                                            ("end", (line.end?.description).json), ("note", .string(line.rule.note)),
                                            ("explanation", .string(line.sentence)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }
}
