import TMFModel

/// Turns the chunks of a text in some encoding into chunks of UTF-8.
final class TextDecoding {
    private let source: String
    private let encoding: TextEncoding
    private let read: () throws -> ArraySlice<UInt8>?
    /// The first byte of a unit that was cut by the end of a chunk.
    private var half: UInt8?
    /// The first unit of a pair.
    private var lead: UInt32?
    private var hasBegun = false
    private var hasEnded = false

    init(source: String, _ encoding: TextEncoding, read: @escaping () throws -> ArraySlice<UInt8>?) {
        self.source = source
        self.encoding = encoding
        self.read = read
    }

    /// The next chunk; nil at the end. Throws `InputProblem` for bytes that the encoding has no character for.
    func next() throws -> ArraySlice<UInt8>? {
        guard encoding != .utf8 else { return try read() }
        while let chunk = try read() {
            if chunk.isEmpty { continue }
            let bytes = encoding == .windows1252 || encoding == .latin1 ? try single(chunk) : try wide(chunk)
            if !bytes.isEmpty { return bytes[...] }
        }
        guard !hasEnded else { return nil }
        hasEnded = true
        guard half == nil, lead == nil else { throw problem("the text ends in the middle of a character") }
        return nil
    }

    private func single(_ chunk: ArraySlice<UInt8>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.count + chunk.count / 8)
        for byte in chunk {
            if byte < 0x80 {
                bytes.append(byte)
            } else if encoding == .latin1 || byte >= 0xA0 {
                TextDecoding.append(UInt32(byte), to: &bytes)
            } else {
                let scalar = TextDecoding.windows1252[Int(byte) - 0x80]
                guard scalar != 0 else {
                    throw problem(
                        "byte \(String(byte, radix: 16, uppercase: true)) is no character of \(encoding.shown): the table has "
                            + "another encoding")
                }
                TextDecoding.append(UInt32(scalar), to: &bytes)
            }
        }
        return bytes
    }

    private func wide(_ chunk: ArraySlice<UInt8>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.count)
        for byte in chunk {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let unit =
                encoding == .utf16
                ? UInt32(first) | UInt32(byte) << 8 : UInt32(first) << 8 | UInt32(byte)
            if !hasBegun {
                hasBegun = true
                if unit == 0xFEFF { continue }
            }
            switch (lead, unit) {
            case (nil, 0xD800...0xDBFF): lead = unit
            case (let high?, 0xDC00...0xDFFF):
                lead = nil
                TextDecoding.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &bytes)
            case (nil, let unit) where !(0xDC00...0xDFFF).contains(unit): TextDecoding.append(unit, to: &bytes)
            default: throw problem("half of a character stands alone: the text is not \(encoding.shown)")
            }
        }
        return bytes
    }

    private func problem(_ message: String) -> InputProblem { InputProblem(source: source, message: message) }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// 80 to 9F; 0 where it has no character.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
