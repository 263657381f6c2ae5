public import TMFModel

/// The register of copies: which versions in force are copies, who certified them, when and how, and whether their
/// originals may be destroyed (ICH E6(R3), C.2: a copy that replaces its original for good must be a certified one).
public struct CopyRegister: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public let document: Document
        public let version: Version
        public let statement: CopyStatement
        /// What stands in the way of destroying the original; empty if nothing does.
        public let missing: [String]

        public var mayDestroyOriginal: Bool { missing.isEmpty }
    }

    public let entries: [Entry]

    /// Of every document's version in force; originals and versions of which nobody said so are not copies.
    public init(_ snapshot: StudySnapshot) {
        entries = snapshot.documents.compactMap { document in
            guard let version = document.current, let statement = version.facts.copy, statement.kind != .original else {
                return nil
            }
            return Entry(
                document: document, version: version, statement: statement,
                missing: Self.missing(statement, version))
        }
    }

    /// Whether there are copies, and the original of each may be destroyed.
    public var isComplete: Bool { entries.allSatisfy(\.mayDestroyOriginal) }

    private static func missing(_ statement: CopyStatement, _ version: Version) -> [String] {
        func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
        var missing: [String] = []
        if statement.kind != .certifiedCopy { missing.append("it is not certified") }
        if isBlank(statement.certifiedBy) { missing.append("who certified it is not said") }
        if statement.certifiedOn == nil { missing.append("when it was certified is not said") }
        if isBlank(statement.certifiedMethod) { missing.append("how it was certified is not said") }
        if version.facts.content == nil { missing.append("its content is not here") }
        if version.facts.status != .approved { missing.append("it is not approved") }
        if version.facts.content?.defect != nil { missing.append("its file may not open") }
        return missing
    }

    public static let keys = [
        "document", "version", "artifact", "place", "title", "copy", "certified_by", "certified_on",
        "certified_method", "original_may_be_destroyed", "missing",
    ]

    public var rows: [JSON] {
        entries.map { entry in
            .full([
                ("document", .string(entry.document.number.description)), ("version", .int(entry.version.ordinal)),
                ("artifact", .string(entry.document.facts.artifact.description)),
                ("place", .string(entry.document.facts.scope.description)),
                ("title", .string(entry.document.facts.title)), ("copy", .string(entry.statement.kind.rawValue)),
                ("certified_by", entry.statement.certifiedBy.json),
                ("certified_on", (entry.statement.certifiedOn?.description).json),
                ("certified_method", entry.statement.certifiedMethod.json),
                ("original_may_be_destroyed", .bool(entry.mayDestroyOriginal)),
                ("missing", .array(entry.missing.map { .string($0) })),
            ])
        }
    }
}
