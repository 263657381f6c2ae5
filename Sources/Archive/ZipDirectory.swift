package import SystemPackage

/// The members of a ZIP by name, for reading one without the others. Cheap to copy; any task may read from it.
///
/// Related specification: APPNOTE.TXT 6.3.10, 4.3.7 and 4.3.12.
package struct ZipDirectory: Sendable {
    let file: OpenFile

    /// Where the members end and the directory begins.
    let end: Int64

    /// In bytes.
    let directorySize: Int

    /// In the directory's order. No two share bytes of the file; names may repeat, see `duplicates`.
    package let members: [ZipMember]

    private let places: [[UInt8]: Int]

    /// The names that more than one member has, sorted by bytes. `member(named:)` finds the first.
    package let duplicates: [[UInt8]]

    package var path: FilePath { file.path }

    /// Reads and checks the directory. Throws if the file is no ZIP, cut off, or contradicts itself.
    package init(opening path: FilePath) throws(ArchiveError) {
        let file = try OpenFile(reading: path)
        let end = try ZipEnd(file)
        let bytes = LittleEndian(bytes: try file.bytes(at: end.offset, count: end.size))
        members = try Self.readMembers(bytes, end, path: path)
        self.file = file
        self.end = end.offset
        directorySize = end.size

        var places: [[UInt8]: Int] = [:]
        var duplicates: Set<[UInt8]> = []
        places.reserveCapacity(members.count)
        for (place, member) in members.enumerated() {
            if places[member.name] != nil { duplicates.insert(member.name) } else { places[member.name] = place }
        }
        self.places = places
        self.duplicates = duplicates.sorted { $0.lexicographicallyPrecedes($1) }
        try refuseOverlaps()
    }

    /// The member of this name; nil if there is none.
    package func member(named name: String) -> ZipMember? {
        places[Array(name.utf8)].map { members[$0] }
    }

    /// A reader of one member, from its start, that checks size and checksum at its end.
    package func reader(of member: ZipMember) throws(ArchiveError) -> ZipMemberReader {
        try ZipMemberReader(member, file: file, start: dataOffset(of: member))
    }

    /// The bytes of a stored member from `offset` on, at most `count`; fewer where it ends. Checks no checksum.
    package func read(_ member: ZipMember, at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        guard member.method == .stored, offset >= 0, count >= 0 else {
            throw ArchiveError(path, member: member.shownName, .misuse, "only a stored member is read from its middle")
        }
        let start = try dataOffset(of: member)
        guard offset < member.size else { return [] }
        return try file.bytes(at: start + offset, count: Int(min(Int64(count), member.size - offset)))
    }

    /// Where the member's bytes begin, after its local header was found to agree with the directory.
    private func dataOffset(of member: ZipMember) throws(ArchiveError) -> Int64 {
        if member.isEncrypted {
            throw ArchiveError(path, member: member.shownName, .encrypted, "locked by a password; unpack it first")
        }
        let header = LittleEndian(bytes: try file.bytes(at: member.headerOffset, count: 30))
        guard header.int32(0) == 0x0403_4b50, let nameCount = header.int16(26), let extraCount = header.int16(28),
            nameCount == member.name.count, let method = header.int16(8), ZipMember.Method(method) == member.method,
            try file.bytes(at: member.headerOffset + 30, count: nameCount) == member.name
        else { throw damaged(member, "its header contradicts the directory") }
        let start = member.headerOffset + 30 + Int64(nameCount) + Int64(extraCount)
        guard start <= end, member.compressedSize <= end - start else {
            throw damaged(member, "it reaches into the directory")
        }
        return start
    }

    /// Members that share bytes are a way to build small archives that unpack without end.
    private func refuseOverlaps() throws(ArchiveError) {
        var free: Int64 = 0
        for member in members.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            guard member.headerOffset >= free else { throw damaged(member, "it overlaps with another member") }
            let rest = end - member.headerOffset - 30 - Int64(member.name.count)
            guard rest >= 0, member.compressedSize <= rest else {
                throw damaged(member, "it reaches into the directory")
            }
            free = end - rest + member.compressedSize
        }
    }

    private func damaged(_ member: ZipMember, _ message: String) -> ArchiveError {
        ArchiveError(path, member: member.shownName, .damaged, message)
    }

    private static func readMembers(
        _ bytes: LittleEndian, _ end: ZipEnd, path: FilePath
    ) throws(ArchiveError) -> [ZipMember] {
        var members: [ZipMember] = []
        members.reserveCapacity(end.members)
        var offset = 0
        while members.count < end.members {
            guard let (member, length) = ZipMember.parse(bytes, at: offset) else {
                throw ArchiveError(path, .damaged, "entry \(members.count + 1) of the directory cannot be read")
            }
            members.append(member)
            offset += length
        }
        guard offset == end.size else {
            throw ArchiveError(path, .damaged, "the directory holds more than its \(end.members) entries")
        }
        return members
    }
}
