import TMFFormats
import TMFModel

/// Which files a transfer holds and which document and version each becomes, decided before anything is filed. Of each
/// it keeps what places it; what the sender says of it is read again when it is decided.
struct ExchangePlan {
    /// One file of one object.
    struct Item {
        /// Among `transfers`.
        let transfer: Int
        /// Among `records`.
        let record: Int
        let version: String
        /// 1 for the first file of the object.
        let position: Int
        /// Of the object in the `exchange.xml`.
        let line: Int
        let state: EMSObject.State
        /// The sender's own count of the record's versions; 0 if it gives none.
        let count: Int
        let artifactDate: Day?
        /// The SHA-256 that the sender states; nil if it states none.
        let stated: Digest?
        /// The user's own key of the record, as the sender has it.
        let key: String?
        var document = DocumentNumber(0)
        var ordinal = 0
        /// What is filed already; nil if nothing is.
        var known: ExchangeKnown.Place?
        /// The SHA-256 of the file, once it is read.
        var digest: Digest?
        /// Whether its bytes wait in the store's `incoming/`.
        var isStaged = false
        var decision: ExchangeSpool.Place?
    }

    /// A record of a sender.
    struct Record: Hashable {
        let source: String
        let object: String
    }

    /// One `exchange.xml`.
    struct Transfer {
        let batch: EMSBatch
        let path: String
        let digest: Digest
        /// Whether this store made it.
        let isOwn: Bool
        var isRestricted = false
        /// Where its first item stands, and behind its last.
        var items = 0..<0
    }

    /// A version of a record of a sender.
    private struct VersionKey: Hashable {
        let record: Int
        let version: String
    }

    let study: Study
    let model: ReferenceModel
    let known: ExchangeKnown
    let files: [String: IntakeSource.File]
    private(set) var transfers: [Transfer] = []
    /// In the order of the `exchange.xml`, file by file.
    var items: [Item] = []
    /// The places of the items in the order in which they are filed.
    var order: [Int] = []
    private(set) var records: [Record] = []
    /// Objects that could not be read.
    var unread = 0
    /// The number of the next new document.
    var next: Int
    private var places: [Record: Int] = [:]
    /// By record: the transfer that says of it last that a version is current; -1 for none.
    private var current: [Int] = []
    private var seen: [VersionKey: Int] = [:]
    /// Files that objects name, by their path: those of the transfer begun last, and all.
    private var used: Set<String> = []
    private var allUsed: Set<String> = []

    init(study: Study, model: ReferenceModel, known: ExchangeKnown, files: [IntakeSource.File], next: Int) {
        self.study = study
        self.model = model
        self.known = known
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        self.next = next
    }

    /// Begins a transfer, and takes note of what is wrong with it as a whole. Returns its place.
    mutating func begin(
        _ batch: EMSBatch, path: String, digest: Digest, _ remarks: inout EMSRemarks, _ receipt: inout ExchangeReceipt
    ) -> Int {
        transfers.append(Transfer(batch: batch, path: path, digest: digest, isOwn: known.isOwn(batch)))
        transfers[transfers.count - 1].items = items.count..<items.count
        used = []
        if batch.studyID != study.id {
            remarks.refuse("STUDYID", "the transfer is of study '\(batch.studyID)', not of \(study.id)", line: 0)
        }
        if known.isOtherManifest(digest, of: batch) {
            remarks.deviate(
                "TRANSFERID",
                "transfer '\(batch.transferID)' of '\(batch.transferSourceID)' came before, with another exchange.xml",
                line: 0)
        }
        if batch.modelVersion != model.version {
            receipt.report.notices.append(
                InputProblem(
                    source: path, column: "TMFRMVERSION",
                    message: "the sender uses reference model \(batch.modelVersion), the study \(model.version): "
                        + "records are placed by their unique IDs"))
        }
        return transfers.count - 1
    }

    /// Where the files of a transfer are looked for.
    func paths(of place: Int) -> ExchangePaths {
        let transfer = transfers[place]
        let folder = transfer.path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
        return ExchangePaths(files: files, folder: folder, transferID: transfer.batch.transferID)
    }

