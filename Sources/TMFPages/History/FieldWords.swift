import TMFModel

/// Fields of records and of the study, and their values, in words.
enum FieldWords {
    /// `document date: 03-Jan-2026 → 04-Jan-2026`
    static func change(_ field: String, from: JSON, to: JSON) -> String {
        "\(name(field)): \(value(from)) → \(value(to))"
    }

    /// `document_date` as `document date`.
    static func name(_ field: String) -> String {
        let name = field.map { $0 == "_" || $0 == "-" ? " " : String($0) }.joined()
        return name == "url" ? "address" : name
    }

    /// Days are spelled out, texts stand as they are, lists and objects as their parts.
    static func value(_ json: JSON) -> String {
        switch json {
        case .null: "not set"
        case .bool(let flag): flag ? "yes" : "no"
        case .int(let number): NumberWords.grouped(number)
        case .number(let text): text
        case .string(let text): Day(text)?.spelledOut ?? (text.isEmpty ? "empty" : text)
        case .array(let elements): elements.isEmpty ? "none" : elements.map(value).joined(separator: ", ")
        case .object(let members):
            members.filter { $0.value != .null }.map { "\(name($0.key)) \(value($0.value))" }.joined(separator: ", ")
        }
    }
}

/// Changes of the study file in words.
enum StudyWords {
    /// `site DEU/101: name University Hospital → University Hospital Example`
    static func change(_ change: StudyChange) -> String {
        let subject = change.entity == .study ? "the study" : "\(change.entity.rawValue) \(change.key)"
        switch (change.from, change.to) {
        case (.null, let to):
            let value = FieldWords.value(to)
            return to == true || value.isEmpty ? "added \(subject)" : "added \(subject): \(value)"
        case (_, .null): return "removed \(subject)"
        case (.object(let from), .object(let to)):
            return "\(subject): \(differences(from, to).joined(separator: ", "))"
        case (let from, let to): return "\(subject): \(FieldWords.value(from)) → \(FieldWords.value(to))"
        }
    }

    private static func differences(_ from: [JSON.Member], _ to: [JSON.Member]) -> [String] {
        let before = JSON.object(from)
        let after = JSON.object(to)
        var keys = to.map(\.key)
        keys += from.map(\.key).filter { !keys.contains($0) }
        return keys.filter { before[$0] != after[$0] }.map {
            "\(FieldWords.name($0)) \(FieldWords.value(before[$0] ?? .null)) → \(FieldWords.value(after[$0] ?? .null))"
        }
    }
}

/// Scopes and keys in words.
enum ScopeWords {
    /// `the trial`, `country DEU`, `site DEU/101`
    static func words(_ scope: Scope) -> String {
        switch scope {
        case .trial: "the trial"
        case .country(let code): "country \(code)"
        case .site: "site \(scope)"
        }
    }

    /// `Trial`, `DEU`, `DEU · site 101`: for cells of tables.
    static func short(_ scope: Scope) -> String {
        switch scope {
        case .trial: "Trial"
        case .country(let code): code.description
        case .site(let code, let site): "\(code) · site \(site)"
        }
    }

    /// `principal-investigator` as `Principal investigator`.
    static func capitalized(_ key: String) -> String {
        let words = FieldWords.name(key)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
