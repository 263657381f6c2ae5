import Disk
import GRDB
import SystemPackage
import TMFModel

/// The text of a journal, one bare line per entry, that becomes the journal of a new store.
struct RestoredJournal {
    let text: FilePath

    /// Appends every line to the table and applies it. Throws `RestoringError` at the first line that is no entry of
    /// the study, or does not fit those before it.
    func apply(to db: Database) throws -> (study: String, head: JournalHead) {
        var study: String?
        var head: JournalHead?
        var number = 0
        try JournalMirror.forEachLineBytes(at: text) { bytes in
            number += 1
            do {
                guard let line = String(validating: bytes, as: UTF8.self) else {
                    throw RestoringError(problems: ["is not UTF-8"])
                }
                let entry = try JournalEntry(line: line)
                try check(entry, number: number, study: study, after: head)
                study = entry.study
                let hash = JournalChain.hash(of: line, after: head?.hash ?? .zero)
                let stored = JournalLine(seq: number, line: line, hash: hash)
                try JournalTable.append(stored, study: entry.study, to: db)
                try CatalogApplying.apply(entry, to: db)
                head = JournalHead(seq: number, hash: hash, at: entry.at)
            } catch {
                throw RestoringError(problems: ["journal, line \(number): \(error)"])
            }
        }
        guard let study, let head else { throw RestoringError(problems: ["the journal has no entries"]) }
        return (study, head)
    }

    private func check(_ entry: JournalEntry, number: Int, study: String?, after head: JournalHead?) throws {
        if entry.seq != number { throw RestoringError(problems: ["has number \(entry.seq), expected \(number)"]) }
        if let study, entry.study != study {
            throw RestoringError(problems: ["is of study '\(entry.study)'; those before it are of '\(study)'"])
        }
        if study == nil, !JournalMirror.canHold(entry.study) {
            throw RestoringError(problems: ["'\(entry.study)' cannot name a study: 1 to 200 bytes without '/'"])
        }
        if let head, entry.at < head.at {
            throw RestoringError(problems: ["is of \(entry.at), before the entry it follows"])
        }
    }
}
