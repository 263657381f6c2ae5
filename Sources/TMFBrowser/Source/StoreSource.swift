import TMFFormats
public import TMFModel
import TMFPackage
public import TMFPages
public import TMFReview
public import TMFStore

/// All studies of a store, as they are now.
public struct StoreSource: BrowserSource {
    private let store: Store
    private let includesRestricted: Bool
    private let clock: @Sendable () -> Instant

    /// `store` may be open for reading only. Restricted documents are withheld everywhere unless `includesRestricted`.
    public init(
        _ store: Store, includesRestricted: Bool = false, clock: @escaping @Sendable () -> Instant = Clock.now
    ) {
        self.store = store
        self.includesRestricted = includesRestricted
        self.clock = clock
    }

    public var provenance: Provenance { Provenance(kind: .liveStore, program: Software.name) }

    public var day: Day { clock().day }

    public func studies() throws -> [String] { try store.studies() }

    public func title(of study: String) throws -> String { try store.currentStudy(study)?.title ?? study }

    public func head(of study: String) throws -> JournalHead? { try store.head(of: study) }

    /// Findings follow from what is examined, too.
    public func edition(of study: String) throws -> String {
        "\(try store.head(of: study)?.hash.description ?? "") \(try store.examined()?.edition() ?? "")"
    }

    public func binder(of study: String, asOf day: Day?) throws -> Binder {
        let judged = day ?? self.day
        var snapshot = try store.snapshot(of: study, asOf: day)
        try store.addExamined(to: &snapshot)
        guard !includesRestricted else { return try Binder.judging(snapshot, asOf: judged) }
        return try Binder.judging(marked(snapshot, asOf: day), within: .open, asOf: judged)
    }

    /// The same by one reading of the journal.
    public func trend(of study: String, until day: Day) throws -> [TrendPoint] {
        let ends = try store.monthEnds(of: study, until: day)
        let now = try store.snapshot(of: study)
        var points: [TrendPoint] = []
        try store.forEachSnapshot(of: study, atEndsOf: ends) { end, past in
            let binder =
                includesRestricted
                ? try Binder.judging(past, asOf: end)
                : try Binder.judging(past.restrictingToo(now), within: .open, asOf: end)
            points.append(TrendPoint(StatusReport(binder: binder)))
        }
        return points
    }

    /// A past day's records with those marked restricted that are so today: what was open once may unblind now.
    private func marked(_ past: StudySnapshot, asOf day: Day?) throws -> StudySnapshot {
        guard day != nil, try store.head(of: past.study.id) != past.head else { return past }
        return past.restrictingToo(try store.snapshot(of: past.study.id))
    }

    public func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry] {
        try store.history(of: document, in: study)
    }

    public func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        try store.entries(of: study, numbers)
    }

    public func contents(answering words: String) throws -> [Digest] {
        try store.examined()?.contents(answering: words) ?? []
    }

    public func text(of content: Digest) throws -> ExtractedText? { try store.examined()?.text(of: content) }

    public func content(of document: DocumentNumber, version: Version, in study: String) throws -> BrowserContent? {
        guard let filed = version.facts.content else { return nil }
        let contents = store.content
        return BrowserContent(
            size: try contents.open(filed.digest).size, mediaType: filed.mediaType,
            originalName: version.facts.originalName, digest: filed.digest
        ) { offset, count in try contents.open(filed.digest).read(at: offset, count: count) }
    }
}
