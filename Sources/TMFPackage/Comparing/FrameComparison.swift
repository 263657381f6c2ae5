import TMFModel

/// Finds what differs between two studies besides their documents: the study itself, waivers, and links.
struct FrameComparison {
    let a: StudySnapshot
    let b: StudySnapshot
    let ignored: Set<String>

    var differences: [Comparison.Difference] {
        (entities + waivers + links).filter { !ignored.contains($0.field) }
    }

    private var entities: [Comparison.Difference] {
        pairs(a.study.entities, b.study.entities) { "\($0.kind.rawValue) \($0.key)" }.flatMap { name, a, b in
            guard let left = a?.value.members, let right = b?.value.members else {
                return [Comparison.Difference(document: nil, version: nil, field: name, a: a?.value, b: b?.value)]
            }
            return pairs(left, right, named: \.key).map { key, a, b in
                Comparison.Difference(document: nil, version: nil, field: "\(name) \(key)", a: a?.value, b: b?.value)
            }
        }
    }

    private var waivers: [Comparison.Difference] {
        pairs(a.waivers, b.waivers) { "waiver \($0.address.json.line)" }.map { name, a, b in
            Comparison.Difference(document: nil, version: nil, field: name, a: a?.statement, b: b?.statement)
        }
    }

    private var links: [Comparison.Difference] {
        pairs(a.links, b.links) { "\($0.document) \($0.relation.rawValue) \($0.target)" }.compactMap { _, a, b in
            guard let link = a ?? b else { return nil }
            return Comparison.Difference(
                document: link.document.description, version: nil,
                field: "link \(link.relation.rawValue) \(link.target)",
                a: a.map { _ in true }, b: b.map { _ in true })
        }
    }

    /// What is not equal in both, by its name, in the order of names.
    private func pairs<Value: Equatable>(
        _ a: [Value], _ b: [Value], named name: (Value) -> String
    ) -> [(name: String, a: Value?, b: Value?)] {
        let left = Dictionary(a.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let right = Dictionary(b.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        return Set(left.keys).union(right.keys).sorted().compactMap { key in
            left[key] == right[key] ? nil : (key, left[key], right[key])
        }
    }
}

extension Waiver {
    fileprivate var statement: JSON {
        .full([("reason", .string(reason)), ("by", .string(by)), ("at", .string(at.description))])
    }
}

extension Comparison.Difference {
    fileprivate init(document: String?, version: Int?, field: String, a: JSON?, b: JSON?) {
        self.init(document: document, version: version, field: field, a: a ?? .null, b: b ?? .null)
    }
}
