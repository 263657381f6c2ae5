/// Text without case and accents, for comparing what people type with what is filed.
public enum Folding {
    /// Lower case, Latin letters without their marks, `ß` as `ss`, `æ` as `ae`; other scripts only in lower case.
    public static func fold(_ text: String) -> String { folded(text) }

    /// The same of a part of a text.
    public static func fold(_ text: Substring) -> String { folded(text) }

    /// Adds the bytes of the same to `folded`.
    static func fold(_ text: Substring, into folded: inout [UInt8]) { append(text, to: &folded) }

    // Not public, so that it is compiled for the two above: a page is read some ten times as fast.
    private static func folded(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        append(text, to: &folded)
        return String(decoding: folded, as: UTF8.self)
    }

    private static func append(_ text: some StringProtocol, to folded: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: folded.append(UInt8(scalar.value) | 0x20)
            case 0..<0x80: folded.append(UInt8(scalar.value))
            // A mark that combines with the letter before it.
            case 0x300...0x36F: continue
            default: append(scalar, to: &folded)
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if let plain = plain[scalar] { return folded.append(contentsOf: plain.utf8) }
        for small in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(small.value) {
            folded.append(contentsOf: (plain[small] ?? String(small)).utf8)
        }
    }

    /// The words of folded text: letters and digits of any script.
    public static func words(of folded: String) -> [String] {
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
