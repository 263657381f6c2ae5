/// Text without case and accents, for comparing what people type with what is filed.
enum Folding {
    /// Lower case, Latin letters without their marks, `ß` as `ss`, `æ` as `ae`; other scripts only in lower case.
    static func fold(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0..<0x80: folded.append(scalar)
            // A mark that combines with the letter before it.
            case 0x300...0x36F: continue
            default:
                if let plain = plain[scalar] {
                    folded.append(contentsOf: plain.unicodeScalars)
                } else {
                    folded.append(scalar)
                }
            }
        }
        return String(folded)
    }

    /// The words of folded text: letters and digits of any script.
    static func words(of folded: String) -> [String] {
        let bytes = folded.utf8
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            return folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        }
        return bytes.split { !(($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)) }.map { String(Substring($0)) }
    }

    private static let plain: [Unicode.Scalar: String] = {
        let letters: [(String, String)] = [
            ("a", "àáâãäåāăąǎȁȃȧạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệ"),
            ("g", "ĝğġģǧ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐȉȋỉị"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"),
            ("n", "ñńņňŉ"), ("o", "òóôõöøōŏőǒȍȏȯọỏốồổỗộớờởỡợơ"), ("r", "ŕŗřȑȓ"), ("s", "śŝşšșſ"), ("t", "ţťŧț"),
            ("u", "ùúûüũūŭůűųǔȕȗụủứừửữựư"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"),
            ("oe", "œ"), ("th", "þ"), ("ij", "ĳ"),
        ]
        var plain: [Unicode.Scalar: String] = [:]
        for (letter, marked) in letters {
            // Composed here: an editor may have taken a letter and its mark apart, which leaves the letter harmless.
            for scalar in marked.unicodeScalars where scalar.value >= 0x80 { plain[scalar] = letter }
        }
        return plain
    }()
}
