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
        /// Leave alone what has not changed since the beginning of this day (UTC), by the time that the folder or the
        /// archive states.
        public var since: Day?
        /// Open the archives in the source, one level, and file what is in them as `outer.zip/inner/file`. With a manifest
        /// those alone that its rows go into.
        public var isNested = false
        /// Only these files of a folder, by their paths; nil for all.
        public var only: Set<String>?
        /// A batch is full at so many records: enough that one sync serves many files.
        package var batchCount = 1_000
        /// Called with the path of each file before it is opened, from any thread.
        package var willRead: (@Sendable (String) -> Void)?

        public init(manifest: FilePath? = nil, isPartial: Bool = false, isDryRun: Bool = false) {
            self.manifest = manifest
            self.isPartial = isPartial
            self.isDryRun = isDryRun
        }

        /// Whether a file last changed before the day that is asked for. One of which nobody says when is not.
        func isOlder(_ file: IntakeSource.File) -> Bool {
            guard let since, let modified = file.modified else { return false }
            return modified / 1_000_000 < Instant(startOf: since).milliseconds
        }

        /// The files that are meant. What is no file is somebody else's to tell of where only some are.
        func selected(of listing: IntakeSource.Listing) -> IntakeSource.Listing {
            guard let only else { return listing }
            return IntakeSource.Listing(files: listing.files.filter { only.contains($0.path) })
        }
    }

    private let store: Store
    private let study: Study
    private let model: ReferenceModel
    private let expected: [ExpectationRule]
    private let attribution: Attribution

    /// `expected` are the stock rules: by them, roles of unknown people are guessed. Throws `StoreError.noSuchStudy`.
    public init(
        store: Store, study: String, model: ReferenceModel, expecting expected: [ExpectationRule] = [],
        by attribution: Attribution
    ) throws {
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        self.store = store
        self.study = current
        self.model = model
        self.expected = expected
        self.attribution = attribution
    }

    /// Imports a source. All rows are checked first; if one is bad, nothing is filed unless `isPartial` is set.
    ///
    /// Files are committed in batches: an import that is interrupted has filed whole records, and a second run files
    /// the rest. `progress` is told how many records of how many are done; `receipt` what became of each entry of the
    /// source, once it is decided, in the order of the rows, and then of what is no record of the import. It is told of
    /// `read + notListed + older + opened` in all.
    ///
    /// Throws `InputProblem` or `InputProblems` if the source or the manifest cannot be read at all, `ArchiveError`
    /// for a damaged archive, and what keeps the store from taking records.
    public func run(
        _ source: IntakeSource, _ options: Options, receipt: ((ReceiptRow) throws -> Void)? = nil,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        if options.isAddendum, attribution.reason?.allSatisfy(\.isWhitespace) ?? true {
            throw InputProblem(source: "--reason", message: "addenda are filed only with a reason; add --reason \"…\"")
        }
        guard options.isNested else { return try take(source, nil, options, receipt, progress) }
        let choice = try table(options).map { try NestedChoice(naming: rows(for: [], $0, options)) } ?? .all
        let place = options.isDryRun ? ProcessFacts.temporaryFolder : store.incoming
        return try source.withNested(choice, below: place) { try take(source, $0, options, receipt, progress) }
    }

    private func take(
        _ source: IntakeSource, _ nested: NestedArchives?, _ options: Options,
        _ receipt: ((ReceiptRow) throws -> Void)?, _ progress: (Int, Int) -> Void
    ) throws -> ImportReport {
        let listing = try nested?.filing ?? options.selected(of: source.listing())
        var files = listing.files
        if let manifest = try path(of: options.manifest, below: source) { files.removeAll { $0.path == manifest } }
        let older = Set(files.filter { options.isOlder($0) }.map(\.path))
        files.removeAll { older.contains($0.path) }
        let table = try table(options)
        let rows = rows(for: files, table, options).leavingOut(older)
        let index = FiledIndex(try store.snapshot(of: study.id))
        var check = ImportCheck(study: study, model: model, index: index, files: files, expecting: expected)
        try check.check(rows)

        var report = ImportReport()
        report.problems = listing.problems + check.problems
        report.notices = (table?.remarks ?? []) + check.remarks
        report.unlisted = rows.isManifest ? check.unlisted : []
        report.unknown = check.unknown.names
        report.older = older.count
        report.opened = nested?.opened.count ?? 0
        report.notices += (nested?.deeper ?? []).map(Importing.isLeftClosed)
        report.notListed = report.unlisted.count + (rows.isManifest ? listing.problems.count : 0)
        let unreadable = rows.isManifest ? 0 : listing.problems.count
        // A damaged archive is suspect as a whole; what else lies in a folder is not the manifest's concern.
        let isSourceBad =
            nested?.isBad ?? false || !listing.problems.isEmpty && (source.isArchive || !rows.isManifest)
        guard options.isPartial || (check.problems.isEmpty && !isSourceBad) else {
            report.failed = check.count + unreadable
            try writeProblems(of: report, in: table, options)
            if let receipt {
                try rows.forEach { row, _ in
                    let reason = check.reasons[row.row] ?? "nothing was filed, because of what is wrong with others"
                    try receipt(ReceiptRow(row, .refused, isManifest: rows.isManifest, reason: reason))
                }
                try tell(receipt, listing, nested, report, isManifest: rows.isManifest, older: older)
            }
            return report
        }
        report.failed = check.reasons.count + unreadable
        var run = try ImportRun(
            store: store, study: study, model: model, by: attribution, rows, options, index: index, report: report,
            receipt: receipt)
        try withFiles(of: source, nested, options) { place in
            try run.file(
                except: check.reasons, of: check.count, files: check.sizes, from: place, progress: progress)
        }
        try writeProblems(of: run.report, in: table, options)
        if let receipt { try tell(receipt, listing, nested, run.report, isManifest: rows.isManifest, older: older) }
        return run.report
    }

    private func table(_ options: Options) throws -> Table? {
        try options.manifest.map {
            try Table(opening: $0, source: $0.lastComponent?.string ?? $0.string, options.columns.table)
        }
    }

    /// Tells of the entries of the source that are no rows of the import.
    private func tell(
        _ receipt: (ReceiptRow) throws -> Void, _ listing: IntakeSource.Listing, _ nested: NestedArchives?,
        _ report: ImportReport, isManifest: Bool, older: Set<String>
    ) throws {
        for problem in listing.problems {
            try receipt(ReceiptRow(problem.source, isManifest ? .notListed : .refused, reason: problem.message))
        }
        for path in report.unlisted {
            try receipt(ReceiptRow(path, .notListed, reason: "is not in the manifest"))
        }
        for path in older.sorted() {
            try receipt(ReceiptRow(path, .older, reason: "has not changed since the day asked for"))
        }
        for (path, files) in nested?.opened ?? [] {
            try receipt(ReceiptRow(path, .opened, reason: "\(files.counted("file")) in it, each told of by itself"))
        }
    }

    private static func isLeftClosed(_ path: String) -> InputProblem {
        InputProblem(
            source: path,
            message: "is an archive in an archive, and was taken as one file: --nested goes one level deep")
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
        of source: IntakeSource, _ nested: NestedArchives?, _ options: Options, _ body: (IntakePlace) throws -> Void
    ) throws {
        if let nested { return try body(.folder(nested.root, nested: nested.folder)) }
        if source.isArchive, options.isDryRun {
            return try body(.digests(ArchiveUnpacking.contents(of: source.path, limits: ArchiveLimits())))
        }
        try ArchiveUnpacking.unpacked(source, below: store.incoming) { try body(.folder($0)) }
    }
}
