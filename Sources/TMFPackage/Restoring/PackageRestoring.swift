import Synchronization
public import SystemPackage
import TMFModel
public import TMFStore

/// Makes the store again out of a package that holds everything: contents and journal are copied and checked in one
/// pass, each byte read once, and the catalog is made by the function that files.
///
/// Any form of package will do: a folder, a ZIP, a TAR.
public struct PackageRestoring: Sendable {
    private let path: FilePath

    public init(_ path: FilePath) { self.path = path }

    /// Restores into `target`, which must not be there. `progress` is told bytes read so far, from several threads.
    ///
    /// Throws `PackageError.notRestorable` with every reason if the package withholds something or is not what was
    /// packed, `PackageError.notAPackage`, `StoreError.alreadyThere`, or an error of the disk. Nothing is left at
    /// `target` or beside it then.
    public func restore(
        to target: FilePath, progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) throws -> StoreRestoring.Outcome {
        let volumes = try PackageVolumes(path)
        try refuseWithheld(volumes?.paths.first ?? path)
        let restoring = try StoreRestoring(at: target)
        do {
            return try restore(restoring, volumes, progress)
        } catch {
            try? restoring.abandon()  // The first failure is the one to tell.
            guard let error = error as? RestoringError else { throw error }
            throw PackageError.notRestorable(path: path.string, problems: error.problems)
        }
    }

    /// Before anything is copied. A package that cannot be read so far is left to the checks of every file.
    private func refuseWithheld(_ path: FilePath) throws {
        let found = try? PackageFiles(path).bytes(of: [WithheldTable.path])[WithheldTable.path]
        guard let table = found, let withheld = try? WithheldTable.read(table), !withheld.isEmpty else { return }
        throw PackageError.notRestorable(
            path: path.string, problems: [PackageRestoring.refusal(withheld.count.counted("record"))])
    }

    private static func refusal(_ withheld: String) -> String {
        "it withholds \(withheld): only a package of the whole study made with --include-restricted can be restored"
    }

    private func restore(
        _ restoring: StoreRestoring, _ volumes: PackageVolumes?, _ progress: @escaping @Sendable (Int64) -> Void
    ) throws -> StoreRestoring.Outcome {
        let desk = RestoringDesk(restoring)
        func visitor(_ ledger: Ledger) -> @Sendable (String) -> any FileVisit {
            { path in
                switch RestoredPart(path) {
                case .record: RestoringVisit(path, restoring.receiveContent(), ledger, desk)
                case .journal:
                    RestoringVisit(path, restoring.receiveJournal(), ledger, desk, chain: JournalChainCheck())
                case .model(let name): ModelVisit(LedgerVisit(path: path, ledger: ledger), name, desk)
                case nil: LedgerVisit(path: path, ledger: ledger)
                }
            }
        }
        let found: PackageVerification
        if let volumes {
            found = try VolumeVerifying(path).verify(volumes, progress, visitor)
        } else {
            let ledger = Ledger(progress: progress)
            let visit = visitor(ledger)
            found = try PackageVerifying(path).verify(ledger) { path, _ in visit(path) }
        }
        if let failure = desk.failure { throw failure }
        var problems = found.problems.map { "\($0.path): \($0.problem)" }
        if found.withheldEntries > 0 {
            problems.append(
                PackageRestoring.refusal(found.withheldEntries.counted("entry", "entries") + " of the journal"))
        }
        guard problems.isEmpty else { throw RestoringError(problems: problems) }
        guard found.journalHead != nil else {
            throw RestoringError(problems: ["it has no data/journal.jsonl: it was not made by `tmf package`"])
        }
        for model in desk.models { try restoring.keep(model) }
        return try restoring.finish()
    }
}

/// The files of a package that a store is made of.
private enum RestoredPart {
    case record, journal
    /// A version of the reference model, by its name.
    case model(String)

    /// Nil for every other file. The bag's folder may stand around it or not.
    init?(_ path: String) {
        let parts = path.split(separator: "/", maxSplits: 4)
        let below = parts.first == "data" ? parts[...] : parts.dropFirst()
        guard below.first == "data", below.count >= 2 else { return nil }
        switch below.dropFirst().first {
        case "records": self = .record
        case "journal.jsonl" where below.count == 2: self = .journal
        case "models":
            let name = below.last.map { String($0.hasSuffix(".csv") ? $0.dropLast(4) : "") } ?? ""
            guard below.count == 3, KeptModel.isName(name) else { return nil }
            self = .model(name)
        default: return nil
        }
    }
}

/// Takes what visits on several threads hand in, and remembers a failure for the one that finishes.
private final class RestoringDesk: Sendable {
    private let restoring: StoreRestoring
    private let state = Mutex<(any Error)?>(nil)
    private let found = Mutex<[KeptModel]>([])

    /// The versions of the reference model that the package has.
    var models: [KeptModel] { found.withLock { $0 } }

    func add(_ model: KeptModel) { found.withLock { $0.append(model) } }

    init(_ restoring: StoreRestoring) { self.restoring = restoring }

    /// The first one to write.
    var failure: (any Error)? { state.withLock { $0 } }

    func keep(_ received: ReceivedBytes, isJournal: Bool) {
        do {
            if isJournal { try restoring.keepJournal(received) } else { _ = try restoring.keep(received) }
        } catch {
            state.withLock { $0 = $0 ?? error }
        }
    }
}

/// Remembers a version of the reference model while its file is checked.
private final class ModelVisit: FileVisit {
    private let visit: LedgerVisit
    private let name: String
    private let desk: RestoringDesk
    private var table: [UInt8] = []

    /// No model comes near it.
    private static let longest = 64 << 20

    init(_ visit: LedgerVisit, _ name: String, _ desk: RestoringDesk) {
        self.visit = visit
        self.name = name
        self.desk = desk
    }

    func take(_ bytes: ArraySlice<UInt8>) {
        visit.take(bytes)
        if table.count + bytes.count <= ModelVisit.longest { table += bytes }
    }

    func end() {
        visit.end()
        desk.add(KeptModel(name: name, table: table))
    }

    func fail(_ problem: String) { visit.fail(problem) }
}

/// Copies one file into the store while it is checked.
private final class RestoringVisit: FileVisit {
    private let path: String
    private let received: ReceivedBytes
    private let ledger: Ledger
    private let desk: RestoringDesk
    private var chain: JournalChainCheck?

    init(
        _ path: String, _ received: ReceivedBytes, _ ledger: Ledger, _ desk: RestoringDesk,
        chain: JournalChainCheck? = nil
    ) {
        self.path = path
        self.received = received
        self.ledger = ledger
        self.desk = desk
        self.chain = chain
    }

    func take(_ bytes: ArraySlice<UInt8>) {
        received.take(bytes)
        chain?.take(bytes)
    }

    func end() {
        chain?.end()
        ledger.add(
            path, Ledger.File(digest: received.digest, size: received.count), text: nil, journal: chain)
        desk.keep(received, isJournal: chain != nil)
    }

    func fail(_ problem: String) { ledger.report(path, problem) }
}
