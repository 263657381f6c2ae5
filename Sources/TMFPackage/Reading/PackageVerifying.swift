import Archive
import Synchronization
public import SystemPackage
import TMFFormats
import TMFModel

/// Checks a package, packed or not, without unpacking it: every file against the manifests, nothing missing, nothing
/// added, counts as stated, and the chain of the journal. Any BagIt bag can be checked, whatever its checksums.
public struct PackageVerifying: Sendable {
    private let path: FilePath

    public init(_ path: FilePath) { self.path = path }

    /// Reads everything once and lists everything that is wrong. `progress` is told bytes read so far, from several
    /// threads.
    ///
    /// Throws `PackageError.notAPackage` if there is nothing to check.
    public func verify(progress: @escaping @Sendable (Int64) -> Void = { _ in }) throws -> PackageVerification {
        let ahead = try PackageFiles(path).checksumAlgorithms
        let ledger = Ledger(progress: progress, algorithms: ahead)
        let found = try verify(ledger) { path, _ in LedgerVisit(path: path, ledger: ledger) }
        // A stream tells only at its end what its checksums are made of: another bag than ours is read twice.
        let needed = ledger.neededAlgorithms
        if needed.isSubset(of: ledger.algorithms) { return found }
        let again = Ledger(progress: progress, algorithms: needed)
        return try verify(again) { path, _ in LedgerVisit(path: path, ledger: again) }
    }

    /// The same with visits of another kind; each must tell `ledger` of its file.
    func verify(_ ledger: Ledger, _ visitor: PackageFiles.Visitor) throws -> PackageVerification {
        var deviations: [PackageVerification.Problem] = []
        do {
            let files = try PackageFiles(path)
            try files.visit(visitor, problem: { ledger.report($0, $1) })
            if case .zip(let directory) = files {
                deviations = try directory.deviations().map {
                    PackageVerification.Problem(
                        path: String(decoding: $0.name, as: UTF8.self), problem: "in the ZIP: \($0.problem)")
                }
            }
        } catch let error as ArchiveError where error.code == .unknownFormat {
            throw PackageError.notAPackage(path: path.string, problem: "it is neither a ZIP nor a TAR")
        } catch let error as ArchiveError {
            // What was read so far is still compared: the report says what the break took away.
            ledger.report(error.member ?? path.string, error.message)
        }
        let found = ledger.state.withLock {
            BagComparison(state: $0, deviations: deviations).verification(of: path)
        }
        let sizes = ledger.state.withLock { state in
            Dictionary(
                found.problems.compactMap { problem in state.files[problem.path].map { (problem.path, $0.size) } },
                uniquingKeysWith: { first, _ in first })
        }
        return TruncationNaming(sizes: sizes).naming(found, in: path)
    }
}

/// What is known of the files so far; filled from several threads.
final class Ledger: Sendable {
    struct File {
        let digest: Digest
        let size: Int64
        /// Checksums of other algorithms than SHA-256.
        var others: [ChecksumAlgorithm: String] = [:]

        func checksum(_ algorithm: ChecksumAlgorithm) -> String? {
            algorithm == .sha256 ? digest.description : others[algorithm]
        }
    }

    struct State {
        var files: [String: File] = [:]
        var texts: [String: [UInt8]] = [:]
        var journal: JournalChainCheck?
        var problems: [PackageVerification.Problem] = []
        var bytes: Int64 = 0
    }

    let state = Mutex(State())
    /// What is computed of each file besides SHA-256.
    let algorithms: Set<ChecksumAlgorithm>
    private let progress: @Sendable (Int64) -> Void

    init(progress: @escaping @Sendable (Int64) -> Void, algorithms: Set<ChecksumAlgorithm> = []) {
        self.progress = progress
        self.algorithms = algorithms.subtracting([.sha256])
    }

    /// What the manifests that were read ask for.
    var neededAlgorithms: Set<ChecksumAlgorithm> {
        let names = state.withLock { Array($0.texts.keys) }
        return Set(
            names.compactMap { name in
                ChecksumAlgorithm(fileName: name.split(separator: "/").last.map(String.init) ?? "")
            }
        ).subtracting([.sha256])
    }

    func report(_ path: String, _ problem: String) {
        state.withLock { $0.problems.append(PackageVerification.Problem(path: path, problem: problem)) }
    }

    func add(_ path: String, _ file: File, text: [UInt8]?, journal: JournalChainCheck?) {
        let bytes = state.withLock { state in
            if state.files.updateValue(file, forKey: path) != nil {
                state.problems.append(
                    PackageVerification.Problem(path: path, problem: "stands in the archive more than once"))
            }
            state.bytes += file.size
            if let text { state.texts[path] = text }
            if let journal { state.journal = journal }
            return state.bytes
        }
        progress(bytes)
    }
}

/// Hashes one file, and keeps what the comparison needs of it.
final class LedgerVisit: FileVisit {
    private let path: String
    private let ledger: Ledger
    private var builder = DigestBuilder()
    private var others: [(algorithm: ChecksumAlgorithm, builder: ChecksumBuilder)]
    private var size: Int64 = 0
    private var text: [UInt8]?
    private var journal: JournalChainCheck?
    private let isText: Bool

    /// A tag file beyond this is none that anybody wrote.
    private static let longestText = 256 << 20

    init(path: String, ledger: Ledger) {
        self.path = path
        self.ledger = ledger
        let parts = path.split(separator: "/")
        let name = parts.last.map(String.init) ?? ""
        isText =
            parts.count <= 2
            && (BagComparison.tagFiles.contains(name) || ChecksumAlgorithm.isManifest(name))
        others = ledger.algorithms.map { ($0, ChecksumBuilder($0)) }
        if isText { text = [] }
        if parts.suffix(2) == ["data", "journal.jsonl"], parts.count <= 3 { journal = JournalChainCheck() }
    }

    func take(_ bytes: ArraySlice<UInt8>) {
        builder.add(bytes)
        for index in others.indices { others[index].builder.add(bytes) }
        size += Int64(bytes.count)
        if isText, size <= LedgerVisit.longestText { text?.append(contentsOf: bytes) }
        journal?.take(bytes)
    }

    func end() {
        journal?.end()
        let checksums = Dictionary(
            others.map { ($0.algorithm, $0.builder.finish()) }, uniquingKeysWith: { first, _ in first })
        ledger.add(
            path, Ledger.File(digest: builder.finish(), size: size, others: checksums), text: text, journal: journal)
    }

    func fail(_ problem: String) { ledger.report(path, problem) }
}
