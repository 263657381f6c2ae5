import Archive
import Disk
public import SystemPackage
import TMFFormats
public import TMFModel
public import TMFReview
import TMFStore

/// A package opened for reading: its records, judged for any day, and the bytes of each version, without unpacking.
///
/// A TAR cannot be read at any place: `tmf serve` and programs use a ZIP or a folder.
public final class OpenPackage: Sendable {
    public let path: FilePath
    public let study: String
    /// The day for which the package was made.
    public let asOf: Day
    public let head: JournalHead
    public let withheld: [WithheldRecord]
    /// Which records it was asked to hold.
    public let selection: RecordSelection
    /// The lines of the journal that are not withheld, with their numbers.
    private let lines: [(seq: Int, line: String)]
    private let files: PackageFiles
    /// The folder of the bag in the package, with its `/`; empty if there is none.
    private let base: String
    private let records: [RecordName: Record]

    /// Where a version's bytes stand in the package.
    struct Record: Sendable {
        let path: String
        let size: Int64
    }

    /// Reads the journal and the lists. Throws `PackageError.notAPackage` if it is none, or a TAR.
    public init(_ path: FilePath) throws {
        let files = try PackageFiles(path)
        if case .stream = files {
            throw PackageError.notAPackage(
                path: path.string, problem: "a TAR cannot be browsed; unpack it and open the folder")
        }
        let base = try OpenPackage.base(of: files, path)
        func bytes(_ name: String) throws -> [UInt8] {
            guard let bytes = try OpenPackage.bytes(of: base + name, in: files) else {
                throw PackageError.notAPackage(path: path.string, problem: "it has no \(name)")
            }
            return bytes
        }
        let info = try BagInfo(parsing: String(decoding: try bytes(BagInfo.fileName), as: UTF8.self))
        guard let study = info.first("External-Identifier"),
            let asOf = info.first(BagTagFiles.asOfLabel).flatMap({ Day($0) })
        else {
            throw PackageError.notAPackage(path: path.string, problem: "bag-info.txt does not name a study and a day")
        }
        var check = JournalChainCheck()
        let journal = try bytes("data/journal.jsonl")
        check.take(journal[...])
        check.end()
        if let problem = check.problems.first {
            throw PackageError.notAPackage(
                path: path.string, problem: "journal.jsonl, line \(problem.line): \(problem.problem); see `tmf verify`")
        }
        let lines = journal.split(separator: 0x0A).enumerated().compactMap {
            index, bytes -> (seq: Int, line: String)? in
            let line = String(decoding: bytes, as: UTF8.self)
            return JournalChainCheck.withheldHash(of: line) == nil ? (index + 1, line) : nil
        }
        let last = info.first(BagTagFiles.headTimeLabel).flatMap { Instant($0) }
        selection = try OpenPackage.selection(info)
        withheld = try WithheldTable.read(try bytes("data/withheld.csv"))
        records = try OpenPackage.records(in: try bytes("data/index.csv"), base: base)
        head = JournalHead(seq: check.entries, hash: check.head, at: last ?? Instant(startOf: asOf))
        self.path = path
        self.study = study
        self.asOf = asOf
        self.lines = lines
        self.files = files
        self.base = base
    }

    /// The study's records at the end of a day; the package's own day if none is given.
    public func snapshot(asOf day: Day? = nil) throws -> StudySnapshot {
        let replay = try JournalReplay(study: study)
        let limit = day.map(Instant.init(endOf:))
        var head: JournalHead? = self.head
        for (_, line) in lines {
            // The times of entries never go back, and only a past day has an end to look for.
            if let limit, try JournalEntry(line: line).at > limit {
                head = nil
                break
            }
            try replay.apply(line)
        }
        guard var snapshot = try replay.snapshot(head: head) else {
            if day != nil, let (_, line) = lines.first {
                throw StoreError.notYetThere(study, first: try JournalEntry(line: line).at)
            }
            throw StoreError.noSuchStudy(study, known: [])
        }
        let model = snapshot.study.model
        guard KeptModel.isName(model) else { return snapshot }
        snapshot.keptModel = try OpenPackage.bytes(of: "\(base)data/models/\(model).csv", in: files)
            .map { KeptModel(name: model, table: $0) }
        return snapshot
    }

    /// The records judged for a day.
    public func binder(asOf day: Day? = nil) throws -> Binder {
        let snapshot = try snapshot(asOf: day)
        return try Binder.judging(snapshot, withheld: withheld, of: selection, asOf: day ?? asOf)
    }

    /// What `bag-info.txt` says; a package from before it did is one of the whole study.
    static func selection(_ info: BagInfo) throws -> RecordSelection {
        guard let text = info.first(BagTagFiles.selectionLabel) else { return .open }
        return try RecordSelection(json: JSON(parsing: text))
    }

