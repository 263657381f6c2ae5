extension ZipMember.Method {
    /// By the number that ZIP gives it.
    init(_ number: Int) {
        switch number {
        case 0: self = .stored
        case 8: self = .deflated
        default: self = .other(number)
        }
    }
}

extension ZipMember {
    /// Reads one entry of the central directory. Returns it with its length in bytes; nil if it cannot be one.
    static func parse(_ bytes: LittleEndian, at start: Int) -> (ZipMember, length: Int)? {
        guard bytes.int32(start) == 0x0201_4b50, let flags = bytes.int16(start + 8),
            let method = bytes.int16(start + 10), let checksum = bytes.int32(start + 16),
            let compressed = bytes.int32(start + 20), let size = bytes.int32(start + 24),
            let nameCount = bytes.int16(start + 28), let extraCount = bytes.int16(start + 30),
            let commentCount = bytes.int16(start + 32), let offset = bytes.int32(start + 42),
            let name = bytes.slice(start + 46, count: nameCount),
            let extra = bytes.slice(start + 46 + nameCount, count: extraCount),
            bytes.slice(start + 46 + nameCount + extraCount, count: commentCount) != nil,
            let madeBy = bytes.int16(start + 4), let attributes = bytes.int32(start + 38),
            let large = largeNumbers([size, compressed, offset], LittleEndian(bytes: extra))
        else { return nil }
        let member = ZipMember(
            name: name, method: Method(method), checksum: UInt32(checksum), compressedSize: large[1], size: large[0],
            isEncrypted: flags & 1 != 0, isLink: madeBy >> 8 == 3 && attributes >> 28 == 0xA, headerOffset: large[2])
        // Stored means that both sizes are one, but for the header that encryption adds.
        guard member.method != .stored || member.isEncrypted || large[0] == large[1] else { return nil }
        return (member, 46 + nameCount + extraCount + commentCount)
    }

    /// Replaces each number that is all ones by the next one of the ZIP64 field. Nil if the field is cut off.
    private static func largeNumbers(_ numbers: [Int64], _ extra: LittleEndian) -> [Int64]? {
        guard numbers.contains(0xFFFF_FFFF) else { return numbers }
        var offset = 0
        while let id = extra.int16(offset), let count = extra.int16(offset + 2) {
            guard id == 1 else {
                offset += 4 + count
                continue
            }
            guard let field = extra.slice(offset + 4, count: count) else { return nil }
            let values = LittleEndian(bytes: field)
            var next = 0
            var result: [Int64] = []
            for number in numbers {
                guard number == 0xFFFF_FFFF else {
                    result.append(number)
                    continue
                }
                guard let value = values.int64(next) else { return nil }
                result.append(value)
                next += 8
            }
            return result
        }
        return numbers
    }
}
