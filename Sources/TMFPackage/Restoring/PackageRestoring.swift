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
        try refuseWithheld()
        let restoring = try StoreRestoring(at: target)
        do {
            return try restore(restoring, progress)
        } catch {
            try? restoring.abandon()  // The first failure is the one to tell.
            guard let error = error as? RestoringError else { throw error }
            throw PackageError.notRestorable(path: path.string, problems: error.problems)
        }
    }

    /// Before anything is copied. A package that cannot be read so far is left to the checks of every file.
    private func refuseWithheld() throws {
        let found = try? PackageFiles(path).bytes(of: [WithheldTable.path])[WithheldTable.path]
        guard let table = found, let withheld = try? WithheldTable.read(table), !withheld.isEmpty else { return }
        throw PackageError.notRestorable(
            path: path.string, problems: [PackageRestoring.refusal(withheld.count, "records")])
    }

    private static func refusal(_ count: Int, _ what: String) -> String {
        "it withholds \(count) \(what): only a package of the whole study made with --include-restricted can be restored"
    }

    private func restore(
        _ restoring: StoreRestoring, _ progress: @escaping @Sendable (Int64) -> Void
    ) throws -> StoreRestoring.Outcome {
        let ledger = Ledger(progress: progress)
        let desk = RestoringDesk(restoring)
        let found = try PackageVerifying(path).verify(ledger) { path, _ in
            switch RestoredPart(path) {
            case .record: RestoringVisit(path, restoring.receiveContent(), ledger, desk)
            case .journal: RestoringVisit(path, restoring.receiveJournal(), ledger, desk, chain: JournalChainCheck())
            case nil: LedgerVisit(path: path, ledger: ledger)
            }
        }
        if let failure = desk.failure { throw failure }
        var problems = found.problems.map { "\($0.path): \($0.problem)" }
        if found.withheldEntries > 0 {
            problems.append(PackageRestoring.refusal(found.withheldEntries, "entries of the journal"))
        }
        guard problems.isEmpty else { throw RestoringError(problems: problems) }
        guard found.journalHead != nil else {
            throw RestoringError(problems: ["it has no data/journal.jsonl: it was not made by `tmf package`"])
        }
        return try restoring.finish()
    }
}

/// The files of a package that a store is made of.
private enum RestoredPart {
    case record, journal

    /// Nil for every other file. The bag's folder may stand around it or not.
    init?(_ path: String) {
        let parts = path.split(separator: "/", maxSplits: 3)
        let below = parts.first == "data" ? parts[...] : parts.dropFirst()
        guard below.first == "data", below.count >= 2 else { return nil }
        switch below.dropFirst().first {
        case "records": self = .record
        case "journal.jsonl" where below.count == 2: self = .journal
        default: return nil
        }
    }
}

/// Takes what visits on several threads hand in, and remembers a failure for the one that finishes.
private final class RestoringDesk: Sendable {
    private let restoring: StoreRestoring
    private let state = Mutex<(any Error)?>(nil)

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
