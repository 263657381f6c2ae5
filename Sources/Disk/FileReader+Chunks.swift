extension FileReader {
    /// All bytes that are left in turn, in chunks of at most `size` bytes; of a small file, in one.
    package borrowing func forEachChunk(
        upTo size: Int = 1 << 20, _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        // Room for one byte more than a small file has, so that one read shows its end.
        var buffer = [UInt8](repeating: 0, count: Int(min(max(self.size + 1, 4_096), Int64(size))))
        try forEachChunk(through: &buffer, body)
    }

    /// The same through a buffer that may serve for many files; its count is the longest chunk.
    package borrowing func forEachChunk(
        through buffer: inout [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        if size > Int64(buffer.count) { expectSequentialReading() }
        while true {
            let count = try read(into: &buffer)
            if count > 0 { try body(buffer[..<count]) }
            if count < buffer.count { return }
        }
    }
}
