import Archive
import Disk
import SystemPackage
import TMFFormats
public import TMFModel
public import TMFStore
import XML

/// Files a transfer by the eTMF Exchange Mechanism Standard: everything in it, or nothing.
///
/// Importing the same transfer again files nothing. What a sender says beyond what is filed, its signatures and its
/// audit records among it, is kept with each version as the sender's statement.
public struct ExchangeImporting {
    public struct Options: Sendable {
        /// Passes over what deviates from schema 22.1 and the rules beside it, and reports each; otherwise each is a
        /// problem.
        public var isLenient = false
        /// Check everything, file nothing.
        public var isDryRun = false
        /// The path of the `exchange.xml` in the source; nil to look for it.
        public var manifest: String?

        public init(isLenient: Bool = false, isDryRun: Bool = false, manifest: String? = nil) {
            self.isLenient = isLenient
            self.isDryRun = isDryRun
            self.manifest = manifest
        }
    }

    private let store: Store
    private let study: Study
    private let model: ReferenceModel
    private let attribution: Attribution
    private let clock: @Sendable () -> Instant

    /// Throws `StoreError.noSuchStudy`.
    public init(
        store: Store, study: String, model: ReferenceModel, by attribution: Attribution,
        clock: @escaping @Sendable () -> Instant = Clock.now
    ) throws {
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        self.store = store
        self.study = current
        self.model = model
        self.attribution = attribution
        self.clock = clock
    }

    /// Whether a source is such a transfer: it holds a file `exchange.xml`, or one whose name ends so.
    public static func isExchange(_ source: IntakeSource) throws -> Bool {
        try !ExchangeManifests.paths(among: source.listing().files).isEmpty
    }

    /// Imports a transfer. Everything is checked before anything is filed; with any problem, nothing is, and the
    /// receipt lists all of them.
    ///
    /// Throws `ArchiveError` for a damaged archive, and what keeps the store from taking records. `progress` is told how
    /// many files of how many are done.
    public func run(
        _ source: IntakeSource, _ options: Options, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ExchangeReceipt {
        var receipt = ExchangeReceipt(
            isLenient: options.isLenient, isDryRun: options.isDryRun, at: clock(), by: attribution)
        let listing = try source.listing()
        receipt.report.problems = listing.problems
        let manifests = options.manifest.map { [$0] } ?? ExchangeManifests.paths(among: listing.files)
        guard listing.problems.isEmpty, !manifests.isEmpty else {
            if manifests.isEmpty {
                receipt.report.problems.append(
                    InputProblem(source: source.path.string, message: "there is no exchange.xml in it"))
            }
            return receipt
        }
        return try withFolder(of: source, options) { folder in
            try run(receipt, folder, manifests, listing.files, options, progress)
        }
    }

    private func run(
        _ empty: ExchangeReceipt, _ folder: FilePath, _ manifests: [String], _ files: [IntakeSource.File],
        _ options: Options, _ progress: (Int, Int) -> Void
    ) throws -> ExchangeReceipt {
        var receipt = empty
        let known = ExchangeKnown(try store.snapshot(of: study.id))
        let next = Int(try store.nextDocumentNumber(in: study.id).value)
        var plan = ExchangePlan(
            study: study, model: model, known: known, locked: Oversight(locks: try store.locks(of: study.id)),
            files: files, next: next)
        for manifest in manifests {
            try ExchangeReading(folder: folder, path: manifest, isLenient: options.isLenient)
                .read(into: &plan, &receipt)
        }
        plan.decide(&receipt)
        receipt.report.unlisted = plan.unlisted(besides: manifests)
        guard receipt.report.problems.isEmpty else { return receipt.refused(plan) }

        var contents = ExchangeContents(store: store, folder: folder, isDryRun: options.isDryRun)
        do {
            try contents.read(&plan, &receipt, progress)
            guard receipt.report.problems.isEmpty else {
                try contents.discard()
                return receipt.refused(plan)
            }
            var filing = try ExchangeFiling(store: store, study: study, model: model, by: attribution, known: known)
            try filing.file(plan, contents, folder: folder, isDryRun: options.isDryRun, &receipt)
        } catch {
            try? contents.discard()  // The first failure is the one to tell.
            throw error
        }
        return receipt
    }

    /// Hands over where the files can be read one by one: the folder itself, or a place where the archive is unpacked,
    /// which is gone afterwards.
    private func withFolder(
        of source: IntakeSource, _ options: Options, _ body: (FilePath) throws -> ExchangeReceipt
    ) throws -> ExchangeReceipt {
        guard source.isArchive else { return try body(source.path) }
        // A trial run may not write to the store.
        let folder =
            options.isDryRun
            ? FilePath(ProcessFacts.variable("TMPDIR") ?? "/tmp").appending("tmf-exchange-\(ProcessFacts.number)")
            : store.root.appending("incoming").appending("unpacked")
        do {
            try Folder.remove(folder)
            try ArchiveUnpacking.unpack(source.path, to: folder, limits: ArchiveLimits())
            let receipt = try body(folder)
            try Folder.remove(folder)
            return receipt
        } catch {
            try? Folder.remove(folder)  // The first failure is the one to tell.
            throw error
        }
    }
}

extension ExchangeReceipt {
    /// The receipt where nothing was filed: everything is counted as refused.
    fileprivate func refused(_ plan: ExchangePlan) -> ExchangeReceipt {
        var receipt = self
        receipt.results = plan.items.map { item in
            Result(
                transfer: item.batch.transferID, object: item.object.id, version: item.object.version,
                file: item.position, outcome: .refused, sha256: item.content?.digest)
        }
        receipt.report.failed = max(1, plan.unread + plan.items.count)
        return receipt
    }
}
