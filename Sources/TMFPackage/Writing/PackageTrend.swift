import TMFFormats
import TMFModel
import TMFReview
import TMFStore

/// The figures of a package's records at the end of every month, as known then: what a package of that day would have
/// shown, without what this one withholds.
struct PackageTrend {
    /// The earliest first.
    ///
    /// A month in which the study went by a version of the reference model that is gone cannot be judged, and is left
    /// out; a store restored from the package leaves out the same.
    private(set) var points: [TrendPoint] = []
    /// The models that somebody brought and that any of the months was judged by, each once, by name.
    private(set) var models: [KeptModel] = []

    /// Of no month.
    init() {}

    /// The months before that of `day`, the package's own. Reads the journal once. `all` is everything in the store on that
    /// day, of which `records` and `things` are withheld, as far as the months knew them.
    init(
        store: Store, all: StudySnapshot, withholding records: [WithheldRecord], _ things: Set<WithheldEntries.Thing>,
        of selection: RecordSelection, before day: Day
    ) throws {
        let others = Dictionary(records.map { ($0.document, $0.reason) }, uniquingKeysWith: { first, _ in first })
        let versions = all.documents.reduce(0) { $0 + $1.versions.count } - records.reduce(0) { $0 + $1.versions }
        let ends = Self.chosen(try store.monthEnds(of: all.study.id, until: day), versions: versions).dropLast()
        var past = PackageTrend()
        try store.forEachSnapshot(of: all.study.id, atEndsOf: Array(ends), knowing: all) { day, snapshot in
            guard ReferenceModelLibrary.knows(snapshot.study.model, kept: snapshot.keptModel) else { return }
            // What is withheld now was withheld then, whatever it was called and wherever it stood.
            past.add(
                try Binder.judging(
                    snapshot.restrictingToo(all).withholding(things), within: selection, others, asOf: day))
        }
        self = past
    }

    /// With the records as a binder of a later day has them.
    func adding(_ binder: Binder) -> PackageTrend {
        var trend = self
        trend.add(binder)
        return trend
    }

    private mutating func add(_ binder: Binder) {
        points.append(TrendPoint(StatusReport(binder: binder)))
        guard let model = binder.snapshot.keptModel, !models.contains(where: { $0.name == model.name }) else { return }
        models.append(model)
        models.sort { $0.name < $1.name }
    }

    /// Every month is judged of up to so many versions: each takes as long as judging the package once more.
    static let versionsOfEveryMonth = 10_000

    /// Up to so many, every month of the last year: judging twelve takes a third of the package's whole time.
    static let versionsOfMonths = 100_000

    /// Of a larger study, the last twelve months, and the ends of the years before them; of one that is larger still, the
    /// ends of quarters among those twelve. The last day is always one of them.
    static func chosen(_ ends: [Day], versions: Int) -> [Day] {
        guard versions > versionsOfEveryMonth else { return ends }
        let step = versions > versionsOfMonths ? 3 : 1
        return ends.enumerated().filter { place, end in
            guard place >= ends.count - 12 else { return end.components.month == 12 }
            return end.components.month % step == 0 || place == ends.count - 1
        }.map(\.element)
    }
}
