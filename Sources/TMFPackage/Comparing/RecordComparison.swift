import TMFModel

/// Finds what differs between two records of the same document.
struct RecordComparison {
    let a: ComparedRecord
    let b: ComparedRecord
    /// The name in the result: a number where one of the two has it.
    let name: String
    let ignored: Set<String>

    init(_ a: ComparedRecord, _ b: ComparedRecord, ignored: Set<String>) {
        self.a = a
        self.b = b
        self.ignored = ignored
        name = a.isPartial && !b.isPartial ? b.name : a.name
    }

    var differences: [Comparison.Difference] {
        var found: [Comparison.Difference] = compared(a.fields, b.fields, version: nil)
        var left = b.versions
        for version in a.versions {
            if let index = left.firstIndex(where: { isSame(version, $0) }) {
                let other = left.remove(at: index)
                found += compared(version.fields, other.fields, version: version.ordinal ?? other.ordinal)
            } else {
                found.append(lone(version, isInA: true))
            }
        }
        for version in left { found.append(lone(version, isInA: false)) }
        return found
    }

    private func isSame(_ a: ComparedRecord.Version, _ b: ComparedRecord.Version) -> Bool {
        if let a = a.ordinal, let b = b.ordinal { return a == b }
        if !Set(a.identities).isDisjoint(with: b.identities) { return true }
        // Of versions that neither a path nor equal bytes connect, the label tells.
        return a.fields["path"] == nil || b.fields["path"] == nil
            ? a.fields["version"] != nil && a.fields["version"] == b.fields["version"] : false
    }

    private func lone(_ version: ComparedRecord.Version, isInA: Bool) -> Comparison.Difference {
        var value = JSON.bool(true)
        for key in ["url", "path", "sha256"] as [String] {
            if let known = version.fields[key] { value = known }
        }
        return Comparison.Difference(
            document: name, version: version.ordinal, field: "version", a: isInA ? value : JSON.null,
            b: isInA ? JSON.null : value)
    }

    private func compared(
        _ a: [String: JSON], _ b: [String: JSON], version: Int?
    ) -> [Comparison.Difference] {
        var found: [Comparison.Difference] = []
        for field in fields(a, b) {
            let left: JSON = a[field] ?? JSON.null
            let right: JSON = b[field] ?? JSON.null
            if isEqual(left, right) { continue }
            found.append(
                Comparison.Difference(document: name, version: version, field: field, a: left, b: right))
        }
        return found
    }

    /// The fields of which both say something: a blank cell of a manifest says nothing beside a store.
    private func fields(_ a: [String: JSON], _ b: [String: JSON]) -> [String] {
        let fields: Set<String>
        switch (self.a.isPartial, self.b.isPartial) {
        case (true, false): fields = Set(a.keys)
        case (false, true): fields = Set(b.keys)
        default: fields = Set(a.keys).union(b.keys)
        }
        return fields.subtracting(ignored).filter { !isKey($0) }.sorted()
    }

    /// A manifest may name a document by its number, which is no field of it.
    private func isKey(_ field: String) -> Bool {
        guard field == "document", a.isPartial != b.isPartial else { return false }
        let (manifest, other) = a.isPartial ? (a, b) : (b, a)
        return manifest.fields[field]?.string == other.name
    }

    private func isEqual(_ a: JSON, _ b: JSON) -> Bool {
        if a == b { return true }
        guard self.a.isPartial || self.b.isPartial else { return false }
        return RecordComparison.cell(a) == RecordComparison.cell(b)
    }

    /// As a manifest would write it.
    private static func cell(_ value: JSON) -> String {
        switch value {
        case .bool(let flag): flag ? "yes" : "no"
        case .int(let number): String(number)
        case .string(let text): text
        default: value.line
        }
    }
}
