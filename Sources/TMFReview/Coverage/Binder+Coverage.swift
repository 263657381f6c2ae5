import TMFModel

extension Binder {
    /// What was asked of a person, everywhere in the trial; empty if nothing is, or nobody has the id.
    public func coverage(ofPerson id: String) -> [CoverageLine] { coverage.filter { $0.person == id } }

    /// For each document that some requirement rests on: the day after which nobody needs it any more. Documents
    /// that are still needed, or whose end is not known, are absent.
    static func endsOfNeed(_ lines: [CoverageLine]) -> [DocumentNumber: Day] {
        var ends: [DocumentNumber: Day] = [:]
        var needed: Set<DocumentNumber> = []
        for line in lines {
            let days = line.needs.compactMap(\.last)
            if let last = days.max(), days.count == line.needs.count {
                for holding in line.held { ends[holding.document] = max(ends[holding.document] ?? last, last) }
            } else {
                for holding in line.held { needed.insert(holding.document) }
            }
        }
        return ends.filter { !needed.contains($0.key) }
    }
}
