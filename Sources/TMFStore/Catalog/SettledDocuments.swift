import GRDB
import TMFModel

/// The documents of which a study's journal speaks, at some past moments, either not at all yet or for the last time
/// already.
///
/// At each of the moments such a document is not there, or as the catalog has it, for the catalog's rows follow from its
/// entries by the same function. Looking at a past day applies only the entries of the others.
struct SettledDocuments {
    /// In the order of their numbers, each with the number of its last entry.
    private var filings: [(seq: Int, document: Document)] = []
    /// By number of entry: whether it does nothing but to make one of these documents what it is.
    private var isApplied: [Bool] = []

    /// `db` is the store's catalog; `moments` are the numbers of the entries after which somebody looks, in their order.
    /// `documents` gives those with numbers up to its argument, and maybe more, in the order of their numbers.
    init(
        of study: String, at moments: [Int], in db: Database, documents: (_ newest: Int) throws -> [Document]
    ) throws {
        guard let last = moments.last else { return }
        isApplied = [Bool](repeating: false, count: last + 1)
        let spans = try Span.all(of: study, at: moments, in: db)
        guard let newest = spans.last?.document else { return }
        var place = spans.startIndex
        // Both are in the order of the documents' numbers.
        filings.reserveCapacity(spans.count)
        for document in try documents(newest) {
            let number = Int(document.number.value)
            while place < spans.endIndex, spans[place].document < number { place += 1 }
            guard place < spans.endIndex, spans[place].document == number else { continue }
            filings.append((spans[place].last, document))
            for seq in spans[place].entries { isApplied[seq] = true }
        }
    }

    /// The lines after `seq` and through `last` that must be applied: all but those of these documents.
    func forEachOtherLine(
        of study: String, after seq: Int = 0, through last: Int, in db: Database, _ body: (String) throws -> Void
    ) throws {
        let statement = try db.makeStatement(
            sql: "SELECT line FROM journal WHERE study = ? AND seq BETWEEN ? AND ? ORDER BY seq")
        // Most entries are of settled documents: only the runs between them are read.
        let end = last + 1
        var next = seq + 1
        while let first = isApplied[next..<end].firstIndex(of: false) {
            next = isApplied[first..<end].firstIndex(of: true) ?? end
            let lines = try String.fetchCursor(statement, arguments: [study, first, next - 1])
            while let line = try lines.next() { try body(line) }
        }
    }

    /// The snapshot that the other entries add up to, with those of these documents that entry `seq` knows. `seq` is one
    /// of the moments.
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

/// The entries about one settled document.
private struct Span {
    let document: Int
    /// Their numbers, oldest first.
    var entries: [Int]

    var last: Int { entries.last ?? 0 }

    /// Whether somebody looks between the first and the last of them.
    func isOpen(at moment: Int) -> Bool { (entries.first ?? 0) <= moment && moment < last }

    /// Of the settled documents that are there at the last of the moments, in the order of their numbers.
    static func all(of study: String, at moments: [Int], in db: Database) throws -> [Span] {
        let sampled = Set(
            try Int.fetchAll(db, sql: "SELECT DISTINCT document FROM sampleMember WHERE study = ?", arguments: [study]))
        let newest = moments.last ?? 0
        let plain = try plainEntries(of: study, through: newest, in: db)
        var spans: [Span] = []
        func take(_ span: Span?) {
            guard let span, span.last <= newest, !moments.contains(where: span.isOpen) else { return }
            // A single entry is the filing: nothing else can come first.
            let isPlain = span.entries.count == 1 || span.entries.allSatisfy(plain.contains)
            if isPlain, span.entries.count == 1 || !sampled.contains(span.document) { spans.append(span) }
        }
        let mentions = try Row.fetchCursor(
            db, sql: "SELECT document, seq FROM mention WHERE study = ? ORDER BY document, seq", arguments: [study])
        var span: Span?
        while let row = try mentions.next() {
            let (document, seq): (Int, Int) = (row[0], row[1])
            if span?.document == document {
                span?.entries.append(seq)
            } else {
                take(span)
                span = Span(document: document, entries: [seq])
            }
        }
        take(span)
        return spans
    }

    /// Of the documents of which the journal speaks more than once, the entries that change the document and its versions
    /// and nothing else. What follows from others (returns, links, disposals, issues) is in tables of its own, which only
    /// applying them fills.
    private static func plainEntries(of study: String, through last: Int, in db: Database) throws -> Set<Int> {
        // The name comes before all that somebody wrote but actor, host and reason, whose quotation marks are escaped.
        let entries = try Int.fetchCursor(
            db,
            sql: """
                WITH changed AS (
                  SELECT document FROM mention WHERE study = ?1 GROUP BY document HAVING count(*) > 1)
                SELECT seq FROM (
                  SELECT seq, substr(line, instr(line, '"event":"') + 9, 19) AS name
                  FROM changed CROSS JOIN mention USING (document) CROSS JOIN journal USING (study, seq)
                  WHERE study = ?1 AND seq <= ?2)
                WHERE substr(name, 1, instr(name, '"') - 1) IN (
                  'document.filed', 'version.filed', 'document.amended', 'document.moved', 'document.withdrawn',
                  'quality.accepted')
                """, arguments: [study, last])
        var plain: Set<Int> = []
        while let entry = try entries.next() { plain.insert(entry) }
        return plain
    }
}
