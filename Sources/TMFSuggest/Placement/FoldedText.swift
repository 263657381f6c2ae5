/// Letters without case and accents, so that `Müller`, `MULLER` and a decomposed `Müller` are one word.
enum FoldedText {
    /// The small ASCII letters and digits that stand for a character; empty for a combining mark, nil for a
    /// character that separates words.
    static func folded(_ scalar: Unicode.Scalar) -> String? {
        let value = scalar.value
        if value < 0x80 { return nil }
        if value >= 0x300, value <= 0x36F { return "" }
        if value >= 0xC0, value <= 0x17F { return latin(value) }
        switch value {
        case 0x218, 0x219: return "s"
        case 0x21A, 0x21B: return "t"
        case 0x1E9E: return "ss"
        default: return nil
        }
    }

    /// The umlauts as German writes them without dots.
    static func germanSpelling(_ text: String) -> String {
        var spelled = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xE4, 0xC4, 0xE6, 0xC6: spelled += "ae"
            case 0xF6, 0xD6, 0xF8, 0xD8: spelled += "oe"
            case 0xFC, 0xDC: spelled += "ue"
            case 0xE5, 0xC5: spelled += "aa"
            default: spelled.unicodeScalars.append(scalar)
            }
        }
        return spelled
    }

    private static func latin(_ value: UInt32) -> String? {
        switch value {
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
        case 0xC6, 0xE6: "ae"
        case 0xC7, 0xE7, 0x106...0x10D: "c"
        case 0xD0, 0xF0, 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
        case 0x11C...0x123: "g"
        case 0x124...0x127: "h"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
        case 0x134, 0x135: "j"
        case 0x136...0x138: "k"
        case 0x139...0x142: "l"
        case 0xD1, 0xF1, 0x143...0x14B: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
        case 0x152, 0x153: "oe"
        case 0x154...0x159: "r"
        case 0xDF: "ss"
        case 0x15A...0x161: "s"
        case 0xDE, 0xFE: "th"
        case 0x162...0x167: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
        case 0x174, 0x175: "w"
        case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
        case 0x179...0x17E: "z"
        default: nil
        }
    }
}
