/// The bytes of one member of an archive, read once from its start to its end.
package protocol MemberBytes: ~Copyable {
    /// Fills `buffer` with the next bytes and returns how many came: fewer than its count only at the member's end.
    mutating func read(into buffer: inout [UInt8]) throws(ArchiveError) -> Int
}

extension MemberBytes where Self: ~Copyable {
    /// All bytes that are left in turn, through a buffer that may serve for many members; its count is the longest
    /// chunk.
    package mutating func forEachChunk(
        through buffer: inout [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        while true {
            let count = try read(into: &buffer)
            if count == 0 { return }
            try body(buffer[..<count])
        }
    }
}
