/// The words of a folded text, byte by byte: punctuation parts words, a hyphen at the end of a line does not.
enum LetterStream {
    static func forEachWord(in text: String, _ body: (ArraySlice<UInt8>) -> Void) {
        forEachWord(in: Array(text.utf8)[...], body)
    }

    static func forEachWord(in bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
        // What a word begins with where it is not written in one piece: few are.
        var begun: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let start = place
            while place < bytes.endIndex, isLetter(bytes[place]) { place += 1 }
            let letters = bytes[start..<place]
            let mark = continuation(bytes, place, follows: !letters.isEmpty || !begun.isEmpty)
            place += mark.length
            if let more = mark.letters {
                begun += letters + more
                continue
            }
            if begun.isEmpty {
                if !letters.isEmpty { body(letters) }
            } else {
                begun += letters
                body(begun[...])
                begun.removeAll(keepingCapacity: true)
            }
        }
        if !begun.isEmpty { body(begun[...]) }
    }

    /// What stands where the plain letters of a word end: letters with which it goes on, if it does.
    private static func continuation(
        _ bytes: ArraySlice<UInt8>, _ place: Int, follows: Bool
    ) -> (letters: [UInt8]?, length: Int) {
        guard place < bytes.endIndex else { return (nil, 0) }
        if bytes[place] >= 0x80 { return mark(bytes, place) }
        if bytes[place] == 0x2D, follows, let next = lineEnd(bytes, place + 1) { return ([], next - place) }
        return (nil, 1)
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    /// Where the next line begins, if nothing but the end of this one lies between and a letter follows.
    private static func lineEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var place = start
        if place < bytes.endIndex, bytes[place] == 0x0D { place += 1 }
        guard place + 1 < bytes.endIndex, bytes[place] == 0x0A, bytes[place + 1] >= 0x61, bytes[place + 1] <= 0x7A
        else {
            return nil
        }
        return place + 1
    }

    /// Letters of other scripts stay; dashes, quotation marks and signs part words; ligatures are taken apart.
    private static func mark(_ bytes: ArraySlice<UInt8>, _ place: Int) -> (letters: [UInt8]?, length: Int) {
        let byte = bytes[place]
        let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
        let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, bytes.endIndex - place)
        if byte == 0xC2 || byte == 0xE2 && next < 0xB0 { return (nil, length) }
        if byte == 0xEF, next == 0xAC, length == 3, let taken = ligatures[bytes[place + 2]] {
            return (Array(taken.utf8), length)
        }
        return (Array(bytes[place..<place + length]), length)
    }

    private static let ligatures: [UInt8: String] = [0x80: "ff", 0x81: "fi", 0x82: "fl", 0x83: "ffi", 0x84: "ffl"]
}
