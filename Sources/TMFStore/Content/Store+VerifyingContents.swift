import Disk
import GRDB
import Synchronization
import TMFModel

extension Store {
    /// Checks the contents alone, each against its name. `progress` is told how many were read so far, from any thread,
    /// one at a time.
    public func verifyContents(progress: @Sendable (Int) -> Void = { _ in }) throws -> StoreVerification {
        var result = StoreVerification()
        try verifyContents(skipping: [], into: &result, progress: progress)
        return result
    }

    /// The same for all but those that were `checked`.
    func verifyContents(
        skipping checked: Set<Digest>, into result: inout StoreVerification, progress: @Sendable (Int) -> Void
    ) throws {
        let named = try namedContents()
        result.skipped += named.map(\.digest).filter(checked.contains)
        let wanted = named.filter { !checked.contains($0.digest) }
        let findings = Mutex<[ContentFinding?]>(Array(repeating: nil, count: wanted.count))
        let read = Mutex(0)
        inParallel(wanted.count) { place in
            let finding = examine(wanted[place].digest, bytes: wanted[place].bytes)
            findings.withLock { $0[place] = finding }
            guard finding.read != nil else { return }
            read.withLock { read in
                read += 1
                progress(read)
            }
        }
        for (content, finding) in zip(wanted, findings.withLock { $0 }) {
            result.add(finding, on: content.digest)
        }
        try verifyNames(of: Set(named.map(\.digest)), into: &result)
    }

    /// The contents that versions name, with the sizes they were filed with.
    private func namedContents() throws -> [(digest: Digest, bytes: Int64)] {
        let sql = "SELECT sha256, max(bytes) FROM version WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY sha256"
        return try database.read { db in
            try Row.fetchAll(db, sql: sql).compactMap { row in Digest(row[0] as String).map { ($0, row[1]) } }
        }
    }

    private func examine(_ digest: Digest, bytes: Int64) -> ContentFinding {
        do {
            let found = try content.recompute(digest)
            return ContentFinding(
                read: found.bytes,
                problem: found.digest == digest && found.bytes == bytes
                    ? nil : "altered: \(found.bytes) bytes with SHA-256 \(found.digest)")
        } catch {
            return ContentFinding(read: nil, problem: "\(error)")
        }
    }

    private func verifyNames(of named: Set<Digest>, into result: inout StoreVerification) throws {
        try content.forEachFile { digest, path, _ in
            guard let digest else {
                result.problems.append(StoreProblem(path: "content/\(path)", problem: StoreProblem.notNamed))
                return
            }
            if !named.contains(digest) { result.unreferenced.append(digest) }
        }
    }
}

/// What reading a content again showed.
private struct ContentFinding: Sendable {
    /// Its bytes; nil if it could not be read.
    let read: Int64?
    /// What is wrong with it; nil if it is what was filed.
    let problem: String?
}

extension StoreVerification {
    fileprivate mutating func add(_ finding: ContentFinding?, on digest: Digest) {
        guard let finding else { return }
        if let read = finding.read {
            files += 1
            bytes += read
        }
        guard let problem = finding.problem else { return sound.append(digest) }
        problems.append(StoreProblem(path: "content/\(digest.description.prefix(2))/\(digest)", problem: problem))
        damaged[digest] = problem
    }
}
