public import TMFModel
public import TMFReview

/// A binder as pages for people: the same for a browser over HTTP and for the offline viewer of a package.
///
/// Made once for a binder, in time linear in it; each page is then written without a look at anything else but the
/// history that `history` and `journal` fetch.
public struct Pages: Sendable {
    /// So many documents, slots, findings or entries on one page; more are split into parts.
    public static let rowsPerPart = 500

    /// Entries of the journal about one document, oldest first, as far as this reader may see them.
    public typealias History = @Sendable (DocumentNumber) throws -> [JournalEntry]
    /// The entries with these numbers, oldest first; those that this reader may not see are left out.
    public typealias Journal = @Sendable (ClosedRange<Int>) throws -> [JournalEntry]
    /// The figures at the end of each month, the earliest first.
    public typealias Trend = @Sendable () throws -> [TrendPoint]
    /// Up to so many versions the trend is drawn on a served overview: judging them month by month takes no time.
    static let versionsOfDrawnTrend = 1_000
    /// The path below the package's `data/` of a version's record; nil if the package does not hold it.
    public typealias ContentPath = @Sendable (DocumentNumber, Int) -> String?
    /// The volume that holds a version's record, where it is not the one that holds the pages.
    public typealias Volume = @Sendable (DocumentNumber, Int) -> Int?
    /// The records that answer a question. Asked by served pages only.
    public typealias Search = @Sendable (String) throws -> [DocumentSearch.Hit]

    public let binder: Binder
    public let links: Links
    public let about: Provenance
    let index: PageIndex
    let status: StatusReport
    let history: History
    let journal: Journal?
    let contentPath: ContentPath
    let volume: Volume
    /// Of the texts that the offline search finds; nil if it finds none.
    let texts: SearchTextWriter.Summary?
    let search: Search
    let trend: Trend?

    /// Without `journal` there is no audit trail among the pages. `contentPath` is asked by offline pages only, `search` by
    /// served ones only.
    public init(
        binder: Binder, links: Links, about: Provenance, history: @escaping History, journal: Journal? = nil,
        contentPath: @escaping ContentPath = { _, _ in nil }, volume: @escaping Volume = { _, _ in nil },
        texts: SearchTextWriter.Summary? = nil, search: @escaping Search = { _ in [] },
        trend: Trend? = nil
    ) {
        self.binder = binder
        self.links = links
        self.about = about
        self.history = history
        self.journal = journal
        self.contentPath = contentPath
        self.volume = volume
        self.texts = texts
        self.search = search
        self.trend = trend
        index = PageIndex(binder)
        status = StatusReport(binder: binder)
    }

    /// The page about `place`; nil if the study has no such place. Throws what `history`, `journal` and `trend` throw.
    public func page(_ place: Place, filter: PageFilter = PageFilter()) throws -> HTML? {
        guard place.part >= 1 else { return nil }
        let sheet = Sheet(pages: self, here: place, filter: filter)
        switch place {
        case .dashboard: return try sheet.dashboard()
        case .about: return sheet.about()
        case .tree: return sheet.tree()
        case .zone(let number): return binder.model.zone(number).map(sheet.zone)
        case .section(let number): return binder.model.section(number).map(sheet.section)
        case .artifact(let number, _):
            guard let artifact = binder.model.artifact(number) else { return nil }
            return try sheet.artifact(artifact)
        case .document(let number):
            guard !links.isOffline, let document = binder.snapshot.document(number) else { return nil }
            return try sheet.document(document)
        case .sites: return sheet.sites()
        case .country(let code): return binder.study.country(code).map(sheet.country)
        case .site(let code, let id):
            return binder.study.site(.site(code, id)).map { sheet.site($0, in: code) }
        case .missing: return sheet.missing()
        case .expiring: return sheet.expiring()
        case .findings: return sheet.findings()
        case .timeline: return sheet.timeline()
        case .people: return sheet.people()
        case .amendments: return sheet.amendments()
        case .retention: return sheet.retention()
        case .search: return try sheet.search()
        case .trend: return try sheet.trend()
        case .audit: return try sheet.audit()
        }
    }

    /// The place to which a link to `document` leads, and the anchor on its page.
    func target(of document: DocumentNumber) -> (place: Place, fragment: String?)? {
        guard let found = binder.snapshot.document(document) else { return nil }
        guard links.isOffline else { return (.document(document), nil) }
        let artifact = found.facts.artifact
        guard binder.model.artifact(artifact) != nil else { return nil }
        return (.artifact(artifact, part: index.part(of: document)), Pages.anchor(document))
    }

    /// `d-000123`
    static func anchor(_ document: DocumentNumber) -> String { document.description.lowercased() }

    /// How many parts hold so many rows; 1 for none.
    static func parts(for rows: Int) -> Int { max(1, (rows + rowsPerPart - 1) / rowsPerPart) }
}
