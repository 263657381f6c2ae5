import TMFModel

/// The keys of one mapping in a study file, read one by one; what is wrong is gathered.
struct StudyFileFields {
    let source: String
    /// The path of the mapping, empty for the whole file.
    let path: String
    let line: Int
    private let members: [String: (line: Int, value: YAMLValue)]
    private(set) var problems: [InputProblem] = []

    /// Nil if `value` is no mapping, which is a problem of its own.
    init(_ value: YAMLValue, at path: String, keys: [String], source: String) {
        self.source = source
        self.path = path
        line = value.line
        guard case .map(let pairs) = value.kind else {
            members = [:]
            problems = [
                InputProblem(
                    source: source, row: value.line, column: path.isEmpty ? nil : path,
                    message: "expected the keys \(keys.joined(separator: ", ")), found \(value.described)")
            ]
            return
        }
        var members: [String: (line: Int, value: YAMLValue)] = [:]
        for (key, line, value) in pairs { members[key] = (line, value) }
        self.members = members
        for (key, line, _) in pairs where !keys.contains(key) {
            let advice =
                NearWord.nearest(to: key.lowercased(), in: keys).map { "did you mean '\($0)'?" }
                ?? "expected one of \(keys.joined(separator: ", "))"
            problems.append(
                InputProblem(source: source, row: line, column: column(key), message: "unknown key; \(advice)"))
        }
    }

    /// The path of a key.
    func column(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The line of a key, or that of the mapping if it has no such key.
    func line(of key: String) -> Int { members[key]?.line ?? line }

    mutating func report(_ key: String, _ message: String) {
        problems.append(InputProblem(source: source, row: line(of: key), column: column(key), message: message))
    }

    /// The text at `key`; nil if it is absent, null or, which is a problem, no text.
    mutating func text(_ key: String) -> String? {
        guard let value = members[key]?.value else { return nil }
        switch value.kind {
        case .null: return nil
        case .text(let text):
            if let reason = StudyFileWords.objection(toName: text) {
                report(key, "expected \(reason), found '\(text)'")
                return nil
            }
            return text
        case .list, .map:
            report(key, "expected a text, found \(value.described)")
            return nil
        }
    }

    mutating func requiredText(_ key: String) -> String? {
        let known = problems.count
        if let text = text(key), !text.isEmpty { return text }
        if problems.count == known { report(key, "'\(key)' is missing: expected a text") }
        return nil
    }

    /// A word that keys are made of.
    mutating func requiredWord(_ key: String, mayHaveBlanks: Bool) -> String? {
        guard let word = requiredText(key) else { return nil }
        guard let objection = StudyFileWords.objection(toWord: word, mayHaveBlanks: mayHaveBlanks) else { return word }
        report(key, "expected \(objection), found '\(word)'")
        return nil
    }

    mutating func day(_ key: String) -> Day? {
        guard let text = text(key) else { return nil }
        guard let day = Day(text) else {
            report(key, "expected a day such as 2026-01-31, found '\(text)'")
            return nil
        }
        return day
    }

    mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Decimal.value(of: text.utf8), range.contains(number) else {
            report(
                key, "expected a whole number from \(range.lowerBound) to \(range.upperBound), found '\(text)'")
            return nil
        }
        return number
    }

    /// The elements at `key`, none if it is absent or null.
    mutating func list(_ key: String) -> [YAMLValue] {
        guard let value = members[key]?.value else { return [] }
        switch value.kind {
        case .null: return []
        case .list(let elements): return elements
        case .text, .map:
            report(key, "expected a list, found \(value.described)")
            return []
        }
    }

    /// The value at `key`, nil if it is absent or null.
    func value(_ key: String) -> YAMLValue? {
        guard let value = members[key]?.value else { return nil }
        if case .null = value.kind { return nil }
        return value
    }
}

extension YAMLValue {
    /// The text at a key of a mapping, to name an element by; nil if there is none.
    func label(_ key: String) -> String? {
        guard case .map(let members) = kind, let member = members.first(where: { $0.key == key }),
            case .text(let text) = member.value.kind, StudyFileWords.objection(toWord: text, mayHaveBlanks: true) == nil
        else { return nil }
        return text
    }
}
