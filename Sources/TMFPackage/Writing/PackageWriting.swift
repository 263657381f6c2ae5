import Archive
import Disk
public import SystemPackage
import TMFFormats
import TMFModel
import TMFReview
public import TMFStore

/// Writes one study of a store as a package: a bag with its records, journal, lists and an offline viewer.
///
/// The same journal head and options give the same bytes, on any machine. Contents are read and hashed once; memory
/// does not grow with their number or size.
public struct PackageWriting {
    /// How far it has come.
    public struct Progress: Sendable {
        public let bytes: Int64
        public let totalBytes: Int64
    }

    let store: Store
    let study: String
    let options: PackageOptions
    let snapshot: StudySnapshot
    let head: JournalHead
    let binder: Binder
    /// The months before the package's own; none for a transfer, which has no pages.
    let trend: PackageTrend
    let withheldEntries: WithheldEntries
    let base: String
    let exchange: ExchangeExport?
    /// Seals the package; nil for one without a seal. A sealed package is the same to the byte but for its seal.
    public var sealer: PackageSealer?

    /// Reads the study. Throws `StoreError.noSuchStudy`, or an error of the bundled reference model.
    public init(store: Store, study: String, _ options: PackageOptions = PackageOptions()) throws {
        self.store = store
        self.study = study
        self.options = options
        var snapshot = try store.snapshot(of: study, asOf: options.asOf)
        if options.asOf != nil { snapshot = try snapshot.restrictingToo(store.snapshot(of: study)) }
        guard let head = snapshot.head else { throw StoreError.noSuchStudy(study, known: try store.studies()) }
        let asOf = options.asOf ?? head.at.day
        let model = try ReferenceModelLibrary.load(snapshot.study.model, kept: snapshot.keptModel).model
        let chosen = snapshot.withholding(outside: options.selection, model: model, on: asOf).withheld
        let withheldEntries = try WithheldEntries(
            withheld: Set(chosen.map(\.document)), in: snapshot, model: model, store: store, through: head.seq)
        let (kept, withheld) = snapshot.withholding(withheldEntries.things).withholding(
            outside: options.selection, withheldEntries.records, model: model, on: asOf)
        self.snapshot = snapshot
        self.head = head
        self.withheldEntries = withheldEntries
        // Before the package's own day is judged: what two days are judged by is never in memory together.
        trend =
            options.kind == .transfer
            ? PackageTrend()
            : try PackageTrend(
                store: store, all: snapshot, withholding: withheld, withheldEntries.things, of: options.selection,
                before: asOf)
        ProcessMemory.giveBack()
        binder = try Binder.judging(kept, withheld: withheld, of: options.selection, asOf: asOf)
        guard options.kind != .transfer || options.exchange != nil else { throw PackageError.noAgreement }
        exchange = try options.exchange.map { [binder] in
            ExchangeExport(
                binder: binder,
                transfer: try ExchangeTransfer(
                    store: store, study: snapshot.study, head: head, asOf: asOf, options: options, exchange: $0))
        }
        base =
            exchange.flatMap { options.kind == .transfer ? $0.transfer.folder : nil }
            ?? PackageWriting.base(study, asOf, options.selection)
    }

    /// `ABC-101-tmf-2026-03-31`, with a few words of the scope where it is not the whole study.
    private static func base(_ study: String, _ asOf: Day, _ selection: RecordSelection) -> String {
        let name = "\(study)-tmf-\(asOf)"
        guard !selection.isOfWholeStudy || selection.blinding == .unblinded else { return name }
        return "\(name)-\(BagPath.safeName(for: selection.shortWords, fallback: "part", maxLength: 32))"
    }

    /// Writes the package at `path`, which must not be there: beside it first, and moved into place when it is whole.
    ///
    /// Throws `PackageError`; nothing is left at `path` or beside it then.
    public func write(to path: FilePath, progress: (Progress) -> Void = { _ in }) throws -> PackageReport {
        guard try !Entry.exists(path) else { throw PackageError.alreadyThere(path: path.string) }
        try exchange?.check()
        var known: [PackageReport.Failure] = []
        while true {
            do {
                return try writeBeside(path, excluding: known, progress)
            } catch let error as LongContentDamaged {
                // It shows in the middle of a file only. All are looked through, so that all are listed, and so that
                // it is begun anew once, not once for each.
                known = copying.failures(among: orders(excluding: []))
                let order = error.order
                if !known.contains(where: { $0.document == order.document && $0.version == order.version }) {
                    known.append(order.failure("cannot be read reliably: now as it was filed, now not"))
                }
                guard options.allowsFailures else { throw PackageError.failed(known) }
            }
        }
    }

