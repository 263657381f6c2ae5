/// The words of a folded text, byte by byte: punctuation parts words, a hyphen at the end of a line does not.
enum LetterStream {
    static func forEachWord(in text: String, _ body: (ArraySlice<UInt8>) -> Void) {
        let bytes = Array(text.utf8)
        var word: [UInt8] = []
        var place = 0
        func end() {
            if !word.isEmpty { body(word[...]) }
            word.removeAll(keepingCapacity: true)
        }
        while place < bytes.count {
            let byte = bytes[place]
            if isLetter(byte) {
                word.append(byte)
                place += 1
            } else if byte >= 0x80 {
                let (replacement, length) = mark(bytes, place)
                if let replacement { word.append(contentsOf: replacement) } else { end() }
                place += length
            } else if byte == 0x2D, !word.isEmpty, let next = lineEnd(bytes, place + 1) {
                place = next
            } else {
                end()
                place += 1
            }
        }
        end()
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    /// Where the next line begins, if nothing but the end of this one lies between and a letter follows.
    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var place = start
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        guard place + 1 < bytes.count, bytes[place] == 0x0A, bytes[place + 1] >= 0x61, bytes[place + 1] <= 0x7A else {
            return nil
        }
        return place + 1
    }

    /// Letters of other scripts stay; dashes, quotation marks and signs part words; ligatures are taken apart.
    private static func mark(_ bytes: [UInt8], _ place: Int) -> (replacement: [UInt8]?, length: Int) {
        let byte = bytes[place]
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, bytes.count - place)
        if byte == 0xC2 || byte == 0xE2 && next < 0xB0 { return (nil, length) }
        if byte == 0xEF, next == 0xAC, length == 3, let taken = ligatures[bytes[place + 2]] {
            return (Array(taken.utf8), length)
        }
        return (Array(bytes[place..<place + length]), length)
    }

    private static let ligatures: [UInt8: String] = [0x80: "ff", 0x81: "fi", 0x82: "fl", 0x83: "ffi", 0x84: "ffl"]
}
