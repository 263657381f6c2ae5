import GRDB
import TMFModel

/// The documents of which a study's journal speaks once: when it files them.
///
/// Whatever the day, such a document is either not there yet or as the catalog has it, for the catalog's rows follow from
/// that one entry by the same function. Looking at a past day applies only the entries of the others.
struct UnchangedDocuments {
    /// In the order of their numbers, each with the number of its entry.
    private var filings: [(seq: Int, document: Document)] = []
    /// By number of entry: whether it only files one of these documents.
    private var isFiling: [Bool] = []

    /// `db` is the store's catalog, which knows every entry of the journal.
    init(of study: String, in db: Database, head: JournalHead?, beside twin: CatalogTwin?) throws {
        let last = try Int.fetchOne(db, sql: "SELECT max(seq) FROM journal WHERE study = ?", arguments: [study])
        isFiling = [Bool](repeating: false, count: (last ?? 0) + 1)
        // Both are in the order of the documents' numbers.
        let mentions = try Row.fetchCursor(
            db,
            sql: """
                SELECT document, min(seq) FROM mention WHERE study = ?
                GROUP BY document HAVING count(*) = 1 ORDER BY document
                """, arguments: [study])
        var mention = try mentions.next()
        for document in try CatalogReading.documents(of: study, in: db, head: head, beside: twin) {
            let number = Int(document.number.value)
            while let row = mention, (row[0] as Int) < number { mention = try mentions.next() }
            guard let row = mention, row[0] as Int == number, document.versions.count == 1,
                document.withdrawal == nil
            else { continue }
            let seq: Int = row[1]
            guard isFiling.indices.contains(seq) else { continue }
            filings.append((seq, document))
            isFiling[seq] = true
        }
    }

    /// The lines after `seq` and through `last` that must be applied: all but the filings of these documents.
    func forEachOtherLine(
        of study: String, after seq: Int = 0, through last: Int, in db: Database, _ body: (String) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT seq, line FROM journal WHERE study = ? AND seq > ? AND seq <= ? ORDER BY seq",
            arguments: [study, seq, last])
        while let row = try rows.next() {
            if !isFiling[row[0] as Int] { try body(row[1]) }
        }
    }

    /// The snapshot that the other entries add up to, with those of these documents that entry `seq` knows.
    func complete(_ snapshot: StudySnapshot, through seq: Int) -> StudySnapshot {
        var documents: [Document] = []
        documents.reserveCapacity(snapshot.documents.count + filings.count)
        var others = snapshot.documents[...]
        for filing in filings where filing.seq <= seq {
            while let other = others.first, other.number < filing.document.number {
                documents.append(other)
                others.removeFirst()
            }
            documents.append(filing.document)
        }
        return snapshot.with(documents: documents + others)
    }
}
