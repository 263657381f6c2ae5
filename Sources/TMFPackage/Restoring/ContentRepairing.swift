import Synchronization
public import SystemPackage
import TMFFormats
public import TMFModel
public import TMFStore

/// Repairs missing and damaged contents of a store from a second copy of it, or from a package in any form. Only bytes
/// whose SHA-256 is what was filed get in; everything else of the store is left alone.
public struct ContentRepairing: Sendable {
    private let store: Store

    /// What was repaired, and what was not.
    public struct Outcome: Hashable, Sendable {
        public struct Left: Hashable, Sendable {
            public let digest: Digest
            /// What is wrong with it in the store.
            public let problem: String
            /// Why the source did not help.
            public let reason: String
        }

        /// Contents looked at.
        public let checked: Int
        public let repaired: [Digest]
        public let left: [Left]

        public var json: [(String, JSON?)] {
            [
                ("checked", .int(checked)), ("damaged", .int(repaired.count + left.count)),
                ("repaired", .array(repaired.map { .string($0.description) })),
                (
                    "not_repaired",
                    .array(
                        left.map {
                            .full([
                                ("sha256", .string($0.digest.description)), ("problem", .string($0.problem)),
                                ("reason", .string($0.reason)),
                            ])
                        })
                ),
            ]
        }
    }

    /// `store` must be open for writing.
    public init(_ store: Store) { self.store = store }

    /// Checks every content of the store, and repairs what it can from `source`. Throws `PackageError.notAPackage` or
    /// `StoreError` if the source is neither, `StoreError.readOnly`, or an error of the disk; contents that were
    /// repaired before stay so.
    public func repair(from source: FilePath, progress: @Sendable (Int) -> Void = { _ in }) throws -> Outcome {
        let found = try store.verifyContents(progress: progress)
        let desk = RepairDesk(store, wanted: Set(found.damaged.keys))
        if !found.damaged.isEmpty {
            if try Store.isStore(source) {
                try repair(from: Store(at: source, .reading), desk)
            } else {
                try repair(fromPackage: source, desk)
            }
        }
        let state = desk.state.withLock { $0 }
        if let failure = state.failure { throw failure }
        func sorted(_ digests: some Sequence<Digest>) -> [Digest] { digests.sorted { $0.description < $1.description } }
        return Outcome(
            checked: found.sound.count + found.damaged.count, repaired: sorted(state.mended),
            left: sorted(found.damaged.keys).filter { !state.mended.contains($0) }.map { digest in
                Outcome.Left(
                    digest: digest, problem: found.damaged[digest] ?? "",
                    reason: state.reasons[digest] ?? "\(source) does not hold it")
            })
    }

    private func repair(from copy: Store, _ desk: RepairDesk) throws {
        for digest in desk.wanted {
            guard try copy.content.contains(digest) else { continue }
            let visit = try RepairVisit(digest, desk)
            do {
                try copy.content.open(digest).forEachChunk { visit.take($0) }
                visit.end()
            } catch {
                visit.fail("\(error)")
            }
        }
    }

    /// The manifest says which file has which bytes; only these files are read.
    private func repair(fromPackage path: FilePath, _ desk: RepairDesk) throws {
        let files = try PackageFiles(path)
        let name = ChecksumAlgorithm.sha256.manifest
        guard let bytes = try files.bytes(of: [name])[name] else {
            throw PackageError.notAPackage(path: path.string, problem: "it has no \(name)")
        }
        let manifest = try BagChecksums(
            parsing: String(decoding: bytes, as: UTF8.self), digits: ChecksumAlgorithm.sha256.digits, source: name)
        var digests: [String: Digest] = [:]
        var taken: Set<Digest> = []
        for entry in manifest.entries {
            guard let digest = Digest(entry.checksum), desk.wanted.contains(digest), taken.insert(digest).inserted
            else { continue }
            digests[entry.path] = digest
        }
        let wanted = digests
        try files.visit { path, _ in
            let below = path.split(separator: "/", maxSplits: 1).last.map(String.init) ?? path
            guard let digest = wanted[path] ?? wanted[below] else { return nil }
            do {
                return try RepairVisit(digest, desk)
            } catch {
                desk.fail(error)
                return nil
            }
        } problem: { _, _ in
        }
    }
}

/// What visits on several threads hand in.
private final class RepairDesk: Sendable {
    struct State {
        var mended: Set<Digest> = []
        var reasons: [Digest: String] = [:]
        var failure: (any Error)?
    }

    let store: Store
    let wanted: Set<Digest>
    let state = Mutex(State())

    init(_ store: Store, wanted: Set<Digest>) {
        self.store = store
        self.wanted = wanted
    }

    /// The first error of the disk is the one to tell.
    func fail(_ error: any Error) { state.withLock { $0.failure = $0.failure ?? error } }

    func keep(_ digest: Digest, _ received: ReceivedBytes) {
        do {
            let isWhole = try store.mend(digest, with: received)
            state.withLock { state in
                if isWhole { state.mended.insert(digest) } else { state.reasons[digest] = "it is damaged there, too" }
            }
        } catch {
            fail(error)
        }
    }
}

/// Copies one content beside its place while it is read.
private final class RepairVisit: FileVisit {
    private let digest: Digest
    private let desk: RepairDesk
    private let received: ReceivedBytes

    init(_ digest: Digest, _ desk: RepairDesk) throws {
        self.digest = digest
        self.desk = desk
        received = try desk.store.receiveContent(digest.description)
    }

    func take(_ bytes: ArraySlice<UInt8>) { received.take(bytes) }

    func end() { desk.keep(digest, received) }

    func fail(_ problem: String) {
        try? received.discard()  // What is left in `incoming/` is removed when the store next opens.
        desk.state.withLock { $0.reasons[digest] = "it cannot be read there: \(problem)" }
    }
}
