/// A run of letters or a run of digits in the name of a file or folder.
struct NameToken: Hashable, Sendable {
    enum Shape: Hashable, Sendable {
        case word, digits
    }

    let shape: Shape
    /// Without case and accents.
    let text: String
    /// As it stands in the name.
    let original: Substring
    /// What stands between this token and the one before; empty if nothing does.
    let before: Substring
    /// Whether all its letters are capitals.
    let isUpper: Bool

    var isJoined: Bool { before.isEmpty }
    var isDigits: Bool { shape == .digits }
    /// The number that the digits spell; nil for a word, and for more than 18 digits.
    var number: Int? {
        guard isDigits, text.utf8.count <= 18 else { return nil }
        return text.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    /// The digits without leading zeros, or the word.
    var canonical: String {
        guard isDigits else { return text }
        let digits = text.drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    /// The tokens of a name, in order. Words are split from digits, `MonitoringReport` and `COVReport` at
    /// their capitals.
    static func tokens(of name: String) -> [NameToken] {
        var reader = NameTokenReader()
        reader.read(name)
        return reader.tokens
    }
}

/// Collects the tokens of one name, character by character.
private struct NameTokenReader {
    var tokens: [NameToken] = []
    private var shape: NameToken.Shape?
    private var folded: [UInt8] = []
    /// Where the token in the making begins, and where the last one ended.
    private var start: String.Index?
    private var end: String.Index?
    private var hasSmall = false
    private var hasCapital = false

    mutating func read(_ name: String) {
        tokens.reserveCapacity(12)
        let scalars = name.unicodeScalars
        var at = scalars.startIndex
        while at < scalars.endIndex {
            let here = at
            let scalar = scalars[here]
            at = scalars.index(after: here)
            let value = scalar.value
            switch value {
            case 0x61...0x7A: append(.word, UInt8(value), at: here, of: name, isCapital: false)
            case 0x41...0x5A:
                // A capital after three small letters begins a word: `SiteVisit` is two, `SmPC` is one.
                if shape == .word, folded.count >= 3, !lastIsCapital { finish(name, at: here) }
                // So does one before three of them: `COVReport` is two, `SUSARs` is one.
                if shape == .word, folded.count >= 2, !hasSmall, Self.smallFollow(scalars[at...]) {
                    finish(name, at: here)
                }
                append(.word, UInt8(value | 0x20), at: here, of: name, isCapital: true)
            case 0x30...0x39: append(.digits, UInt8(value), at: here, of: name, isCapital: false)
            case 0x27, 0x2019:
                if shape == .word, at < scalars.endIndex, scalars[at] == "s" {
                    // The s of a possessive does not belong to the word.
                    at = scalars.index(after: at)
                } else {
                    finish(name, at: here)
                }
            default: other(scalar, at: here, of: name)
            }
        }
        finish(name, at: scalars.endIndex)
    }

    private static func smallFollow(_ scalars: Substring.UnicodeScalarView) -> Bool {
        let next = scalars.prefix(3)
        return next.count == 3 && next.allSatisfy { (0x61...0x7A).contains($0.value) }
    }

    private var lastIsCapital = false

    private mutating func other(_ scalar: Unicode.Scalar, at index: String.Index, of name: String) {
        if let letters = FoldedText.folded(scalar) {
            if letters.isEmpty { return }
            if shape == .digits { finish(name, at: index) }
            begin(.word, at: index)
            folded.append(contentsOf: letters.utf8)
            note(isCapital: scalar.properties.isUppercase)
        } else if scalar.value >= 0x370, scalar.properties.isAlphabetic {
            // Letters of other scripts are kept as words of their own.
            if shape == .digits { finish(name, at: index) }
            begin(.word, at: index)
            folded.append(contentsOf: String(scalar).utf8)
            note(isCapital: false)
        } else {
            finish(name, at: index)
        }
    }

    private mutating func append(
        _ kind: NameToken.Shape, _ byte: UInt8, at index: String.Index, of name: String, isCapital: Bool
    ) {
        if shape != nil, shape != kind { finish(name, at: index) }
        begin(kind, at: index)
        folded.append(byte)
        if kind == .word { note(isCapital: isCapital) }
    }

    private mutating func begin(_ kind: NameToken.Shape, at index: String.Index) {
        if shape == nil { start = index }
        shape = kind
    }

    private mutating func note(isCapital: Bool) {
        hasCapital = hasCapital || isCapital
        hasSmall = hasSmall || !isCapital
        lastIsCapital = isCapital
    }

    private mutating func finish(_ name: String, at index: String.Index) {
        guard let shape, let start else { return }
        tokens.append(
            NameToken(
                shape: shape, text: String(decoding: folded, as: UTF8.self), original: name[start..<index],
                before: name[(end ?? name.startIndex)..<start], isUpper: hasCapital && !hasSmall))
        self.shape = nil
        self.start = nil
        end = index
        folded.removeAll(keepingCapacity: true)
        hasSmall = false
        hasCapital = false
        lastIsCapital = false
    }
}
