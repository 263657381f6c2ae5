public import SystemPackage
public import TMFModel

/// One check of a store's contents among others: what was read, and what is different from the check before.
public struct FixityReport: Hashable, Sendable {
    public struct Damage: Hashable, Sendable {
        public let digest: Digest
        public let problem: String
    }

    public let at: Instant
    /// Contents found sound on this day or later were not read.
    public let since: Day
    public let by: Attribution
    public let checked: Int
    public let bytes: Int64
    /// Contents that were not read, as they were checked since.
    public let skipped: Int
    public let damaged: [Damage]
    /// Damaged now, and not in the report before.
    public let new: [Digest]
    /// Damaged in the report before, and now.
    public let still: [Digest]
    /// Damaged in the report before, and sound now.
    public let mended: [Digest]
    /// What else is wrong with the store: journal, catalog, names of files.
    public let otherProblems: [StoreProblem]
    public let heads: [String: JournalHead]

    public var json: JSON {
        func list(_ digests: [Digest]) -> JSON { .array(digests.map { .string($0.description) }) }
        return .full([
            ("at", .string(at.description)), ("since", .string(since.description)), ("actor", .string(by.actor)),
            ("host", .string(by.host)), ("checked", .int(checked)), ("bytes", .int(Int(bytes))),
            ("checked_before", .int(skipped)),
            (
                "damaged",
                .array(
                    damaged.map {
                        .full([("sha256", .string($0.digest.description)), ("problem", .string($0.problem))])
                    })
            ),
            ("new", list(new)), ("still", list(still)), ("mended", list(mended)),
            (
                "other_problems",
                .array(
                    otherProblems.map { .full([("path", .string($0.path)), ("problem", .string($0.problem))]) })
            ),
            (
                "journal_heads",
                .object(heads.keys.sorted().map { JSON.Member($0, (heads[$0]?.hash.description).json ?? .null) })
            ),
        ])
    }
}

extension Store {
    /// What is remembered of earlier checks.
    public var fixity: FixityMemory { FixityMemory(root: root) }

    /// Verifies the store, but reads no content that was found sound on `day` or later; remembers those that are sound
    /// now, and keeps a report of what changed since the check before.
    ///
    /// The journal, the catalog and the contents are only read. Throws an error of the disk if it cannot remember; the
    /// check itself has been made then.
    public func verify(
        notCheckedSince day: Day, by attribution: Attribution, at instant: Instant,
        progress: @Sendable (Int) -> Void = { _ in }
    ) throws -> (found: StoreVerification, report: FixityReport, path: FilePath) {
        var days = try fixity.read()
        let recent = Set(days.filter { $0.value >= day }.keys)
        let found = try verify(skipping: recent, progress: progress)
        let before = Set(
            (try fixity.newest("check")?["damaged"]?.array ?? []).compactMap {
                $0["sha256"]?.string.flatMap { Digest($0) }
            })
        let now = Set(found.damaged.keys)
        let named = now.union(found.sound).union(found.skipped)
        days = days.filter { named.contains($0.key) && !now.contains($0.key) }
        for digest in found.sound { days[digest] = instant.day }
        func sorted(_ digests: Set<Digest>) -> [Digest] { digests.sorted { $0.description < $1.description } }
        let report = FixityReport(
            at: instant, since: day, by: attribution, checked: found.sound.count + now.count, bytes: found.bytes,
            skipped: found.skipped.count,
            damaged: sorted(now).map { .init(digest: $0, problem: found.damaged[$0] ?? "") },
            new: sorted(now.subtracting(before)), still: sorted(now.intersection(before)),
            mended: sorted(before.intersection(found.sound)),
            otherProblems: found.problems.filter {
                !$0.path.hasPrefix("content/") || $0.problem == StoreProblem.notNamed
            },
            heads: found.heads)
        try fixity.write(days)
        let path = try fixity.keep(report.json, kind: "check", at: instant)
        return (found, report, path)
    }
}
