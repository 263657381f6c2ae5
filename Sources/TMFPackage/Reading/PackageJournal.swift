import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

/// The journal of a package in any form, and what it withholds; no record is read.
struct PackageJournal {
    private let path: FilePath
    private let study: String
    private let journal: [UInt8]
    private let withheld: [WithheldRecord]

    /// Throws `PackageError.notAPackage` if there is no sound journal.
    init(_ path: FilePath) throws {
        let names = [BagInfo.fileName, "data/journal.jsonl", "data/withheld.csv"]
        let found = try PackageFiles(path).bytes(of: Set(names))
        func bytes(_ name: String) throws -> [UInt8] {
            guard let bytes = found[name] else {
                throw PackageError.notAPackage(path: path.string, problem: "it has no \(name)")
            }
            return bytes
        }
        let info = try BagInfo(parsing: String(decoding: try bytes(BagInfo.fileName), as: UTF8.self))
        guard let study = info.first("External-Identifier") else {
            throw PackageError.notAPackage(path: path.string, problem: "bag-info.txt does not name a study")
        }
        let journal = try bytes("data/journal.jsonl")
        var check = JournalChainCheck()
        check.take(journal[...])
        check.end()
        if let problem = check.problems.first {
            throw PackageError.notAPackage(
                path: path.string, problem: "journal.jsonl, line \(problem.line): \(problem.problem); see `tmf verify`")
        }
        withheld = try WithheldTable.read(try bytes("data/withheld.csv"))
        self.path = path
        self.study = study
        self.journal = journal
    }

    /// Hands over everything but the documents, then the documents, as of the end of a day if one is given.
    func read(
        asOf day: Day?, frame: (ComparedFrame) throws -> Void, document: (Document) throws -> Void
    ) throws {
        let replay = try JournalReplay(study: study)
        let limit = day.map(Instant.init(endOf:))
        var hash = Digest.zero
        var head: JournalHead?
        var seq = 0
        for bytes in journal.split(separator: 0x0A) {
            let line = String(decoding: bytes, as: UTF8.self)
            seq += 1
            if let withheld = JournalChainCheck.withheldHash(of: line) {
                hash = withheld
                head = JournalHead(seq: seq, hash: hash, at: head?.at ?? Instant(milliseconds: 0))
                continue
            }
            let entry = try JournalEntry(line: line)
            // The times of entries never go back.
            if let limit, entry.at > limit { break }
            hash = JournalChain.hash(of: line, after: hash)
            head = JournalHead(seq: seq, hash: hash, at: entry.at)
            try replay.apply(line)
        }
        let numbers = Set(withheld.map(\.document))
        let isStudy = try replay.read(
            head: head, frame: { try frame(ComparedFrame($0, withheld: numbers)) }, document: document)
        if !isStudy { throw StoreError.noSuchStudy(study, known: []) }
    }
}
