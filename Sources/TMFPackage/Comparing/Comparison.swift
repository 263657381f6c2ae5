public import TMFModel

/// What two things that hold the records of a study do not have in common.
public struct Comparison: Hashable, Sendable {
    /// A document that only one of the two has, or that one of them withholds.
    public struct Lone: Hashable, Sendable {
        /// Its number; in a manifest its key, else its path.
        public let document: String
        /// What is known of it, under the names of the manifest's columns.
        public let facts: JSON
    }

    /// One field that is not the same in both.
    public struct Difference: Hashable, Sendable {
        /// Nil for what belongs to the study as a whole.
        public let document: String?
        /// The version's ordinal; nil for what belongs to the document as a whole.
        public let version: Int?
        /// As in the manifest: `title`, `document_date`…
        public let field: String
        /// Null where it is not set.
        public let a: JSON
        public let b: JSON
    }

    public internal(set) var onlyInA: [Lone] = []
    public internal(set) var onlyInB: [Lone] = []
    public internal(set) var different: [Difference] = []
    /// Documents that one of the two has and the other withholds: nothing can be said of them.
    public internal(set) var withheld: [Lone] = []
    /// Documents that both have.
    public internal(set) var compared = 0
    /// The last hash of the journals; nil for what has none.
    public internal(set) var headA: Digest?
    public internal(set) var headB: Digest?

    /// Whether nothing was found that only one has, that differs, or that could not be compared.
    public var isSame: Bool { onlyInA.isEmpty && onlyInB.isEmpty && different.isEmpty && withheld.isEmpty }

    /// The object that `tmf compare --format json` prints.
    public var json: JSON {
        .full([
            ("only_in_a", .array(onlyInA.map(\.json))), ("only_in_b", .array(onlyInB.map(\.json))),
            ("different", .array(different.map(\.json))), ("withheld", .array(withheld.map(\.json))),
            ("compared", .int(compared)), ("journal_head_a", (headA?.description).json),
            ("journal_head_b", (headB?.description).json), ("same", .bool(isSame)),
        ])
    }
}

extension Comparison.Lone {
    /// The members of a document that is listed: what finds it again.
    package static let keys = ["document", "artifact", "level", "country", "site", "title", "path"]

    package var json: JSON {
        .full([("document", .string(document))] + Self.keys.dropFirst().map { ($0, facts[$0]) })
    }
}

extension Comparison.Difference {
    package static let keys = ["document", "version", "field", "a", "b"]

    package var json: JSON {
        .full([
            ("document", document.json), ("version", version.map(JSON.int)), ("field", .string(field)), ("a", a),
            ("b", b),
        ])
    }
}
