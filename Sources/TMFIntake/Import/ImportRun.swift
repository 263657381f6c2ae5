import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

/// One import while it files: batch after batch, each read on all processors, decided in the order of its rows, and
/// recorded while the next is read.
struct ImportRun {
    let store: Store
    let study: Study
    let attribution: Attribution
    let rules: FilingRules
    let rows: ImportRows
    let options: Importing.Options
    /// Told what became of each record, in their order; nil if nobody wants to know.
    let receipt: ((ReceiptRow) throws -> Void)?
    var index: FiledIndex
    var report: ImportReport
    /// The versions that a row of this import was about: a second row does not correct what the first one said.
    var seen: Set<FiledIndex.Place> = []
    var nextNumber: Int
    /// What is locked, and takes addenda only.
    private let locked: Oversight

    /// A batch is full at so many bytes, whatever their number: little to do again after a crash.
    private static let fullBytes: Int64 = 256 << 20

    /// What is recorded together.
    struct Batch {
        var items: [Item] = []
        var bytes: Int64 = 0
        var events: [JournalEvent] = []
        var staged: [StagedContent] = []
        /// What became of the records so far, by the rows that they stand in.
        var receipt: [(order: Int, row: ReceiptRow)] = []
    }

    init(
        store: Store, study: Study, model: ReferenceModel, by attribution: Attribution, _ rows: ImportRows,
        _ options: Importing.Options, index: FiledIndex, report: ImportReport,
        receipt: ((ReceiptRow) throws -> Void)? = nil
    ) throws {
        self.receipt = receipt
        self.store = store
        self.study = study
        self.attribution = attribution
        self.rows = rows
        self.options = options
        self.index = index
        self.report = report
        locked = Oversight(locks: try store.locks(of: study.id))
        rules = FilingRules(study: study, model: model)
        nextNumber = Int(try store.nextDocumentNumber(in: study.id).value)
    }

    /// Files the rows but the bad ones. `files` are the source's by every spelling of their path.
    mutating func file(
        except bad: [Int: String], of count: Int, files: [String: IntakeSource.File], from place: IntakePlace,
        progress: (Int, Int) -> Void
    ) throws {
        let recording = BackgroundRecording(store: store, study: study.id, by: attribution)
        var batch = Batch()
        var done = bad.count
        var batches = 0
        func flush(_ run: inout ImportRun) throws {
            batches += 1
            try run.file(&batch, number: batches, files: files, from: place, recording)
            done += batch.items.count
            for (_, row) in batch.receipt.sorted(by: { $0.order < $1.order }) { try run.receipt?(row) }
            batch = Batch()
            progress(done, count)
        }
        do {
            try rows.forEach { row, _ in
                if let reason = bad[row.row] {
                    note(row, .refused, reason: reason, into: &batch)
                    if batch.receipt.count >= options.batchCount { try flush(&self) }
                    return
                }
                let facts = try row.facts(in: study, model: rules.model, source: rows.source)
                let file = row.path.flatMap { files[$0] }
                batch.items.append(
                    Item(row: row, facts: facts.document, version: facts.version, path: file?.path))
                batch.bytes += file?.size ?? 0
                if batch.items.count >= options.batchCount || batch.bytes >= ImportRun.fullBytes { try flush(&self) }
            }
            try flush(&self)
        } catch {
            try? recording.finish()  // The first failure is the one to tell; what was recorded stays.
            throw error
        }
        try recording.finish()
    }

    private mutating func file(
        _ batch: inout Batch, number: Int, files: [String: IntakeSource.File], from place: IntakePlace,
        _ recording: BackgroundRecording
    ) throws {
        var outcomes = try read(batch, number: number, files: files, from: place).makeIterator()
        var unkept: [StagedContent] = []
        do {
            for item in batch.items {
                var content: Content?
                var copy: StagedContent?
                if item.path != nil {
                    switch outcomes.next() ?? .failed("was not read") {
                    case .staged(let new):
                        copy = new
                        content = new.content
                        unkept.append(new)
                    case .hashed(let known): content = known
                    case .failed(let message):
                        fail(item.row, message)
                        note(item.row, .refused, reason: message, into: &batch)
                        continue
                    }
                }
                let isKept = try decide(item, content, into: &batch)
                guard let copy else { continue }
                if isKept { batch.staged.append(copy) } else { try store.content.discard(copy) }
            }
            if options.isDryRun {
                try store.checkLocks(batch.events, in: study.id, by: attribution)
            } else {
                try recording.begin(batch.events, staged: batch.staged)
            }
        } catch {
            store.content.discardWhatCanBe(unkept)
            throw error
        }
    }

    private func read(
        _ batch: Batch, number: Int, files: [String: IntakeSource.File], from place: IntakePlace
    ) throws -> [ParallelReading.Outcome] {
        switch place {
        case .digests(let contents):
            return batch.items.compactMap { item in
                item.path.map { path in contents[path].map { .hashed($0) } ?? .failed("was not read") }
            }
        case .folder(let folder, let nested):
            let orders = batch.items.enumerated().compactMap { position, item in
                item.path.map { path in
                    ParallelReading.Order(
                        path: path, isNested: files[path]?.isNested ?? false,
                        expected: index.expectedDigest(
                            path: item.row.path, source: item.version.source, size: files[path]?.size ?? 0),
                        token: "\(number)-\(position)")
                }
            }
            return try ParallelReading(
                store: store, folder: folder, nested: nested, isDryRun: options.isDryRun, willRead: options.willRead
            ).read(orders)
        }
    }

    /// Whether records filed into the scope are addenda.
    func takesAddenda(_ scope: Scope) -> Bool { options.isAddendum && locked.lock(covering: scope) != nil }

    /// Takes note for the receipt, if one is wanted.
    func note(
        _ row: ManifestRow, _ outcome: ReceiptRow.Outcome, reason: String? = nil, _ document: DocumentNumber? = nil,
        version: Int? = nil, _ content: Content? = nil, duplicateOf other: DocumentNumber? = nil,
        into batch: inout Batch
    ) {
        guard receipt != nil else { return }
        var entry = ReceiptRow(row, outcome, isManifest: rows.isManifest, reason: reason)
        entry.document = document
        entry.version = version
        entry.content = content
        entry.duplicateOf = other
        batch.receipt.append((row.row, entry))
    }

    private mutating func fail(_ row: ManifestRow, _ message: String) {
        report.failed += 1
        report.problems.append(
            InputProblem(
                source: rows.isManifest ? rows.source : row.path ?? rows.source, row: rows.isManifest ? row.row : nil,
                column: rows.isManifest ? "path" : nil, message: message))
    }
}

/// Where the files of a source can be had.
enum IntakePlace {
    /// As files below a folder, and those of archives in it below another.
    case folder(FilePath, nested: FilePath? = nil)
    /// Nowhere, as nothing is to be filed: what each would be.
    case digests([String: Content])
}
