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

    /// What stands at a path: a store's folder, a package, or a manifest by the ending `.csv` or `.xlsx`. `study` is needed where
    /// a store holds several.
    ///
    /// Throws `PackageError.notAPackage` if it is none of them, `StoreError` if the study is not clear.
    public init(_ path: FilePath, study: String? = nil) throws {
        if try Store.isStore(path) {
            let store = try Store(at: path, .reading)
            self = .store(store, study: try store.study(named: study))
        } else if ["csv", "xlsx"].contains(path.extension?.lowercased() ?? "") {
            self = .manifest(path)
        } else {
            self = .package(path)
        }
    }

    /// Hands over everything but the documents, then every document in the order of their numbers. For a manifest use
    /// `manifestRecords`.
    func read(
        asOf day: Day?, frame: (ComparedFrame) throws -> Void, document: (Document) throws -> Void
    ) throws {
        switch self {
        case .store(let store, let study):
            try store.read(study, asOf: day, frame: { try frame(ComparedFrame($0)) }, document: document)
        case .package(let path):
            try PackageJournal(path).read(asOf: day, frame: frame, document: document)
        case .manifest: break
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
