extension [UInt8] {
    /// Whether exactly these bytes stand at `offset`.
    func hasBytes(_ mark: [UInt8], at offset: Int) -> Bool {
        guard count >= offset + mark.count else { return false }
        for (index, byte) in mark.enumerated() where self[offset + index] != byte { return false }
        return true
    }

    /// Whether this ASCII text stands at `offset`.
    func hasBytes(_ mark: String, at offset: Int) -> Bool {
        guard count >= offset + mark.utf8.count else { return false }
        var at = offset
        for byte in mark.utf8 {
            if self[at] != byte { return false }
            at += 1
        }
        return true
    }

    /// Whether this ASCII text begins at one of the offsets.
    func hasBytes(_ mark: String, within offsets: Range<Int>) -> Bool {
        offsets.clamped(to: 0..<Swift.max(0, count - mark.utf8.count + 1)).contains { hasBytes(mark, at: $0) }
    }

    /// The unsigned number in so many bytes from `offset`, the least significant first. They must be there.
    func littleEndian(_ width: Int, at offset: Int) -> Int {
        (0..<width).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}

/// The end of a file's name after its last dot, in small letters; empty if there is none.
struct FileEnding: Hashable {
    let text: String

    init(of name: String?) {
        guard let name, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
            text = ""
            return
        }
        let ending = name[name.utf8.index(after: dot)...]
        text = ending.utf8.count <= 8 && !ending.utf8.contains(UInt8(ascii: "/")) ? ending.lowercased() : ""
    }
}