    private func writeBeside(
        _ path: FilePath, excluding known: [PackageReport.Failure], _ progress: (Progress) -> Void
    ) throws -> PackageReport {
        let scratch = FilePath("\(path.string).part-\(ProcessFacts.number)")
        try Folder.create(scratch)
        do {
            let report: PackageReport
            if let limit = options.volumeSize {
                report = try writeVolumes(path, below: limit, excluding: known, scratch: scratch, progress)
            } else {
                let building = scratch.appending("package")
                report = try write(building, named: path, scratch: scratch, excluding: known, progress)
                try Entry.rename(building, to: path)
            }
            let folder = path.removingLastComponent()
            try Folder.sync(folder.isEmpty ? "." : folder)
            try Folder.remove(scratch)
            return report
        } catch {
            try? Folder.remove(scratch)  // The first failure is the one to tell.
            throw error
        }
    }

    private func write(
        _ building: FilePath, named path: FilePath, scratch: FilePath, excluding known: [PackageReport.Failure],
        _ progress: (Progress) -> Void
    ) throws -> PackageReport {
        let output = PackageOutput(try target(building), base: base, scratch: scratch)
        let orders = orders(excluding: known)
        // First of all: whoever wants the whole store back from a stream learns at once that it is not here.
        try addWithheld(to: output)
        let total = orders.bytes
        var done: Int64 = 0
        let found = try copying.copy(orders, to: output) { order in
            done += order.content.bytes
            progress(Progress(bytes: done, totalBytes: total))
        }
        let failures = (known + found).sorted { ($0.document, $0.version) < ($1.document, $1.version) }
        guard failures.isEmpty || options.allowsFailures else { throw PackageError.failed(failures) }
        let lists = try addLists(to: output, failures: failures, scratch: scratch)
        let digest = try output.finish()
        return report(path, lists, failures, files: output.files, bytes: output.bytes, sha256: digest)
    }

    func report(
        _ path: FilePath, _ lists: Lists, _ failures: [PackageReport.Failure], files: Int, bytes: Int64,
        sha256: Digest?, volumes: [PackageReport.Volume] = []
    ) -> PackageReport {
        PackageReport(
            path: path.string, kind: options.kind, documents: binder.snapshot.documents.count,
            versions: lists.versions, files: files, bytes: bytes, sha256: sha256, excluded: lists.excluded,
            failed: failures, versionsInStore: lists.inStore, exchange: lists.exchange, volumes: volumes,
            texts: lists.texts)
    }

    func addWithheld(to output: PackageOutput) throws {
        let withheld = PackageTables(binder: binder, recordPath: { _, _ in nil })
        try output.add([{ try $0.add(WithheldTable.path, pieces: withheld.writeWithheld) }])
    }

    var copying: RecordCopying { RecordCopying(content: store.content) }

    var paths: RecordPath {
        RecordPath(
            model: binder.model,
            baseLength: base.utf8.count + 1 + (options.volumeSize == nil ? 0 : VolumeName.longestSuffix),
            isForExchange: options.kind == .transfer)
    }

    func orders(excluding known: [PackageReport.Failure]) -> RecordOrders {
        let bad = Set(known.map { RecordName(document: $0.document, version: $0.version) })
        return RecordOrders(binder.snapshot.documents, excluding: bad, paths: paths)
    }

    func target(_ building: FilePath) throws -> any PackageTarget {
        switch options.format {
        case .zip: try ArchiveTarget(creating: building, .zip, time: head.at.seconds)
        case .tar: try ArchiveTarget(creating: building, .tar, time: head.at.seconds)
        case .tarZstd: try ArchiveTarget(creating: building, .tarZstd, time: head.at.seconds)
        case .folder: try FolderTarget(creating: building)
        }
    }
}

/// One version, by its document's number and its ordinal.
struct RecordName: Hashable, Sendable {
    let document: DocumentNumber
    let version: Int
}
