public import TMFModel

/// What an import did: every record read is counted once, and nothing is dropped without a word.
public struct ImportReport: Hashable, Sendable {
    /// New documents.
    public var filed = 0
    /// Next versions of documents that were there.
    public var newVersions = 0
    /// Records whose bytes are filed already.
    public var unchanged = 0
    /// Among the unchanged: those of which a fact was corrected by the manifest.
    public var amended = 0
    /// Records whose bytes are also in another document; filed all the same.
    public var duplicates = 0
    /// Records that were not filed.
    public var failed = 0
    public var problems: [InputProblem] = []
    /// Differences between the manifest and what is filed that an import does not settle, such as another place.
    public var notices: [InputProblem] = []
    /// For each duplicate: its path, and the document that has the same bytes.
    public var duplicateOf: [(path: String, document: DocumentNumber)] = []
    /// The newly filed files that something is wrong with, in the order of filing: what is wrong with each.
    private var flawed: [[FileFlaw]] = []
    /// Files of the source that the manifest does not name.
    public var unlisted: [String] = []
    /// Entries of the source that are no records of this import: unlisted files, and beside a manifest what is no file.
    public var notListed = 0
    /// Files that were left alone, not having changed since the day that was asked for.
    public var older = 0
    /// Archives in the source that were opened: what is in them is counted, they are not.
    public var opened = 0
    /// Places, people and organizations that rows name and the study does not have.
    public var unknown: [UnknownName] = []

    public init() {}

    /// `filed + newVersions + unchanged + failed`, always.
    public var read: Int { filed + newVersions + unchanged + failed }

    /// Counts a file that was filed now, if something is wrong with it.
    mutating func note(_ content: Content?, named name: String?) {
        guard let flaws = content?.flaws(named: name), !flaws.isEmpty else { return }
        flawed.append(flaws)
    }

    /// How many of the newly filed files have something wrong with them.
    public var defects: Int { flawed.count }

    /// What is wrong with newly filed files, and how many have it; a file may have more than one defect.
    public var flaws: [(flaw: FileFlaw, files: Int)] {
        FileFlaw.allCases.compactMap { flaw in
            let files = flawed.count { $0.contains(flaw) }
            return files == 0 ? nil : (flaw, files)
        }
    }

    /// The object that `tmf import --format json` prints.
    public var json: JSON {
        .object([
            JSON.Member("read", .int(read)), JSON.Member("filed", .int(filed)),
            JSON.Member("new_versions", .int(newVersions)), JSON.Member("unchanged", .int(unchanged)),
            JSON.Member("amended", .int(amended)), JSON.Member("duplicates", .int(duplicates)),
            JSON.Member("failed", .int(failed)), JSON.Member("problems", .array(problems.map(\.json))),
            JSON.Member("notices", .array(notices.map(\.json))),
            JSON.Member(
                "duplicate_of",
                .array(
                    duplicateOf.map { pair in
                        .object([
                            JSON.Member("source", .string(pair.path)),
                            JSON.Member("document", .string(pair.document.description)),
                        ])
                    })),
            JSON.Member(
                "defects",
                .full(
                    [("files", .int(defects))]
                        + FileFlaw.allCases.map { flaw in
                            (flaw.rawValue, .int(flawed.count { $0.contains(flaw) }))
                        })),
            JSON.Member("unlisted", .array(unlisted.map(JSON.string))), JSON.Member("older", .int(older)),
            JSON.Member("opened", .int(opened)), JSON.Member("unknown", .array(unknown.map(\.json))),
        ])
    }

    public static func == (left: Self, right: Self) -> Bool { left.json == right.json }

    public func hash(into hasher: inout Hasher) { hasher.combine(json) }
}
