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
    private let bag: OpenBag
    private let volumes: [Int: OpenBag]
    private let records: [RecordName: PackagedRecord]

    /// Which volumes of the package are not beside it, and why, in sentences; their records cannot be read.
    public let absentVolumes: [String]

    /// Reads the journal and the lists. Of a package in volumes, `path` is the first; those beside it are opened, too.
    ///
    /// Throws `PackageError.notAPackage` if it is none, a TAR, or another volume than the first.
    public init(_ path: FilePath) throws {
        let bag = try OpenBag(path)
        func bytes(_ name: String) throws -> [UInt8] {
            guard let bytes = try bag.bytes(of: name) else {
                throw PackageError.notAPackage(path: path.string, problem: "it has no \(name)")
            }
            return bytes
        }
        let info = try BagInfo(parsing: String(decoding: try bytes(BagInfo.fileName), as: UTF8.self))
        let volume = VolumeFacts(info)
        if let volume, volume.number != 1 {
            throw PackageError.notAPackage(
                path: path.string,
                problem: "it is volume \(volume.number) of \(volume.count) and has records only; open volume 1")
        }
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
        records = try PackagedRecord.all(in: try bytes("data/index.csv"))
        let beside = try volume.map { try VolumesBeside(of: bag, $0) }
        head = JournalHead(seq: check.entries, hash: check.head, at: last ?? Instant(startOf: asOf))
        self.path = path
        self.study = study
        self.asOf = asOf
        self.lines = lines
        self.bag = bag
        volumes = beside?.bags ?? [:]
        absentVolumes = beside?.absent ?? []
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
        snapshot.keptModel = try bag.bytes(of: "data/models/\(model).csv")
            .map { KeptModel(name: model, table: $0) }
        return snapshot
    }

    /// The records judged for a day.
    ///
    /// When a withheld record was filed is withheld, too. For a day before the package's own, those are taken as there
    /// that have a smaller number than a record filed by then, since numbers are given in order, and as they are on the
    /// package's day.
    public func binder(asOf day: Day? = nil) throws -> Binder {
        let snapshot = try snapshot(asOf: day)
        let last = snapshot.documents.last?.number
        let withheld =
            (day ?? asOf) >= asOf ? withheld : withheld.filter { record in last.map { record.document < $0 } ?? false }
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

    /// The size in bytes of a version's content; nil if the package, with the volumes beside it, does not hold it.
    public func size(of document: DocumentNumber, version: Int) -> Int64? {
        records[RecordName(document: document, version: version)].flatMap { bag(of: $0) == nil ? nil : $0.size }
    }

    /// Up to `count` bytes of a version's content from `offset`. Throws `PackageError.noRecord`.
    public func read(_ document: DocumentNumber, version: Int, at offset: Int64, count: Int) throws -> [UInt8] {
        guard let record = records[RecordName(document: document, version: version)],
            let bytes = try bag(of: record)?.read(record, at: offset, count: count)
        else { throw PackageError.noRecord(document: document, version: version) }
        return bytes
    }

    private func bag(of record: PackagedRecord) -> OpenBag? {
        guard let volume = record.volume else { return bag }
        return volumes[volume]
    }
}
