import Synchronization
import TMFModel
import TMFPages
import TMFReview

/// One study on one day, ready to be shown: made once, then asked by many requests.
final class OpenedStudy: Sendable {
    let binder: Binder
    let pages: Pages
    /// Changes whenever a page could.
    let edition: String
    let history: Pages.History
    let journal: Pages.Journal
    let trend: LazyTrend
    private let search: LazySearch

    /// `edition` is the source's, asked before anything is read: what comes in between is read again.
    init(_ id: String, asOf day: Day?, edition: String, in source: any BrowserSource) throws {
        let binder = try source.binder(of: id, asOf: day)
        let withheld = Set(binder.withheld.map(\.document))
        let last = binder.snapshot.head?.seq ?? 0
        // An entry that also speaks of a withheld document could tell its title.
        let isSeen: @Sendable (JournalEntry) -> Bool = { entry in
            entry.seq <= last && !entry.event.documents.contains(where: withheld.contains)
        }
        let search = LazySearch(binder, source)
        let trend = LazyTrend { try source.trend(of: id, until: binder.asOf) }
        self.trend = trend
        let history: Pages.History = { number in
            try source.history(of: number, in: id).filter(isSeen)
        }
        let journal: Pages.Journal = { numbers in try source.entries(of: id, numbers).filter(isSeen) }
        self.binder = binder
        self.search = search
        self.history = history
        self.journal = journal
        self.edition = "\(id) \(edition) \(day.map { "\($0)" } ?? "now") \(binder.asOf)"
        pages = Pages(
            binder: binder, links: .served(study: binder.study, asOf: day), about: source.provenance,
            history: history, journal: journal,
            search: { text in try search.hits(for: text) },
            trend: { try trend.points() })
    }

    func hits(for text: String) throws -> [DocumentSearch.Hit] { try search.hits(for: text) }
}

/// The search of a binder, made when it is first asked.
private final class LazySearch: Sendable {
    private let binder: Binder
    private let source: any BrowserSource
    private let made = Mutex<Made?>(nil)

    /// Only what this reader may see is in the binder, and so among the holders of contents.
    private struct Made {
        let search: DocumentSearch
        let holders: ContentHolders
    }

    init(_ binder: Binder, _ source: any BrowserSource) {
        self.binder = binder
        self.source = source
    }

    /// Passages are looked up for so many hits.
    private static let passages = 100

    func hits(for text: String) throws -> [DocumentSearch.Hit] {
        let made = made.withLock { made in
            if let made { return made }
            let new = Made(search: DocumentSearch(binder), holders: ContentHolders(binder.snapshot.documents))
            made = new
            return new
        }
        var hits = try made.search.hits(for: text) { term in
            made.holders.documents(holding: try source.contents(answering: term.expression))
        }
        let query = SearchQuery(text)
        for place in hits.indices.prefix(Self.passages) where hits[place].field == .text {
            guard let document = binder.snapshot.document(hits[place].document) else { continue }
            hits[place].passage = try TextPassage.first(of: query, in: document) { try source.text(of: $0) }
        }
        return hits
    }
}