    /// The entries about a document, oldest first.
    public func history(of document: DocumentNumber) throws -> [JournalEntry] {
        let name = "\"\(document.description)\""
        return try lines.filter { $0.line.contains(name) }.map { try JournalEntry(line: $0.line) }
            .filter { $0.event.documents.contains(document) }
    }

    /// The entries with these numbers, without the withheld ones.
    public func entries(_ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        try lines.filter { numbers.contains($0.seq) }.map { try JournalEntry(line: $0.line) }
    }

    /// The size in bytes of a version's content; nil if the package does not hold it.
    public func size(of document: DocumentNumber, version: Int) -> Int64? {
        records[RecordName(document: document, version: version)]?.size
    }

    /// Up to `count` bytes of a version's content from `offset`. Throws `PackageError.noRecord`.
    public func read(_ document: DocumentNumber, version: Int, at offset: Int64, count: Int) throws -> [UInt8] {
        guard let record = records[RecordName(document: document, version: version)] else {
            throw PackageError.noRecord(document: document, version: version)
        }
        switch files {
        case .zip(let directory):
            guard let member = directory.member(named: record.path) else {
                throw PackageError.noRecord(document: document, version: version)
            }
            guard member.method == .stored else { return try inflated(member, of: directory, offset, count) }
            return try directory.read(member, at: offset, count: count)
        case .folder(let root):
            return try FileReader(at: FilePath(record.path), below: root).read(at: offset, count: count)
        case .stream: throw PackageError.noRecord(document: document, version: version)
        }
    }

    /// Somebody packed the bag anew, and compressed it: everything before `offset` is read and forgotten.
    private func inflated(
        _ member: ZipMember, of directory: ZipDirectory, _ offset: Int64, _ count: Int
    ) throws -> [UInt8] {
        var reader = try directory.reader(of: member)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var position: Int64 = 0
        var bytes: [UInt8] = []
        while bytes.count < count {
            let got = try reader.read(into: &buffer)
            if got == 0 { break }
            let skipped = Int(min(max(offset - position, 0), Int64(got)))
            bytes.append(contentsOf: buffer[skipped..<got].prefix(count - bytes.count))
            position += Int64(got)
        }
        return bytes
    }

    static func base(of files: PackageFiles, _ path: FilePath) throws -> String {
        switch files {
        case .folder(let root):
            guard try Entry.kind(root.appending(BagDeclaration.fileName)) == .file else {
                throw PackageError.notAPackage(path: path.string, problem: "it has no bagit.txt")
            }
            return ""
        case .zip(let directory):
            if directory.member(named: BagDeclaration.fileName) != nil { return "" }
            let tops = directory.members.compactMap(\.text).filter {
                $0.hasSuffix("/" + BagDeclaration.fileName) && $0.split(separator: "/").count == 2
            }
            guard let top = tops.min() else {
                throw PackageError.notAPackage(path: path.string, problem: "it has no bagit.txt")
            }
            return String(top.dropLast(BagDeclaration.fileName.count))
        case .stream: return ""
        }
    }

    static func bytes(of path: String, in files: PackageFiles) throws -> [UInt8]? {
        switch files {
        case .zip(let directory):
            guard let member = directory.member(named: path) else { return nil }
            var reader = try directory.reader(of: member)
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 18)
            try reader.forEachChunk(through: &buffer) { bytes.append(contentsOf: $0) }
            return bytes
        case .folder(let root):
            guard try Entry.kind(root.appending(path)) == .file else { return nil }
            let reader = try FileReader(at: FilePath(path), below: root)
            return try reader.read(at: 0, count: Int(reader.size))
        case .stream: return nil
        }
    }

    static func records(in index: [UInt8], base: String) throws -> [RecordName: Record] {
        var csv = CSVReader(source: "index.csv", bytes: index)
        guard let header = try csv.next(), let pathColumn = header.fields.firstIndex(of: "path"),
            let sizeColumn = header.fields.firstIndex(of: "bytes")
        else { throw InputProblem(source: "index.csv", row: 1, message: "expected the columns path and bytes") }
        // Of volumes, the one that has the list has no records.
        let volumeColumn = header.fields.firstIndex(of: "volume")
        var records: [RecordName: Record] = [:]
        while let row = try csv.next() {
            let cells = row.fields
            guard cells.count > max(pathColumn, sizeColumn), let document = DocumentNumber(cells[0]),
                let version = Int(cells[1])
            else { throw InputProblem(source: "index.csv", row: row.row, message: "expected a document and a version") }
            if let volumeColumn, cells.count > volumeColumn, !cells[volumeColumn].isEmpty { continue }
            let path = cells[pathColumn]
            guard !path.isEmpty, let size = Int64(cells[sizeColumn]) else { continue }
            records[RecordName(document: document, version: version)] = Record(path: "\(base)data/\(path)", size: size)
        }
        return records
    }
}
