import TMFFormats
import TMFModel

extension ExchangePlan {
    /// Decides in which order the files are filed, and which document and version each is.
    ///
    /// Throws what reading the store throws.
    mutating func number() throws {
        order = ordered()
        var documents = known.documents
        var ordinals = known.counts
        let returns = transfers.map { ExchangeReturns(known, isOwn: $0.isOwn) }
        for index in order {
            let item = items[index]
            let record = knownRecord(of: item)
            let version = ExchangeKnown.Version(record: record, version: item.version)
            let returned = returns[item.transfer]
            let place =
                try known.versions[version]
                ?? returned.place(of: record.object, file: item.position, stated: item.stated)
            if let place {
                items[index].known = place
                items[index].document = place.document
                items[index].ordinal = place.ordinal
                if documents[record] == nil { documents[record] = place.document }
                continue
            }
            if documents[record] == nil {
                if let own = try returned.document(of: record.object, file: item.position) {
                    documents[record] = own.number
                    ordinals[own.number] = ordinals[own.number] ?? own.versions.count
                } else {
                    documents[record] = DocumentNumber(next)
                    next += 1
                }
            }
            guard let number = documents[record] else { continue }
            if ordinals[number] == nil { ordinals[number] = try known.document(number)?.versions.count ?? 0 }
            ordinals[number, default: 0] += 1
            items[index].document = number
            items[index].ordinal = ordinals[number] ?? 1
        }
    }

    /// The objects that references from others can lead to, by their OBJECTID, and the documents that keys of the
    /// user's own are taken by.
    var references: (numbers: [String: DocumentNumber], keys: [String: DocumentNumber]) {
        var numbers: [String: DocumentNumber] = [:]
        var keys = known.keys
        for index in order where items[index].position == 1 {
            let item = items[index]
            numbers[records[item.record].object] = item.document
            if let key = item.key, keys[key] == nil { keys[key] = item.document }
        }
        return (numbers, keys)
    }

    /// By record in the order of their first appearance, each record's versions from the oldest on.
    private func ordered() -> [Int] {
        let states: [EMSObject.State: Int] = [.superseded: 0, .obsolete: 0, .current: 1]
        func rank(_ item: Item) -> (Int, Int, Int) {
            (item.record, item.count, item.count == 0 ? states[item.state] ?? 0 : 0)
        }
        return items.indices.sorted { left, right in
            let (a, b) = (items[left], items[right])
            if rank(a) != rank(b) { return rank(a) < rank(b) }
            let (labelA, labelB) = (ExchangePlan.numbers(in: a.version), ExchangePlan.numbers(in: b.version))
            if labelA != labelB { return labelA.lexicographicallyPrecedes(labelB) }
            let (dayA, dayB) = (a.artifactDate?.daysSince1970 ?? 0, b.artifactDate?.daysSince1970 ?? 0)
            return (dayA, a.line, a.position) < (dayB, b.line, b.position)
        }
    }

    /// The numbers in a version's label: `1.10` comes after `1.9`.
    private static func numbers(in label: String) -> [Int] {
        label.split { !$0.isASCII || !$0.isNumber }.compactMap { Decimal.value(of: $0.utf8) }
    }
}
