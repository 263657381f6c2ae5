import SystemPackage

/// What is said to the person at the keyboard, beside the result.
enum StandardError {
    /// Writes `tmf: …` for each line of `text`. That nobody can be told of a failure to tell is no failure.
    static func say(_ text: String) {
        let lines = text.split(separator: "\n").map { "tmf: \(TextTable.printable(String($0)))\n" }.joined()
        _ = try? FileDescriptor.standardError.writeAll(lines.utf8)
    }
}
