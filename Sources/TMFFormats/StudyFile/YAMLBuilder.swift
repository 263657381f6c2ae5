import TMFModel
import Yams

/// Turns nodes into values.
struct YAMLBuilder {
    let source: String
    var problems: [InputProblem] = []

    /// More than any study file needs.
    private static let deepest = 32

    init(source: String) { self.source = source }

    mutating func value(of node: Node, depth: Int) -> YAMLValue {
        let line = node.mark?.line ?? 0
        guard depth <= YAMLBuilder.deepest else {
            report("the values are nested too deep", line)
            return YAMLValue(.null, line: line)
        }
        if node.anchor != nil { report("anchors ('&…') are not accepted: take it out", line) }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain
            refuse(scalar.tag, unless: .str, line)
            let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return YAMLValue(isNull ? .null : .text(scalar.string), line: line)
        case .sequence(let sequence):
            refuse(sequence.tag, unless: .seq, line)
            return YAMLValue(.list(sequence.map { value(of: $0, depth: depth + 1) }), line: line)
        case .mapping(let mapping):
            refuse(mapping.tag, unless: .map, line)
            var members: [(key: String, line: Int, value: YAMLValue)] = []
            for (key, member) in mapping {
                let keyLine = key.mark?.line ?? line
                guard case .text(let name) = value(of: key, depth: depth + 1).kind else {
                    report("a key must be a word", keyLine)
                    continue
                }
                members.append((name, keyLine, value(of: member, depth: depth + 1)))
            }
            return YAMLValue(.map(members), line: line)
        case .alias:
            report("aliases ('*…') are not accepted: write the value out", line)
            return YAMLValue(.null, line: line)
        }
    }

    /// The parser gives quoted scalars, and keys that it compared, the tag that they have anyway.
    private mutating func refuse(_ tag: Tag, unless natural: Tag.Name, _ line: Int) {
        let name = tag.description
        if !name.isEmpty, name != natural.rawValue { report("tags ('!…') are not accepted: take it out", line) }
    }

    private mutating func report(_ message: String, _ line: Int) {
        problems.append(InputProblem(source: source, row: line, message: message))
    }
}
