import CDisk

extension FileReader {
    /// Which of the marks stand anywhere in the file. Reads it in pieces; marks are short, and not empty.
    package borrowing func holds(_ marks: [[UInt8]]) throws(DiskError) -> [Bool] {
        var found = [Bool](repeating: false, count: marks.count)
        // What stands across the border of two pieces is in the overlap.
        let overlap = max((marks.map(\.count).max() ?? 1) - 1, 0)
        var offset: Int64 = 0
        while offset < size, found.contains(false) {
            let piece = try read(at: offset, count: 1 << 20)
            for (place, mark) in marks.enumerated() where !found[place] {
                found[place] = piece.withUnsafeBytes { bytes in
                    mark.withUnsafeBytes {
                        memmem(bytes.baseAddress, UInt(bytes.count), $0.baseAddress, UInt($0.count)) != nil
                    }
                }
            }
            guard piece.count > overlap else { break }
            offset += Int64(piece.count - overlap)
        }
        return found
    }
}
