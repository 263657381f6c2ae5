import Synchronization
import TMFModel
import TMFPages
import TMFReview

@testable import TMFBrowser

/// A source whose first document is large: its bytes are made when they are read.
final class LargeSource: BrowserSource {
    private let source: any BrowserSource
    private let size: Int64
    private let largest = Mutex(0)

    /// `size` in bytes, instead of what was filed.
    init(_ source: any BrowserSource, size: Int64) {
        self.source = source
        self.size = size
    }

    /// The most bytes that were asked for at once.
    var largestRead: Int { largest.withLock { $0 } }
    var provenance: Provenance { source.provenance }
    var day: Day { source.day }

    func studies() throws -> [String] { try source.studies() }
    func title(of study: String) throws -> String { try source.title(of: study) }
    func head(of study: String) throws -> JournalHead? { try source.head(of: study) }

    func binder(of study: String, asOf day: Day?) throws -> Binder {
        let binder = try source.binder(of: study, asOf: day)
        let snapshot = binder.snapshot
        let documents = snapshot.documents.prefix(1).map { document -> Document in
            var document = document
            document.versions[0].facts.content = Content(
                digest: .zero, bytes: size, mediaType: "application/octet-stream")
            return document
        }
        return Binder(
            snapshot: StudySnapshot(study: snapshot.study, documents: documents, head: snapshot.head),
            model: binder.model, rules: binder.rules, asOf: binder.asOf)
    }

    func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry] { [] }
    func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry] { [] }

    func content(of document: DocumentNumber, version: Version, in study: String) throws -> BrowserContent? {
        BrowserContent(
            size: size, mediaType: "application/octet-stream", originalName: nil, digest: .zero
        ) { [self] offset, count in
            largest.withLock { $0 = max($0, count) }
            return [UInt8](repeating: 7, count: Int(min(Int64(count), size - offset)))
        }
    }
}
