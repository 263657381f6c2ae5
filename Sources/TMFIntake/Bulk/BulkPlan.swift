import TMFFormats
public import TMFModel

/// What a table of changes would do, held against the file row by row. Nothing is recorded before `Filing.record`.
public struct BulkPlan: Sendable {
    /// One fact before and after.
    public struct Change: Hashable, Sendable {
        /// The row that asks for it, as a spreadsheet counts it; nil if a query did.
        public let row: Int?
        /// Nil for a place without a document.
        public let document: DocumentNumber?
        /// Nil for what concerns the document as a whole.
        public let version: Int?
        /// In the words of the listing: `label`, `document_date`…
        public let field: String
        /// Empty where it was, or would be, not set.
        public let from: String
        public let to: String

        public static let keys = ["row", "document", "version", "field", "from", "to"]

        public var json: JSON {
            .full([
                ("row", row.map(JSON.int)), ("document", (document?.description).json),
                ("version", version.map(JSON.int)), ("field", .string(field)), ("from", .string(from)),
                ("to", .string(to)),
            ])
        }
    }

    /// Rows read, or documents found by a query.
    public internal(set) var rows = 0
    /// Those among them that change something.
    public internal(set) var changed = 0
    public internal(set) var changes: [Change] = []
    /// Differences that are passed over, each with why.
    public internal(set) var notices: [InputProblem] = []
    /// What would be recorded, all or none.
    var events: [JournalEvent] = []
    /// The changed documents as they were, with the version that the row is about.
    var before: [(document: Document, version: Version)] = []

    public var unchanged: Int { rows - changed }

    /// The object that a command with `--from` prints.
    public func json(isRecorded: Bool) -> JSON {
        .full([
            ("read", .int(rows)), ("changed", .int(changed)), ("unchanged", .int(unchanged)),
            ("recorded", .bool(isRecorded && !events.isEmpty)), ("changes", .array(changes.map(\.json))),
            ("notices", .array(notices.map(\.json))),
        ])
    }

    /// A table (CSV) that takes the change back when it is handed in as this one was; nil if nothing changes.
    public var undoing: [UInt8]? {
        guard !before.isEmpty else { return nil }
        let changed = Set(changes.map(\.field))
        let columns = ListingColumn.allCases.filter { changed.contains($0.rawValue) }
        var writer = CSVWriter()
        writer.append(["document", "version"] + columns.map(\.rawValue))
        for (document, version) in before {
            writer.append(
                [document.number.description, String(version.ordinal)]
                    + columns.map { document.listedText($0, of: version) })
        }
        return writer.bytes
    }
}

/// Rows that ask for a change in a locked part of the trial: nothing of the table was recorded.
public struct LockedRows: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    public let problems: [InputProblem]

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension Document {
    /// The cell that a listing has for a version, as CSV spells it.
    func listedText(_ column: ListingColumn, of version: Version) -> String {
        (listed(column, of: version) ?? .null).listedText
    }
}

extension JSON {
    /// Nothing for null, yes and no.
    var listedText: String {
        switch self {
        case .bool(let flag): flag ? "yes" : "no"
        case .int(let number): String(number)
        case .number(let text), .string(let text): text
        case .null, .array, .object: ""
        }
    }
}
