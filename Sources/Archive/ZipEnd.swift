import SystemPackage

/// Where the central directory of a ZIP is, from the record at the end of the file.
///
/// Related specification: APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16.
struct ZipEnd {
    let members: Int
    let offset: Int64
    let size: Int

    init(_ file: OpenFile) throws(ArchiveError) {
        let tailSize = Int(min(file.size, 22 + 65_535))
        let tailStart = file.size - Int64(tailSize)
        let tail = LittleEndian(bytes: try file.bytes(at: tailStart, count: tailSize))
        guard let end = Self.find(in: tail) else {
            throw ArchiveError(file.path, .damaged, "no ZIP, or cut off: the directory at its end is missing")
        }
        guard let disk = tail.int16(end + 4), let startDisk = tail.int16(end + 6), let here = tail.int16(end + 8),
            let members = tail.int16(end + 10), let size = tail.int32(end + 12), let offset = tail.int32(end + 16)
        else { throw Self.damaged(file) }

        var found = (members: Int64(members), size: size, offset: offset, end: tailStart + Int64(end))
        if members == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            if let large = try Self.readLarge(file, before: found.end) { found = large }
        } else if disk != 0 || startDisk != 0 || here != members {
            throw ArchiveError(file.path, .unsupported, "a ZIP in several parts")
        }
        // An entry takes 46 bytes at least, so the count cannot make anyone reserve more than the file holds.
        guard found.offset <= found.end, found.size <= found.end - found.offset, found.members <= found.size / 46,
            found.offset + found.size == found.end
        else { throw Self.damaged(file) }
        self.members = Int(found.members)
        self.offset = found.offset
        self.size = Int(found.size)
    }

    /// The last record whose comment reaches exactly to the end of the file.
    private static func find(in tail: LittleEndian) -> Int? {
        stride(from: tail.bytes.count - 22, through: 0, by: -1).first { start in
            tail.int32(start) == 0x0605_4b50 && tail.int16(start + 20) == tail.bytes.count - start - 22
        }
    }

    private static func readLarge(
        _ file: OpenFile, before end: Int64
    ) throws(ArchiveError) -> (members: Int64, size: Int64, offset: Int64, end: Int64)? {
        guard end >= 20 else { return nil }
        let locator = LittleEndian(bytes: try file.bytes(at: end - 20, count: 20))
        guard locator.int32(0) == 0x0706_4b50 else { return nil }
        guard let start = locator.int64(8), start <= end - 20 - 56 else { throw damaged(file) }
        let record = LittleEndian(bytes: try file.bytes(at: start, count: 56))
        guard record.int32(0) == 0x0606_4b50, let members = record.int64(32), record.int64(24) == members,
            let size = record.int64(40), let offset = record.int64(48)
        else { throw damaged(file) }
        return (members, size, offset, start)
    }

    private static func damaged(_ file: OpenFile) -> ArchiveError {
        ArchiveError(file.path, .damaged, "the record at the end contradicts the file's size")
    }
}
