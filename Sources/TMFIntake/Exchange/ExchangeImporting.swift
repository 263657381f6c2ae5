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
        /// A batch is full at so many entries.
        package var batchCount = 1_000

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
        try !EMSManifests.paths(among: source.listing().files.map(\.path)).isEmpty
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
        let manifests = options.manifest.map { [$0] } ?? EMSManifests.paths(among: listing.files.map(\.path))
        guard listing.problems.isEmpty, !manifests.isEmpty else {
            if manifests.isEmpty {
                receipt.report.problems.append(
                    InputProblem(source: source.path.string, message: "there is no exchange.xml in it"))
            }
            return receipt
        }
        return try ArchiveUnpacking.unpacked(source, below: place(options)) { folder in
            try run(receipt, folder, manifests, listing.files, options, progress)
        }
    }

    private func run(
        _ empty: ExchangeReceipt, _ folder: FilePath, _ manifests: [String], _ files: [IntakeSource.File],
        _ options: Options, _ progress: (Int, Int) -> Void
    ) throws -> ExchangeReceipt {
        var receipt = empty
        let locked = Oversight(locks: try store.locks(of: study.id))
        var plan = ExchangePlan(
            study: study, model: model, known: try ExchangeKnown(store, study: study.id), files: files,
            next: Int(try store.nextDocumentNumber(in: study.id).value))
        for manifest in manifests {
            try ExchangeReading(folder: folder, path: manifest, isLenient: options.isLenient)
                .read(into: &plan, &receipt)
        }
        receipt.report.unlisted = plan.unlisted(besides: manifests)
        guard receipt.report.problems.isEmpty else { return receipt.refused(plan) }
        try plan.number()

        let scratch = try Folder.createUnique(in: place(options), prefix: "tmf-exchange")
        defer { try? Folder.remove(scratch) }  // What is left of it is removed when the store next opens.
        let spool = try ExchangeSpool(scratch.appending("decisions"))
        let deciding = ExchangeDeciding(
            store: store, folder: folder, isLenient: options.isLenient, isDryRun: options.isDryRun, locked: locked,
            spool: spool)
        do {
            try deciding.decide(&plan, &receipt, progress)
            guard receipt.report.problems.isEmpty else {
                try deciding.discard(plan)
                return receipt.refused(plan)
            }
            var filing = ExchangeFiling(
                store: store, plan: plan, spool: spool, locked: locked, by: attribution, options)
            try filing.file(from: folder, &receipt)
        } catch {
            try? deciding.discard(plan)  // The first failure is the one to tell.
            throw error
        }
        return receipt
    }

    /// Where unpacked files and decisions may lie for the moment: a trial may not write to the store.
    private func place(_ options: Options) -> FilePath {
        options.isDryRun ? ProcessFacts.temporaryFolder : store.incoming
    }
}

extension ExchangeReceipt {
    /// The receipt where nothing was filed: everything is counted as refused.
    fileprivate func refused(_ plan: ExchangePlan) -> ExchangeReceipt {
        var receipt = self
        receipt.results = plan.items.map { item in
            Result(
                transfer: plan.transfers[item.transfer].batch.transferID, object: plan.records[item.record].object,
                version: item.version, file: item.position, outcome: .refused, sha256: item.digest)
        }
        receipt.report.failed = max(1, plan.unread + plan.items.count)
        return receipt
    }
}
