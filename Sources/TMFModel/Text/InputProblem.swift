/// One thing that is wrong with what somebody handed in, and where.
public struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as the user named it.
    public let source: String
    /// The row of a table as a spreadsheet counts it, or the line of a text: 1 for the first.
    public let row: Int?
    /// The column or the key.
    public let column: String?
    /// What is wrong, what was expected, and what to do.
    public let message: String

    public init(source: String, row: Int? = nil, column: String? = nil, message: String) {
        self.source = source
        self.row = row
        self.column = column
        self.message = message
    }

    public var description: String {
        let place = [source, row.map { "row \($0)" }, column.map { "column \($0)" }].compactMap { $0 }
        return "\(place.joined(separator: ", ")): \(message)"
    }

    /// The object that `import --format json` lists.
    public var json: JSON {
        .full([
            ("source", .string(source)), ("row", row.map(JSON.int)), ("column", column.json),
            ("message", .string(message)),
        ])
    }
}

/// All that is wrong with what somebody handed in: nothing of it was used.
public struct InputProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    public let problems: [InputProblem]

    public init(_ problems: [InputProblem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
