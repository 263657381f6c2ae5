import TMFModel

/// Writes a study as a study file: one line for each person, organization and milestone.
enum StudyFileWriter {
    static func text(of study: Study) -> String {
        var lines = [
            "study: \(scalar(study.id))", "title: \(scalar(study.title))", "sponsor: \(scalar(study.sponsor))",
            "model: \(scalar(study.model))", "traits: [\(study.traits.map(scalar).joined(separator: ", "))]",
        ]
        let settings = study.settings
        lines.append(
            "settings: {filing-days: \(settings.filingDays), expiry-window-days: \(settings.expiryWindowDays), "
                + "quality-control: \(settings.isQualityControlRequired ? "required" : "optional")"
                + settings.targets.settings.map { ", \($0.key): \($0.value)" }.joined()
                + titles(settings.titles) + "}")
        lines += organizations(study)
        if !study.rules.isEmpty { lines.append("rules:") }
        lines += study.rules.map { line(of: $0) }
        lines += places(study)
        return lines.joined(separator: "\n") + "\n"
    }

    /// Organizations, people, countries and sites alone.
    static func text(ofPartsOf study: Study) -> String {
        (organizations(study) + places(study)).map { $0 + "\n" }.joined()
    }

    private static func organizations(_ study: Study) -> [String] {
        (study.organizations.isEmpty ? [] : ["organizations:"]) + study.organizations.map(line)
    }

    private static func places(_ study: Study) -> [String] {
        var lines = self.lines(milestones: study.milestones, people: study.people)
        if !study.countries.isEmpty { lines.append("countries:") }
        for country in study.countries {
            lines.append("  - code: \(country.code)")
            var inner = self.lines(from: country.activated, to: country.closed)
            inner += self.lines(languages: country.languages)
            inner += self.lines(milestones: country.milestones, people: country.people)
            if !country.sites.isEmpty { inner.append("sites:") }
            for site in country.sites {
                inner.append("  - id: \(scalar(site.id))")
                inner.append("    name: \(scalar(site.name))")
                inner += (self.lines(from: site.activated, to: site.closed) + self.lines(languages: site.languages)).map
                {
                    "    " + $0
                }
                inner += self.lines(milestones: site.milestones, people: site.people).map { "    " + $0 }
            }
            lines += inner.map { "    " + $0 }
        }
        return lines
    }

    private static func titles(_ titles: TitleTemplates) -> String {
        guard !titles.isEmpty else { return "" }
        let pairs = titles.settings.map { "\($0.key): \(scalar($0.value))" }
        return ", titles: {\(pairs.joined(separator: ", "))}"
    }

    private static func line(_ organization: Study.Organization) -> String {
        let places = organization.responsible.map { "\"\($0)\"" }.joined(separator: ", ")
        return "  - {id: \(scalar(organization.id)), name: \(scalar(organization.name)), "
            + "kind: \(scalar(organization.kind))\(places.isEmpty ? "" : ", responsible: [\(places)]")}"
    }

    private static func line(of rule: Study.Rule) -> String {
        var pairs = ["rule: \(scalar(rule.id))"]
        if rule.isOff { pairs.append("off: true") }
        if !rule.countries.isEmpty {
            pairs.append("countries: [\(rule.countries.map(\.description).joined(separator: ", "))]")
        }
        for field in ExpectationRule.Field.allCases {
            if let text = rule.texts[field] { pairs.append("\(field.rawValue): \(scalar(text))") }
        }
        pairs.append("reason: \(scalar(rule.reason))")
        return "  - {\(pairs.joined(separator: ", "))}"
    }

    private static func lines(from activated: Day?, to closed: Day?) -> [String] {
        [activated.map { "activated: \($0)" }, closed.map { "closed: \($0)" }].compactMap { $0 }
    }

    private static func lines(languages: [String]) -> [String] {
        languages.isEmpty ? [] : ["languages: [\(languages.map(scalar).joined(separator: ", "))]"]
    }

    private static func lines(milestones: [Study.Milestone], people: [Study.Person]) -> [String] {
        list(
            "milestones",
            milestones.map {
                [("milestone", $0.milestone), ("planned", $0.planned?.description), ("actual", $0.actual?.description)]
            })
            + list(
                "people",
                people.map {
                    [
                        ("id", $0.id), ("name", $0.name), ("role", $0.role), ("from", $0.from?.description),
                        ("to", $0.to?.description),
                    ]
                })
    }

    private static func list(_ key: String, _ elements: [[(String, String?)]]) -> [String] {
        guard !elements.isEmpty else { return [] }
        return ["\(key):"]
            + elements.map { fields in
                let pairs = fields.compactMap { key, value in value.map { "\(key): \(scalar($0))" } }
                return "  - {\(pairs.joined(separator: ", "))}"
            }
    }

    /// The text as it stands where no reader of YAML can take it for something else, in double quotes otherwise.
    private static func scalar(_ text: String) -> String {
        if isPlain(text) || Day(text) != nil { return text }
        let digits = Array("0123456789ABCDEF")
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                quoted += "\\x\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
            case "\u{2028}": quoted += "\\L"
            case "\u{2029}": quoted += "\\P"
            case "\u{FEFF}": quoted += "\\uFEFF"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        let isLetter: (UInt8) -> Bool = { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        guard let first = text.utf8.first, isLetter(first), text.utf8.last != 0x20,
            !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x20
        }
    }
}