    /// Adds an object of the transfer begun last, and takes note of whatever is wrong with it.
    mutating func add(
        _ object: EMSObject, _ facts: ExchangeFacts, _ paths: ExchangePaths, _ remarks: inout EMSRemarks,
        _ receipt: inout ExchangeReceipt
    ) {
        let place = transfers.count - 1
        let record = self.record(object.id, of: transfers[place].batch)
        checkUnique(object, record, place, &remarks)
        if object.isRestricted ?? false { transfers[place].isRestricted = true }
        let position = facts.place(object, &remarks)
        if let artifact = position?.artifact, artifact.number.description != object.artifactNumber {
            receipt.report.notices.append(
                InputProblem(
                    source: transfers[place].path, row: object.line, column: "ARTIFACTNUMBER",
                    message: "object \(object.id): unique ID \(object.uniqueID) is \(artifact.number) "
                        + "\(artifact.name) in model \(model.version), not \(object.artifactNumber); "
                        + "the unique ID decides"))
        }
        for (index, file) in object.files.enumerated() where find(file, of: object, paths, &remarks, &receipt) {
            guard position != nil else { continue }
            items.append(
                Item(
                    transfer: place, record: record, version: object.version, position: index + 1, line: object.line,
                    state: object.state, count: object.metadata(.ordinal).flatMap { Int($0) } ?? 0,
                    artifactDate: object.artifactDate, stated: EMSIntegrity(file.integrity).sha256,
                    key: index == 0 ? object.metadata(.key) : nil))
        }
        transfers[place].items = transfers[place].items.lowerBound..<items.count
    }

    private mutating func record(_ object: String, of batch: EMSBatch) -> Int {
        let key = Record(source: batch.transferSourceID, object: object)
        if let place = places[key] { return place }
        places[key] = records.count
        records.append(key)
        current.append(-1)
        return records.count - 1
    }

    private mutating func checkUnique(
        _ object: EMSObject, _ record: Int, _ place: Int, _ remarks: inout EMSRemarks
    ) {
        let key = VersionKey(record: record, version: object.version)
        if let line = seen.updateValue(object.line, forKey: key) {
            remarks.refuse(
                "OBJECTVERSION", "version '\(object.version)' stands in line \(line) already", line: object.line,
                object: object.id)
        }
        guard object.state == .current else { return }
        if current[record] == place {
            remarks.deviate(
                "OBJECTVERSIONSTATE", "a record has more than one current version", line: object.line,
                object: object.id)
        }
        current[record] = place
    }

    /// Whether the file is there.
    private mutating func find(
        _ file: EMSFile, of object: EMSObject, _ paths: ExchangePaths, _ remarks: inout EMSRemarks,
        _ receipt: inout ExchangeReceipt
    ) -> Bool {
        let found: String
        switch paths.find(file.path) {
        case .missing:
            remarks.refuse(
                "CONTENTURL", "there is no file '\(file.path)' in the package", line: file.line, object: object.id)
            return false
        case .refused(let objection):
            remarks.refuse(
                "CONTENTURL", "'\(file.path)': expected \(objection)", line: file.line, object: object.id)
            return false
        case .found(let path, let deviation):
            found = path
            if let deviation { remarks.deviate("CONTENTURL", deviation, line: file.line, object: object.id) }
        }
        if !used.insert(found).inserted {
            remarks.deviate("CONTENTURL", "a file stands in more than one place", line: file.line, object: object.id)
        }
        allUsed.insert(found)
        let name = found.split(separator: "/").last.map(String.init) ?? found
        if name != file.name {
            receipt.report.notices.append(
                InputProblem(
                    source: transfers[transfers.count - 1].path, row: file.line, column: "FILENAME",
                    message: "object \(object.id): the file is called '\(name)', not '\(file.name)'"))
        }
        return true
    }

    /// Files of the source that no object names.
    func unlisted(besides manifests: [String]) -> [String] {
        files.keys.filter { !allUsed.contains($0) && !manifests.contains($0) }.sorted()
    }

    /// Whether the sender says of the record that one of its versions is in force.
    func isInForce(_ record: Int) -> Bool { current[record] >= 0 }

    /// What an item is among what came before.
    func knownRecord(of item: Item) -> ExchangeKnown.Record {
        let record = records[item.record]
        return ExchangeKnown.Record(source: record.source, object: record.object, file: item.position)
    }
}

extension EMSIntegrity {
    /// The SHA-256 that is stated; nil if none is.
    fileprivate var sha256: Digest? {
        readings.first { $0.algorithm == .sha256 }.flatMap { Digest(bytes: $0.digest) }
    }
}
