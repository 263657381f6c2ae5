import XML

/// Puts together the text of a cell out of its runs, without the hints on pronunciation.
struct RichText {
    /// The elements it watches, first in the list of who uses it.
    static let names = ["t", "r", "rPh", "strike"]
    static let attributes = ["val"]

    private(set) var bytes: [UInt8] = []
    private let withoutStruck: Bool
    private var isText = false
    private var isHint = false
    private var isStruck = false

    init(withoutStruck: Bool, _ bytes: [UInt8] = []) {
        self.withoutStruck = withoutStruck
        self.bytes = bytes
    }

    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isText = false
        isHint = false
        isStruck = false
    }

    mutating func take(_ event: XMLStream.Event, of stream: XMLStream) {
        switch (event.kind, event.name) {
        case (.text, _): if isText, !isHint, !(isStruck && withoutStruck) { bytes += stream.bytes(of: event) }
        case (.start, 0): isText = true
        case (.end, 0): isText = false
        case (_, 1): isStruck = false
        case (.start, 2): isHint = true
        case (.end, 2): isHint = false
        case (.start, 3):
            isStruck = SheetStyles.isOn(stream.attribute(0, of: event).map { String(decoding: $0, as: UTF8.self) })
        default: break
        }
    }

    /// Resolves `_x000D_`: how the format writes what XML cannot.
    ///
    /// Related standard: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    mutating func unescape() {
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "x")) else { return }
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "_"), let unit = escape(at: place), let scalar = Unicode.Scalar(unit) {
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                place += 7
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        bytes = result
    }

    private func escape(at place: Int) -> UInt32? {
        guard place + 7 <= bytes.count, bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[(place + 2)..<(place + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
