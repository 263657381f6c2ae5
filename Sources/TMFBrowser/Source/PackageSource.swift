public import TMFModel
public import TMFPackage
public import TMFPages
public import TMFReview
import TMFStore

/// The study of a package, read where it is, without unpacking.
public struct PackageSource: BrowserSource {
    private let package: OpenPackage
    private let title: String

    /// Throws `StoreError.noSuchStudy` if the package's journal does not describe its study.
    public init(_ package: OpenPackage) throws {
        self.package = package
        title = try package.snapshot().study.title
    }

    public var provenance: Provenance { Provenance(kind: .package, program: Software.name, day: package.asOf) }

    public var day: Day { package.asOf }

    public func studies() throws -> [String] { [package.study] }

    public func title(of study: String) throws -> String { title }

    public func head(of study: String) throws -> JournalHead? { package.head }

    public func binder(of study: String, asOf day: Day?) throws -> Binder { try package.binder(asOf: day) }

    public func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry] {
        try package.history(of: document)
    }

    public func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        try package.entries(numbers)
    }

    public func content(of document: DocumentNumber, version: Version, in study: String) throws -> BrowserContent? {
        guard let filed = version.facts.content, let size = package.size(of: document, version: version.ordinal) else {
            return nil
        }
        let package = package
        return BrowserContent(
            size: size, mediaType: filed.mediaType, originalName: version.facts.originalName, digest: filed.digest
        ) { offset, count in try package.read(document, version: version.ordinal, at: offset, count: count) }
    }
}
