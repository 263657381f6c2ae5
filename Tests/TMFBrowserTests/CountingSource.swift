import Synchronization
import TMFModel
import TMFPages
import TMFReview

@testable import TMFBrowser

/// A source that counts how often it was asked for everything.
final class CountingSource: BrowserSource {
    private let source: any BrowserSource
    private let count = Mutex(0)

    init(_ source: any BrowserSource) { self.source = source }

    var binders: Int { count.withLock { $0 } }
    var provenance: Provenance { source.provenance }
    var day: Day { source.day }

    func studies() throws -> [String] { try source.studies() }
    func title(of study: String) throws -> String { try source.title(of: study) }
    func head(of study: String) throws -> JournalHead? { try source.head(of: study) }

    func binder(of study: String, asOf day: Day?) throws -> Binder {
        count.withLock { $0 += 1 }
        return try source.binder(of: study, asOf: day)
    }

    func trend(of study: String, until day: Day) throws -> [TrendPoint] { try source.trend(of: study, until: day) }

    func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry] {
        try source.history(of: document, in: study)
    }

    func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        try source.entries(of: study, numbers)
    }

    func content(of document: DocumentNumber, version: Version, in study: String) throws -> BrowserContent? {
        try source.content(of: document, version: version, in: study)
    }
}
