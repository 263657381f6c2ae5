/// Names and paths in a bag.
public enum BagPath {
    /// A lower-case ASCII name made of `title`: letters, digits and single hyphens, at most `maxLength` characters (8
    /// or more), none of the names that Windows keeps for devices. The same title always gives the same name;
    /// different titles may give the same one. If nothing is left of the title, the name is made of `fallback`.
    public static func safeName(for title: String, fallback: String, maxLength: Int = 60) -> String {
        let limit = max(8, maxLength)
        for text in [title, fallback] {
            let name = shortened(slug(of: text), to: limit)
            if name.isEmpty { continue }
            return reservedNames.contains(name) ? name + "-x" : name
        }
        return "file"
    }

    /// What was expected instead, or nil if `path` stays within the bag.
    public static func objection(to path: String) -> String? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isWithin = parts.allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) && !$0.contains(0)
        }
        let head = Array(path.utf8.prefix(2))
        let hasDrive = head.count == 2 && head[1] == UInt8(ascii: ":")
        let isHome = head.first == UInt8(ascii: "~")
        return isWithin && !hasDrive && !isHome && !path.utf8.contains(UInt8(ascii: "\\"))
            ? nil : "a path within the bag, with single '/' between folders and without '..'"
    }

    /// The path with `%0A`, `%0D` and `%25` resolved; any other `%` is part of the name, as older tools wrote it.
    static func decoded(_ path: Substring) -> String {
        guard path.utf8.contains(UInt8(ascii: "%")) else { return String(path) }
        let bytes = Array(path.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let code = bytes[index...].prefix(3)
            let resolved: UInt8? =
                switch String(decoding: code, as: UTF8.self).uppercased() {
                case "%0A": 0x0A
                case "%0D": 0x0D
                case "%25": 0x25
                default: nil
                }
            decoded.append(resolved ?? bytes[index])
            index += resolved == nil ? 1 : 3
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func slug(of text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return slug(ofASCII: text) }
        var name = ""
        var isBetweenWords = false
        for character in text.lowercased() {
            let letters = LatinLetters.ascii(of: character)
            if letters.isEmpty {
                // An apostrophe does not part a word.
                if character != "'" && character != "\u{2019}" { isBetweenWords = !name.isEmpty }
                continue
            }
            if isBetweenWords { name += "-" }
            isBetweenWords = false
            name += letters
        }
        return name
    }

    /// The same for most names: one is made for every record.
    private static func slug(ofASCII text: String) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(text.utf8.count)
        var isBetweenWords = false
        for byte in text.utf8 {
            guard isLetterOrDigit(byte) else {
                if byte != UInt8(ascii: "'") { isBetweenWords = !name.isEmpty }
                continue
            }
            if isBetweenWords { name.append(UInt8(ascii: "-")) }
            isBetweenWords = false
            name.append(byte < 0x41 ? byte : byte | 0x20)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Cut at the last hyphen of the second half, if there is one.
    private static func shortened(_ name: String, to limit: Int) -> String {
        guard name.utf8.count > limit else { return name }
        let head = name.prefix(limit)
        let isWordEnd = name.dropFirst(limit).first == "-"
        if !isWordEnd, let hyphen = head.lastIndex(of: "-"), head[..<hyphen].utf8.count >= limit / 2 {
            return String(head[..<hyphen])
        }
        return head.last == "-" ? String(head.dropLast()) : String(head)
    }

    private static let reservedNames: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
