extension Study {
    /// What a study adds to the stock rules, changes in them, or switches off, and why: an entry of `rules`.
    ///
    /// It keeps the written form, as the journal does: what it said stays readable whatever a later program makes of it.
    public struct Rule: Hashable, Sendable {
        /// The stock rule that is meant, or the name of a rule of the study's own.
        public var id: String
        /// Whether the stock rule is switched off: the record may be filed, and nothing asks for it.
        public var isOff: Bool
        /// Only for these; for all if empty.
        public var countries: [CountryCode]
        /// The fields that are added or changed. `countries` is not among them; without `why` a new rule has the reason.
        public var texts: [ExpectationRule.Field: String]
        /// Why; never empty.
        public var reason: String

        public init(
            id: String, isOff: Bool = false, countries: [CountryCode] = [],
            texts: [ExpectationRule.Field: String] = [:], reason: String
        ) {
            self.id = id
            self.isOff = isOff
            self.countries = countries
            self.texts = texts
            self.reason = reason
        }

        /// Unique in a study: `E-05.02.04-site`, or `E-05.02.04-site@DEU+FRA` for an entry for some countries.
        public var key: String {
            countries.isEmpty ? id : "\(id)@\(countries.map(\.description).joined(separator: "+"))"
        }

        /// The fields of a rule of the study's own.
        var allTexts: [ExpectationRule.Field: String] {
            var texts = texts
            texts[.why] = texts[.why] ?? reason
            texts[.countries] = countries.isEmpty ? nil : countries.map(\.description).joined(separator: " ")
            return texts
        }

        /// The fields of a rule with what the entry changes. Conditions that are new make it hold only where they do;
        /// without any condition it holds always.
        func texts(changing base: [ExpectationRule.Field: String]) -> [ExpectationRule.Field: String] {
            var texts = base.merging(self.texts) { $1 }
            if self.texts[.expect] == nil, let when = self.texts[.when] {
                texts[.expect] = when.isEmpty ? "always" : "when"
            }
            if self.texts[.when] == nil, let expect = self.texts[.expect], expect != "when" { texts[.when] = nil }
            return texts
        }

        /// The entry as the journal has it.
        var json: JSON {
            .compact(
                ExpectationRule.Field.allCases.compactMap { field in texts[field].map { (field.rawValue, .string($0)) }
                }
                    + [
                        ("rule", .string(id)),
                        ("countries", countries.isEmpty ? nil : .array(countries.map { .string($0.description) })),
                        ("off", isOff ? true : nil), ("reason", .string(reason)),
                    ])
        }

        /// Reads what `json` writes. Throws `FactError`.
        init(json: JSON) throws(FactError) {
            var countries: [CountryCode] = []
            for element in json["countries"]?.array ?? [] {
                guard let code = element.string.flatMap({ CountryCode($0) }) else {
                    throw FactError(field: "countries", expected: "ISO 3166-1 alpha-3 codes")
                }
                countries.append(code)
            }
            var texts: [ExpectationRule.Field: String] = [:]
            for field in ExpectationRule.Field.allCases where field != .countries {
                texts[field] = json[field.rawValue]?.string
            }
            self.init(
                id: try json.requiredText("rule"), isOff: json["off"]?.bool ?? false, countries: countries,
                texts: texts, reason: try json.requiredText("reason"))
        }
    }
}
