/// Reads numbers of a ZIP, least significant byte first, and never beyond the end.
struct LittleEndian {
    let bytes: [UInt8]

    /// The number of `width` bytes at `offset`; nil if they are not all there.
    private func number(at offset: Int, width: Int) -> UInt64? {
        guard offset >= 0, offset <= bytes.count - width else { return nil }
        return bytes[offset..<(offset + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func int16(_ offset: Int) -> Int? { number(at: offset, width: 2).map { Int($0) } }
    func int32(_ offset: Int) -> Int64? { number(at: offset, width: 4).map { Int64($0) } }

    /// Nil also for what no file's size can be.
    func int64(_ offset: Int) -> Int64? { number(at: offset, width: 8).flatMap { Int64(exactly: $0) } }

    func slice(_ offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
        return Array(bytes[offset..<(offset + count)])
    }
}
