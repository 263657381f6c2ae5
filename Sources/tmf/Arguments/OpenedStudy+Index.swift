import TMFModel
import TMFReview
import TMFStore

extension OpenedStudy {
    /// The index of words, brought up to the journal's last entry; nil where nobody may write it.
    func searchIndex(_ names: SearchNames) throws -> Examined? {
        guard let head = try store.head(of: study) else { return nil }
        if let examined = try store.examined(), let known = try examined.indexedHead(of: study),
            known == (head.seq, head.hash.description)
        {
            return examined
        }
        guard let examined = try store.examinedIfWritable() else { return nil }
        let changed = try changedDocuments(since: examined.indexedHead(of: study))
        let documents = try changed.map { try store.documents($0, in: study) } ?? store.snapshot(of: study).documents
        let records = documents.map { document in
            IndexedRecord(
                document.number, text: names.foldedTexts(of: document),
                contents: document.versions.compactMap { $0.facts.content?.digest })
        }
        try examined.index(records, of: study, through: head, areAll: changed == nil)
        return examined
    }

    /// So many entries are looked at one by one; after more, everything is indexed anew.
    private static let fewEntries = 2_000

    /// The documents that entries after a known one speak of; nil if all may have changed: where nothing is known, or the
    /// journal is another one, or names of people and places are others now.
    private func changedDocuments(since known: (seq: Int, hash: String)?) throws -> [DocumentNumber]? {
        guard let known, let head = try store.head(of: study), head.seq - known.seq <= Self.fewEntries else {
            return nil
        }
        var documents: Set<DocumentNumber> = []
        var isSameJournal = false
        var areNamesChanged = false
        try store.forEachLine(of: study, after: known.seq - 1) { line in
            guard line.seq > known.seq else {
                isSameJournal = line.hash.description == known.hash
                return
            }
            let entry = try JournalEntry(line: line.line)
            if case .studyChanged = entry.event { areNamesChanged = true }
            documents.formUnion(entry.event.documents)
        }
        return isSameJournal && !areNamesChanged ? documents.sorted() : nil
    }
}
