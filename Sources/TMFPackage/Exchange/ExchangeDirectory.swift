import TMFFormats
import TMFModel
import TMFReview

/// Which documents of a package are which objects of its `exchange.xml`, and which files go into which.
struct ExchangeDirectory {
    /// OBJECTID by document, for every document that the package holds.
    let objectIDs: [DocumentNumber: String]
    /// Further files of a version's object, in the order of their positions: they came as files of one object, and
    /// are documents of their own here.
    private let companions: [RecordName: [RecordName]]
    private let isCompanion: Set<RecordName>
    /// Documents by the keys that manifests name them with.
    private let byKey: [String: DocumentNumber]

    private struct SenderVersion: Hashable {
        let source: String
        let object: String
        let version: String
    }

    init(_ documents: [Document], _ transfer: ExchangeTransfer) {
        var objectIDs: [DocumentNumber: String] = [:]
        var taken: Set<String> = []
        var first: [SenderVersion: RecordName] = [:]
        var further: [SenderVersion: [(position: Int, name: RecordName)]] = [:]
        var byKey: [String: DocumentNumber] = [:]
        for document in documents {
            if let key = document.facts.key { byKey[key] = document.number }
            var sender: String?
            for version in document.versions {
                guard let statement = EMSStatement(version.facts) else { continue }
                let name = RecordName(document: document.number, version: version.ordinal)
                let key = SenderVersion(
                    source: statement.transferSource, object: statement.object, version: statement.version)
                if statement.file == 1 {
                    if first[key] == nil { first[key] = name }
                    sender = sender ?? statement.object
                } else {
                    further[key, default: []].append((statement.file, name))
                }
            }
            // Another sender may have given the same key to another record: the first keeps it.
            if let sender, taken.insert(sender).inserted {
                objectIDs[document.number] = sender
            } else {
                objectIDs[document.number] = transfer.objectID(of: document.number)
            }
        }
        var companions: [RecordName: [RecordName]] = [:]
        for (key, files) in further {
            guard let main = first[key] else { continue }
            companions[main] = files.sorted { $0.position < $1.position }.map(\.name)
        }
        self.objectIDs = objectIDs
        self.companions = companions
        isCompanion = Set(companions.values.joined())
        self.byKey = byKey
    }

    func companions(of name: RecordName) -> [RecordName] { companions[name] ?? [] }

    /// Whether the version goes out as a further file of another's object.
    func isCompanion(_ name: RecordName) -> Bool { isCompanion.contains(name) }

    /// The OBJECTID of the document that a number or a key names; nil if the package holds none such.
    func objectID(named text: String) -> String? {
        byKey[text].flatMap { objectIDs[$0] } ?? DocumentNumber(text).flatMap { objectIDs[$0] }
    }
}
