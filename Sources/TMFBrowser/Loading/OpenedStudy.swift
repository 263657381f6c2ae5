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
    private let search: LazySearch

    init(_ id: String, asOf day: Day?, in source: any BrowserSource) throws {
        let binder = try source.binder(of: id, asOf: day)
        let withheld = Set(binder.withheld.map(\.document))
        let last = binder.snapshot.head?.seq ?? 0
        // An entry that also speaks of a withheld document could tell its title.
        let isSeen: @Sendable (JournalEntry) -> Bool = { entry in
            entry.seq <= last && !entry.event.documents.contains(where: withheld.contains)
        }
        let search = LazySearch(binder)
        let history: Pages.History = { number in
            try source.history(of: number, in: id).filter(isSeen)
        }
        let journal: Pages.Journal = { numbers in try source.entries(of: id, numbers).filter(isSeen) }
        self.binder = binder
        self.search = search
        self.history = history
        self.journal = journal
        edition = "\(id) \(binder.snapshot.head?.hash.description ?? "") \(day.map { "\($0)" } ?? "now") \(binder.asOf)"
        pages = Pages(
            binder: binder, links: .served(study: binder.study, asOf: day), about: source.provenance,
            history: history, journal: journal,
            search: { text in search.hits(for: text) })
    }

    func hits(for text: String) -> [DocumentSearch.Hit] { search.hits(for: text) }
}

/// The search of a binder, made when it is first asked.
private final class LazySearch: Sendable {
    private let binder: Binder
    private let made = Mutex<DocumentSearch?>(nil)

    init(_ binder: Binder) { self.binder = binder }

    func hits(for text: String) -> [DocumentSearch.Hit] {
        let search = made.withLock { made in
            if let made { return made }
            let search = DocumentSearch(binder)
            made = search
            return search
        }
        return search.hits(for: text)
    }
}
