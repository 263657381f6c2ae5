extension ZipDirectory {
    /// Something in the bookkeeping of a ZIP that no reader looks at, and that is not as it was written.
    package struct Deviation: Hashable, Sendable {
        /// Of the member it stands at.
        package let name: [UInt8]
        package let problem: String
    }

    /// Where the archive differs from what `ArchiveWriter` writes although every member can be read: what is said
    /// twice must agree, no byte may belong to no member, and all members carry the same time, rights and system.
    ///
    /// Archives of other programs deviate without being damaged. Throws if the headers cannot be read.
    package func deviations() throws(ArchiveError) -> [Deviation] {
        let entries = try centralEntries()
        var deviations: [Deviation] = []
        var free: Int64 = 0
        for entry in entries.sorted(by: { $0.member.headerOffset < $1.member.headerOffset }) {
            var problems: [String] = []
            if entry.member.headerOffset != free { problems.append("bytes before it belong to no member") }
            if let first = entries.first, !entry.isLike(first) {
                problems.append("its time, rights or system in the directory are not those of the others")
            }
            free = try end(of: entry, &problems)
            deviations += problems.map { Deviation(name: entry.member.name, problem: $0) }
        }
        if let last = entries.last, free != end {
            deviations.append(Deviation(name: last.member.name, problem: "bytes after it belong to no member"))
        }
        return deviations
    }

    /// One entry of the directory with what `ZipMember` leaves out.
    private struct CentralEntry {
        let member: ZipMember
        let fixed: LittleEndian
        /// Without the numbers that are too large for their field.
        let extra: [UInt8]
        let isLarge: Bool

        func isLike(_ other: CentralEntry) -> Bool {
            // The low byte of the first field is the version needed, which a large member raises.
            let version = isLarge || fixed.bytes[4] == fixed.bytes[6]
            let same = [5..<6, 8..<10, 12..<16, 32..<42].allSatisfy { fixed.bytes[$0] == other.fixed.bytes[$0] }
            return version && same && extra == other.extra
        }
    }

    private func centralEntries() throws(ArchiveError) -> [CentralEntry] {
        let bytes = LittleEndian(bytes: try file.bytes(at: end, count: directorySize))
        var entries: [CentralEntry] = []
        entries.reserveCapacity(members.count)
        var offset = 0
        for member in members {
            guard let fixed = bytes.slice(offset, count: 46), let extraCount = bytes.int16(offset + 30),
                let commentCount = bytes.int16(offset + 32),
                let extra = bytes.slice(offset + 46 + member.name.count, count: extraCount)
            else { throw ArchiveError(path, .damaged, "the directory became shorter while it was read") }
            let (rest, isLarge) = Self.withoutLargeNumbers(extra)
            entries.append(
                CentralEntry(member: member, fixed: LittleEndian(bytes: fixed), extra: rest, isLarge: isLarge))
            offset += 46 + member.name.count + extraCount + commentCount
        }
        return entries
    }

    /// Compares the local header, and the descriptor behind the bytes. Returns where the member ends.
    private func end(of entry: CentralEntry, _ problems: inout [String]) throws(ArchiveError) -> Int64 {
        let member = entry.member
        let local = LittleEndian(bytes: try file.bytes(at: member.headerOffset, count: 30))
        guard let nameCount = local.int16(26), let extraCount = local.int16(28), let flags = local.int16(6) else {
            throw ArchiveError(path, member: member.shownName, .damaged, "its header is cut off")
        }
        let extraStart = member.headerOffset + 30 + Int64(nameCount)
        let (extra, isLarge) = Self.withoutLargeNumbers(try file.bytes(at: extraStart, count: extraCount))
        let isDescribed = flags & 8 != 0
        // A header of more than 4 GiB away needs a later version in the directory only.
        let version = entry.isLarge || local.bytes[4..<6] == entry.fixed.bytes[6..<8]
        let sizes = entry.isLarge || isLarge || local.bytes[18..<26] == entry.fixed.bytes[20..<28]
        let checksum = local.int32(14) == (isDescribed ? 0 : Int64(member.checksum))
        let same = local.bytes[6..<14] == entry.fixed.bytes[8..<16] && extra == entry.extra
        if !version || !sizes || !checksum || !same { problems.append("its header contradicts the directory") }

        let dataEnd = extraStart + Int64(extraCount) + member.compressedSize
        guard isDescribed else { return dataEnd }
        let width = isLarge ? 8 : 4
        let descriptor = LittleEndian(bytes: try file.bytes(at: dataEnd, count: 8 + 2 * width))
        let packed = isLarge ? descriptor.int64(8) : descriptor.int32(8)
        let size = isLarge ? descriptor.int64(16) : descriptor.int32(12)
        if descriptor.int32(0) != 0x0807_4b50 || descriptor.int32(4) != Int64(member.checksum)
            || packed != member.compressedSize || size != member.size
        {
            problems.append("what stands behind its bytes contradicts the directory")
        }
        return dataEnd + Int64(8 + 2 * width)
    }

    /// The extra fields without that of ZIP64, and whether it was there.
    private static func withoutLargeNumbers(_ extra: [UInt8]) -> (rest: [UInt8], isLarge: Bool) {
        let fields = LittleEndian(bytes: extra)
        var rest: [UInt8] = []
        var isLarge = false
        var offset = 0
        while let id = fields.int16(offset), let count = fields.int16(offset + 2) {
            if id == 1 { isLarge = true } else { rest += fields.slice(offset, count: 4 + count) ?? [] }
            offset += 4 + count
        }
        return (rest + extra.dropFirst(offset), isLarge)
    }
}
