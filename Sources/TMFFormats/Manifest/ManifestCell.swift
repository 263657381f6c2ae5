import TMFModel

/// How the cells of a manifest are read: each function throws `FactError` with what its column takes.
enum ManifestCell {
    /// Without blanks, tabs and line ends at both ends.
    static func trimmed(_ text: String) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        // A no-break space comes along when cells are pasted from a page.
        guard isBlank(first) || isBlank(last) || first == 0xC2 || last == 0xA0 else { return text }
        var rest = text.unicodeScalars[...]
        let isEdge: (Unicode.Scalar) -> Bool = { $0 == "\u{A0}" || ($0.isASCII && isBlank(UInt8($0.value))) }
        while let scalar = rest.first, isEdge(scalar) { rest.removeFirst() }
        while let scalar = rest.last, isEdge(scalar) { rest.removeLast() }
        return String(rest)
    }

    static func path(_ text: String) throws(FactError) -> String {
        let path = text.utf8.contains(UInt8(ascii: "\\")) ? String(text.map { $0 == "\\" ? "/" : $0 }) : text
        let head = Array(path.utf8.prefix(2))
        let hasDrive =
            head.count == 2 && head[1] == UInt8(ascii: ":") && (head[0] | 0x20) >= 0x61 && (head[0] | 0x20) <= 0x7A
        guard head.first != UInt8(ascii: "/"), !hasDrive else {
            throw FactError(field: "path", expected: "a path below the source, without a drive or a leading '/'")
        }
        // Nearly every path is fine as it stands: each part begins with another character than a dot or a slash.
        var previous = UInt8(ascii: "/")
        let isPlain = path.utf8.allSatisfy { byte in
            defer { previous = byte }
            return previous != UInt8(ascii: "/") || (byte != UInt8(ascii: "/") && byte != UInt8(ascii: "."))
        }
        if isPlain, previous != UInt8(ascii: "/") { return path }
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        guard !parts.isEmpty else { throw FactError(field: "path", expected: "the path of a file") }
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else {
            throw FactError(field: "path", expected: "a path below the source, without '..'")
        }
        return parts.map { Substring($0) }.joined(separator: "/")
    }

    /// Also `5.2.4`, which is what spreadsheets make of `05.02.04`.
    static func artifact(_ text: String) throws(FactError) -> ArtifactNumber {
        if let number = ArtifactNumber(text) { return number }
        let padded = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { $0.utf8.count == 1 ? "0\($0)" : String($0) }.joined(separator: ".")
        guard let number = ArtifactNumber(padded) else {
            if Day(text) != nil {
                throw FactError(
                    field: "artifact",
                    expected:
                        "an artifact number such as 05.02.04 (a spreadsheet made a date of it: format the column as text, "
                        + "and enter the number again)")
            }
            throw FactError(field: "artifact", expected: "an artifact number such as 05.02.04")
        }
        return number
    }

    static func country(_ text: String) throws(FactError) -> CountryCode {
        guard let code = CountryCode(text) ?? CountryCode(text.uppercased()) else {
            throw FactError(field: "country", expected: "an ISO 3166-1 alpha-3 code such as DEU")
        }
        return code
    }

    /// A whole day: where a part of it is open, nothing can be reckoned from it.
    static func day(_ reading: WrittenDate.Reading, of column: ManifestColumn) throws(FactError) -> Day {
        switch reading {
        case .day(let day): return day
        case .partial:
            throw FactError(field: column.rawValue, expected: "a whole day such as 2026-01-31, or a blank cell")
        case .none(let expected): throw FactError(field: column.rawValue, expected: expected)
        }
    }

    static func expiryRule(_ text: String) throws(FactError) -> ExpiryRule {
        guard let rule = ExpiryRule(text) ?? ExpiryRule(text.lowercased()) else {
            throw FactError(field: "expiry_rule", expected: "printed, none, until-replaced, or '+24 months'")
        }
        return rule
    }

    static func language(_ text: String) throws(FactError) -> String {
        let code = text.lowercased()
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            throw FactError(field: "language", expected: "an ISO 639-1 code of two letters such as de")
        }
        return code
    }

    static func flag(_ text: String, of column: ManifestColumn) throws(FactError) -> Bool {
        switch text.lowercased() {
        case "yes", "y", "true", "1": return true
        case "no", "n", "false", "0": return false
        default: throw FactError(field: column.rawValue, expected: "yes or no")
        }
    }

    /// One of the words of `Word`, in any case, with blanks or underscores for hyphens.
    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, of column: ManifestColumn
    ) throws(FactError) -> Word {
        if let word = Word(rawValue: text) { return word }
        let spelled = String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        guard let word = Word(rawValue: spelled) else {
            let words = Word.allCases.map(\.rawValue)
            let list = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
            throw FactError(field: column.rawValue, expected: list)
        }
        return word
    }

    /// Pages make a link of it, so that only schemes that lead somewhere, and run nothing, are taken.
    static func url(_ text: String) throws(FactError) -> String {
        let schemes = ["https", "http", "file", "ftp", "sftp", "urn"]
        guard let colon = text.firstIndex(of: ":"), schemes.contains(text[..<colon].lowercased()),
            text[colon...].utf8.count > 1, text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else {
            throw FactError(
                field: "url",
                expected: "an address such as https://etmf.example.com/d/17, without blanks "
                    + "(schemes: \(schemes.joined(separator: ", ")))")
        }
        return text
    }
}
