import TMFFormats
import TMFModel
import TMFReview
import TMFStore

/// The figures of a package's records at the end of every month, as known then: what a package of that day would have
/// shown, without what this one withholds.
struct PackageTrend {
    /// The earliest first. The last is of the package's own day.
    ///
    /// A month in which the study went by a version of the reference model that is gone cannot be judged, and is left
    /// out; a store restored from the package leaves out the same.
    private(set) var points: [TrendPoint] = []
    /// The models that somebody brought and that any of the months was judged by, each once, by name.
    private(set) var models: [KeptModel] = []

    /// Reads the journal once. `all` is everything in the store on the day of `binder`, the package's records as judged;
    /// `withheld` is withheld although it belongs to no record. Without `past` there is the package's own day only.
    init(
        store: Store, all: StudySnapshot, withheld: Set<WithheldEntries.Thing>, binder: Binder, past isShown: Bool
    ) throws {
        let others = Dictionary(
            binder.withheld.map { ($0.document, $0.reason) }, uniquingKeysWith: { first, _ in first })
        let versions = binder.snapshot.documents.reduce(0) { $0 + $1.versions.count }
        let ends = isShown ? try store.monthEnds(of: all.study.id, until: binder.asOf) : []
        let past = Self.chosen(ends, versions: versions).dropLast()
        var kept: [String: KeptModel] = [:]
        var points: [TrendPoint] = []
        try store.forEachSnapshot(of: all.study.id, atEndsOf: Array(past)) { day, snapshot in
            guard ReferenceModelLibrary.knows(snapshot.study.model, kept: snapshot.keptModel) else { return }
            if let model = snapshot.keptModel { kept[model.name] = model }
            // What is withheld now was withheld then, whatever it was called and wherever it stood.
            let judged = try Binder.judging(
                snapshot.restrictingToo(all).withholding(withheld), within: binder.selection, others, asOf: day)
            points.append(TrendPoint(StatusReport(binder: judged)))
        }
        points.append(TrendPoint(StatusReport(binder: binder)))
        if let model = binder.snapshot.keptModel { kept[model.name] = model }
        self.points = points
        models = kept.values.sorted { $0.name < $1.name }
    }

    /// Every month is judged of up to so many versions: each takes as long as judging the package once more.
    static let versionsOfEveryMonth = 10_000

    /// Of a larger study, the last twelve months, and the ends of the years before them.
    static func chosen(_ ends: [Day], versions: Int) -> [Day] {
        guard versions > versionsOfEveryMonth else { return ends }
        return ends.enumerated().filter { $0.offset >= ends.count - 12 || $0.element.components.month == 12 }
            .map(\.element)
    }
}
