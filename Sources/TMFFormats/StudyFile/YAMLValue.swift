import TMFModel
import Yams

/// A YAML text as plain values: what a study file may be made of, with the line of each.
struct YAMLValue {
    indirect enum Kind {
        case null
        /// A scalar as it is spelled: `02`, `2024-01-15` and `yes` stay what they are.
        case text(String)
        case list([YAMLValue])
        case map([(key: String, line: Int, value: YAMLValue)])
    }

    let kind: Kind
    /// 1 for the first.
    let line: Int

    /// Bytes of a text that are still read: 8 MiB.
    static let longestText = 8 << 20

    /// Throws `InputProblems` if `text` is not one YAML document, or uses anchors, aliases or tags.
    init(parsing text: String, source: String) throws(InputProblems) {
        func problem(_ message: String, line: Int? = nil) -> InputProblems {
            InputProblems([InputProblem(source: source, row: line, message: message)])
        }
        guard text.utf8.count <= YAMLValue.longestText else {
            throw problem("the text is longer than 8 MiB: this is no study file")
        }
        if let alias = YAMLAliases.first(in: text) {
            throw problem(
                "anchors and aliases ('&\(alias.name)', '*\(alias.name)') are not accepted: write the value out where "
                    + "it is needed", line: alias.line)
        }
        var builder = YAMLBuilder(source: source)
        let value: YAMLValue?
        do {
            // The parser holds the anchors; nodes only point to them.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            value = try withExtendedLifetime(parser) { try parser.singleRoot().map { builder.value(of: $0, depth: 0) } }
        } catch let error as YamlError {
            let (line, message) = YAMLValue.explain(error)
            throw problem(message, line: line)
        } catch {
            throw problem("the text cannot be read as YAML: \(error)")
        }
        if !builder.problems.isEmpty { throw InputProblems(builder.problems) }
        guard let value else { throw problem("the text is empty: expected at least 'study: ABC-101'") }
        self = value
    }

    init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }

    /// What the value is, in words.
    var described: String {
        switch kind {
        case .null: "nothing"
        case .text(let text): "'\(text)'"
        case .list: "a list"
        case .map: "keys with values"
        }
    }

    private static func explain(_ error: YamlError) -> (line: Int?, message: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let place = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
            return (mark.line, "this is not YAML: \(problem)\(place)")
        case .composer(_, let problem, let mark, _):
            return problem.contains("another document")
                ? (mark.line, "a second document begins here: keep one, without '---' between")
                : (mark.line, "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            return (context.mark.line, "\(names) stands twice under one key: keep one of them")
        case .reader(let problem, let offset, _, let yaml):
            let line = offset.map { 1 + yaml.utf8.prefix($0).count { $0 == 0x0A } }
            return (line, "this is not a text in UTF-8: \(problem)")
        default: return (nil, "this cannot be read as YAML: \(error)")
        }
    }
}
