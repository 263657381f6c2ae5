import TMFFormats
import TMFModel

/// What came by earlier transfers, by the sender's own keys.
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

    private(set) var documents: [Record: DocumentNumber] = [:]
    private(set) var versions: [Version: Place] = [:]
    private(set) var facts: [DocumentNumber: Document] = [:]
    private(set) var keys: [String: DocumentNumber] = [:]
    private(set) var manifests: [Digest: DocumentNumber] = [:]
    private var transfers: [Transfer: Set<Digest>] = [:]
    let links: Set<DocumentLink>

    init(_ snapshot: StudySnapshot) {
        links = Set(snapshot.links)
        for document in snapshot.documents {
            if let key = document.facts.key { keys[key] = document.number }
            for version in document.versions {
                guard let digest = version.facts.content?.digest else { continue }
                if let json = version.facts.metadata.first(where: { $0.key == EMSStatement.manifestKey })?.value {
                    manifests[digest] = document.number
                    let transfer = Transfer(
                        source: json["transfer_source"]?.string ?? "", transfer: json["transfer"]?.string ?? "")
                    transfers[transfer, default: []].insert(digest)
                }
                guard let statement = EMSStatement(version.facts) else { continue }
                let record = Record(source: statement.transferSource, object: statement.object, file: statement.file)
                documents[record] = document.number
                facts[document.number] = document
                versions[Version(record: record, version: statement.version)] = Place(
                    document: document.number, ordinal: version.ordinal, digest: digest)
            }
        }
    }

    /// Whether a transfer of this name came before, and with another `exchange.xml`.
    func isOtherManifest(_ digest: Digest, of batch: EMSBatch) -> Bool {
        let known = transfers[Transfer(source: batch.transferSourceID, transfer: batch.transferID)] ?? []
        return !known.isEmpty && !known.contains(digest)
    }
}
