public import TMFModel

extension DocumentSearch.Hit {
    /// Where the words were found; the last four are null unless the file itself says them.
    public var members: [JSON.Member] {
        [
            JSON.Member("found_in", .string(field.rawValue)),
            JSON.Member("in_version", passage.map { .int($0.version) } ?? .null),
            JSON.Member("page", passage.map { .int($0.page) } ?? .null),
            JSON.Member("recognized", passage.map { .bool($0.isRecognized) } ?? .null),
            JSON.Member("snippet", passage.map { .string($0.snippet) } ?? .null),
        ]
    }
}
