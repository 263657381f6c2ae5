import Archive
import Disk
public import SystemPackage
import TMFFormats
import TMFModel
public import TMFStore

/// Something that says which records a study has.
public enum ComparedSource: Sendable {
    case store(Store, study: String)
    /// In any form: folder, ZIP, TAR.
    case package(FilePath)
    /// A CSV in the form that `import` takes: blank cells say nothing.
    case manifest(FilePath)
    /// An eTMF-EMS transfer in any form, or its `exchange.xml` alone.
    case exchange(FilePath)

    /// What stands at a path: a store's folder, a package, a manifest by the ending `.csv` or `.xlsx`, or a transfer
    /// by the ending `.xml` or by an `exchange.xml` in it; one that is also a package of ours, with its journal, is taken as that.
    /// `study` is needed where a store holds several.
    ///
    /// Throws `PackageError.notAPackage` if it is none of them, `StoreError` if the study is not clear.
    public init(_ path: FilePath, study: String? = nil) throws {
        if try Store.isStore(path) {
            let store = try Store(at: path, .reading)
            self = .store(store, study: try store.study(named: study))
        } else if ["csv", "xlsx"].contains(path.extension?.lowercased() ?? "") {
            self = .manifest(path)
        } else if path.extension?.lowercased() == "xml" {
            self = .exchange(path)
        } else {
            self = try ComparedSource.isExchange(path) ? .exchange(path) : .package(path)
        }
    }

    private static func isExchange(_ path: FilePath) throws -> Bool {
        do {
            let names = try PackageFiles(path).names()
            let journal = "data/journal.jsonl"
            if names.contains(where: { $0 == journal || $0.hasSuffix("/" + journal) }) { return false }
            return !EMSManifests.paths(among: names).isEmpty
        } catch is ArchiveError {
            // Whoever reads it as a package says what is wrong with it.
            return false
        }
    }

    /// Its records where it is a list of them, which is read whole; nil for what has a journal.
    var list: [ComparedRecord]? {
        get throws {
            switch self {
            case .store, .package: nil
            case .manifest(let path): try ManifestRecords.read(path)
            case .exchange(let path): try ExchangeRecords.read(path)
            }
        }
    }

    /// Hands over everything but the documents, then every document in the order of their numbers. For a list use
    /// `list`.
    func read(
        asOf day: Day?, frame: (ComparedFrame) throws -> Void, document: (Document) throws -> Void
    ) throws {
        switch self {
        case .store(let store, let study):
            try store.read(study, asOf: day, frame: { try frame(ComparedFrame($0)) }, document: document)
        case .package(let path):
            try PackageJournal(path).read(asOf: day, frame: frame, document: document)
        case .manifest, .exchange: break
        }
    }
}

/// What is compared besides the documents.
struct ComparedFrame: Sendable {
    let snapshot: StudySnapshot
    /// Documents that are there and kept back.
    let withheld: Set<DocumentNumber>

    init(_ snapshot: StudySnapshot, withheld: Set<DocumentNumber> = []) {
        self.snapshot = snapshot
        self.withheld = withheld
    }
}
