extension JSON {
    /// The value as a cell shows it: nothing for null, yes and no, lists with commas.
    package var cell: String {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "yes" : "no"
        case .int(let number): String(number)
        case .number(let text), .string(let text): text
        case .array(let elements):
            // Sentences end by themselves.
            elements.map(\.cell).joined(separator: elements.first?.string?.last == "." ? " " : ", ")
        case .object: line
        }
    }
}
