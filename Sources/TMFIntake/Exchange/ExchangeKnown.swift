import TMFFormats
import TMFModel
import TMFStore

/// What the store has already, by the keys of those who sent it. Holds keys and digests only; the records themselves
/// are passed over one at a time.
struct ExchangeKnown {
    /// A file of a record of a sender.
    struct Record: Hashable {
        let source: String
        let object: String
        /// 1 for the first file of each version.
        let file: Int
    }

    struct Version: Hashable {
        let record: Record
        let version: String
    }

    struct Place {
        let document: DocumentNumber
        let ordinal: Int
        let digest: Digest
    }

    private struct Transfer: Hashable {
        let source: String
        let transfer: String
    }

    /// What tells records that were first filed here; nil if the study's journal is empty.
    let origin: EMSOrigin?
    private(set) var documents: [Record: DocumentNumber] = [:]
    private(set) var versions: [Version: Place] = [:]
    /// How many versions each document has that came by a transfer.
    private(set) var counts: [DocumentNumber: Int] = [:]
    private(set) var keys: [String: DocumentNumber] = [:]
    private(set) var manifests: [Digest: DocumentNumber] = [:]
    private(set) var restricted: Set<DocumentNumber> = []
    /// The reasons of those that were withdrawn.
    private(set) var withdrawn: [DocumentNumber: String] = [:]
    private(set) var byDigest: [Digest: DocumentNumber] = [:]
    private(set) var links: Set<DocumentLink> = []
    private var transfers: [Transfer: Set<Digest>] = [:]
    /// The transfer by which a record came first, and the records that came by several.
    private var first: [Record: String] = [:]
    private var several: Set<Record> = []
    private let store: Store
    private let study: String

    init(_ store: Store, study: String) throws {
        self.store = store
        self.study = study
        origin = try store.entries(of: study, 1...1).first.map {
            EMSOrigin(study: study, first: JournalChain.hash(of: $0.line, after: .zero))
        }
        try store.read(study, frame: { links = Set($0.links) }, document: { note($0) })
    }

    private mutating func note(_ document: Document) {
        let number = document.number
        if let key = document.facts.key { keys[key] = number }
        if document.facts.isRestricted { restricted.insert(number) }
        if let withdrawal = document.withdrawal { withdrawn[number] = withdrawal.reason }
        for version in document.versions {
            guard let digest = version.facts.content?.digest else { continue }
            if byDigest[digest] == nil { byDigest[digest] = number }
            if let json = version.facts.metadata.first(where: { $0.key == EMSStatement.manifestKey })?.value {
                manifests[digest] = number
                let transfer = Transfer(
                    source: json["transfer_source"]?.string ?? "", transfer: json["transfer"]?.string ?? "")
                transfers[transfer, default: []].insert(digest)
            }
            guard let statement = EMSStatement(version.facts) else { continue }
            let record = Record(source: statement.transferSource, object: statement.object, file: statement.file)
            documents[record] = number
            counts[number] = document.versions.count
            if first[record, default: statement.transfer] != statement.transfer { several.insert(record) }
            first[record] = first[record] ?? statement.transfer
            versions[Version(record: record, version: statement.version)] = Place(
                document: number, ordinal: version.ordinal, digest: digest)
        }
    }

    /// Whether a record came by an earlier transfer than this one. What an import of this one filed before it was
    /// interrupted is not earlier.
    func came(_ record: Record, before transfer: String) -> Bool {
        documents[record] != nil && (first[record] != transfer || several.contains(record))
    }

    /// Whether a transfer of this name came before, and with another `exchange.xml`.
    func isOtherManifest(_ digest: Digest, of batch: EMSBatch) -> Bool {
        let known = transfers[Transfer(source: batch.transferSourceID, transfer: batch.transferID)] ?? []
        return !known.isEmpty && !known.contains(digest)
    }

    /// Whether this store made the transfer.
    func isOwn(_ batch: EMSBatch) -> Bool { origin != nil && batch.studySystemID == origin?.studySystemID }

    /// A document as it stands here.
    func document(_ number: DocumentNumber) throws -> Document? { try store.document(number, in: study) }
}

/// Finds the records of this store in a transfer that comes back to it, its own or one that others passed on.
struct ExchangeReturns {
    private let known: ExchangeKnown
    /// Documents that came from others and go out under the sender's OBJECTID, as this store's transfers have them.
    private var bySender: [String: [DocumentNumber]] = [:]

    init(_ known: ExchangeKnown, isOwn: Bool) {
        self.known = known
        guard isOwn else { return }
        for (record, number) in known.documents { bySender[record.object, default: []].append(number) }
    }

    /// The document first filed here that an object stands for.
    func document(of object: String, file: Int) throws -> Document? {
        guard file == 1, let number = known.origin?.document(of: object) else { return nil }
        return try known.document(number)
    }

    /// The version here that the file of an object is, by what the sender states of its bytes.
    func place(of object: String, file: Int, stated: Digest?) throws -> ExchangeKnown.Place? {
        guard let stated else { return nil }
        var candidates = try document(of: object, file: file).map { [$0] } ?? []
        for number in (bySender[object] ?? []).sorted() { candidates += try known.document(number).map { [$0] } ?? [] }
        for document in candidates {
            if let version = document.versions.last(where: { $0.facts.content?.digest == stated }) {
                return ExchangeKnown.Place(document: document.number, ordinal: version.ordinal, digest: stated)
            }
        }
        return nil
    }
}
