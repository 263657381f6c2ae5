import Archive
import Disk
public import SystemPackage
public import TMFFormats
public import TMFModel
public import TMFStore

/// Files everything that a source holds: once, in its place, and recognizably, so that importing the same source
/// again files nothing.
public struct Importing {
    /// How an import is to be done.
    public struct Options: Sendable {
        /// The manifest; nil to place each file by its name and folders.
        public var manifest: FilePath?
        /// What the user says about the manifest's columns, and how it is to be read.
        public var columns = ColumnMap()
        /// Where to write, as a new table, the rows that have problems: CSV, or a workbook if it ends in `.xlsx`.
        public var problemsOut: FilePath?
        /// File the good rows although others are bad.
        public var isPartial = false
        /// Check everything, file nothing.
        public var isDryRun = false
        /// File into locked places, each record marked as an addendum there. Needs a reason.
        public var isAddendum = false
        /// A batch is full at so many records: enough that one sync serves many files.
        package var batchCount = 1_000
        /// Called with the path of each file before it is opened, from any thread.
        package var willRead: (@Sendable (String) -> Void)?

        public init(manifest: FilePath? = nil, isPartial: Bool = false, isDryRun: Bool = false) {
            self.manifest = manifest
            self.isPartial = isPartial
            self.isDryRun = isDryRun
        }
    }

    private let store: Store
    private let study: Study
    private let model: ReferenceModel
    private let attribution: Attribution

    /// Throws `StoreError.noSuchStudy`.
    public init(store: Store, study: String, model: ReferenceModel, by attribution: Attribution) throws {
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        self.store = store
        self.study = current
        self.model = model
        self.attribution = attribution
    }

    /// Imports a source. All rows are checked first; if one is bad, nothing is filed unless `isPartial` is set.
    ///
    /// Files are committed in batches: an import that is interrupted has filed whole records, and a second run files
    /// the rest. `progress` is told how many records of how many are done.
    ///
    /// Throws `InputProblem` or `InputProblems` if the source or the manifest cannot be read at all, `ArchiveError`
    /// for a damaged archive, and what keeps the store from taking records.
    public func run(
        _ source: IntakeSource, _ options: Options, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        if options.isAddendum, attribution.reason?.allSatisfy(\.isWhitespace) ?? true {
            throw InputProblem(source: "--reason", message: "addenda are filed only with a reason; add --reason \"…\"")
        }
        let listing = try source.listing()
        var files = listing.files
        if let manifest = try path(of: options.manifest, below: source) { files.removeAll { $0.path == manifest } }
        let table = try table(options)
        let rows = rows(for: files, table, options)
        let index = FiledIndex(try store.snapshot(of: study.id))
        var check = ImportCheck(study: study, model: model, index: index, files: files)
        try check.check(rows)

        var report = ImportReport()
        report.problems = listing.problems + check.problems
        report.notices = (table?.remarks ?? []) + check.remarks
        report.unlisted = rows.isManifest ? check.unlisted : []
        let unreadable = rows.isManifest ? 0 : listing.problems.count
        // A damaged archive is suspect as a whole; what else lies in a folder is not the manifest's concern.
        let isSourceBad = !listing.problems.isEmpty && (source.isArchive || !rows.isManifest)
        guard options.isPartial || (check.problems.isEmpty && !isSourceBad) else {
            report.failed = check.count + unreadable
            try writeProblems(of: report, in: table, options)
            return report
        }
        report.failed = check.badRows.count + unreadable
        var run = try ImportRun(
            store: store, study: study, model: model, by: attribution, rows, options, index: index, report: report)
        try withFiles(of: source, options) { place in
            try run.file(
                except: check.badRows, of: check.count, files: check.sizes, from: place, progress: progress)
        }
        try writeProblems(of: run.report, in: table, options)
        return run.report
    }

    private func table(_ options: Options) throws -> Table? {
        try options.manifest.map {
            try Table(opening: $0, source: $0.lastComponent?.string ?? $0.string, options.columns.table)
        }
    }

    private func rows(for files: [IntakeSource.File], _ table: Table?, _ options: Options) -> ImportRows {
        guard let table else {
            return ImportRows(placing: files, by: Planner(study: study, model: model), source: "import")
        }
        return ImportRows(manifest: table.source) { try ManifestReader(table, options.columns) }
    }

    private func writeProblems(of report: ImportReport, in table: Table?, _ options: Options) throws {
        guard let path = options.problemsOut, let table else { return }
        try ProblemTable.write(report.problems, of: table, options.columns, to: path)
    }

    /// The manifest's path below the source, if that is where it lies: it is not itself a record.
    private func path(of manifest: FilePath?, below source: IntakeSource) throws -> String? {
        guard let manifest, !source.isArchive else { return nil }
        let here = try ProcessFacts.currentFolder()
        var path = here.pushing(manifest).lexicallyNormalized()
        guard path.removePrefix(here.pushing(source.path).lexicallyNormalized()) else { return nil }
        return path.string
    }

    /// Hands over where the files can be read one by one: the folder itself, or a place in the store's `incoming/`
    /// where the archive is unpacked, which is gone afterwards. Nothing is written for a trial.
    private func withFiles(
        of source: IntakeSource, _ options: Options, _ body: (IntakePlace) throws -> Void
    ) throws {
        if source.isArchive, options.isDryRun {
            return try body(.digests(ArchiveUnpacking.contents(of: source.path, limits: ArchiveLimits())))
        }
        try ArchiveUnpacking.unpacked(source, below: store.incoming) { try body(.folder($0)) }
    }
}
