/// Which texts may be names, and which may be parts of keys, in a study file.
enum StudyFileWords {
    /// What was expected instead, or nil if `text` may be shown as a name or title.
    static func objection(toName text: String) -> String? {
        if text.unicodeScalars.count > 2_000 { return "at most 2,000 characters" }
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
            }
        }
        return isPlain ? nil : "one line without control characters"
    }

    /// What was expected instead, or nil if `text` may be part of a key, a path or an address.
    static func objection(toWord text: String, mayHaveBlanks: Bool) -> String? {
        let marks = mayHaveBlanks ? "- _ . and blanks inside" : "- _ ."
        let expected = "1 to 64 letters, digits, \(marks), with a letter or digit first"
        guard text.unicodeScalars.count <= 64, let first = text.first, let last = text.last,
            first.isLetter || first.isNumber, last != " "
        else { return expected }
        let isSafe = text.allSatisfy {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || (mayHaveBlanks && $0 == " ")
        }
        return isSafe ? nil : expected
    }

    /// The same for the number of a study, of which folders and addresses are made: ASCII only.
    static func objection(toStudy text: String) -> String? {
        let isSafe = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || ((0x61...0x7A).contains($0 | 0x20) && $0 < 0x80) || $0 == 0x2D || $0 == 0x5F
                || $0 == 0x2E
        }
        guard isSafe, (1...64).contains(text.utf8.count), text.utf8.first != 0x2E else {
            return "1 to 64 letters A to Z, digits, - _ . without a dot first"
        }
        return nil
    }
}
