import CArchive
import Glibc
package import SystemPackage

/// Reads a ZIP, or a tar as it is or compressed by gzip, zstd, xz or bzip2, from start to end, member by member.
package struct ArchiveReader: ~Copyable, MemberBytes {
    private let handle: ReadingHandle
    private let file: OpenFile
    private let limits: ArchiveLimits
    private var member: ArchiveMember?
    private var members = 0
    private var total: Int64 = 0
    private var read: Int64 = 0

    package var path: FilePath { file.path }

    /// Opens a file. Throws if it is no archive of these kinds.
    package init(opening path: FilePath, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
        guard ArchiveLocale.ready else {
            throw ArchiveError(path, .unsupported, "this system has no UTF-8 locale (C.UTF-8), which names need")
        }
        let file = try OpenFile(reading: path)
        let handle = try ReadingHandle.opening(file)
        self.file = file
        self.handle = handle
        self.limits = limits
    }

    /// The next member, past what was not read of the last one; nil at the end. After an error, read no further.
    package mutating func next() throws(ArchiveError) -> ArchiveMember? {
        var entry: OpaquePointer?
        let result = archive_read_next_header(handle.pointer, &entry)
        if result == ARCHIVE_EOF { return nil }
        try handle.check(Int(result), path, member: nil)
        guard let entry else { throw ArchiveError(path, .damaged, "a member without a description") }

        let found = ReadingHandle.describe(entry)
        member = found
        members += 1
        read = 0
        try count(max(found.size ?? 0, 0))
        return found
    }

    /// Fills `buffer`, whose count says how much to read, with the next bytes of the member. Returns how many came:
    /// fewer than its count only at the member's end, 0 after it. Checks the member's checksum there, if it has one.
    package mutating func read(into buffer: inout [UInt8]) throws(ArchiveError) -> Int {
        guard let member else { throw ArchiveError(path, .misuse, "bytes before the first member") }
        if member.isEncrypted {
            throw ArchiveError(path, member: member.shownName, .encrypted, "locked by a password; unpack it first")
        }
        var filled = 0
        while filled < buffer.count {
            let got = buffer.withUnsafeMutableBytes {
                archive_read_data(handle.pointer, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            if got < 0 { try handle.fail(path, member: member.shownName) }
            if got == 0 { break }
            filled += got
        }
        let announced = max(member.size ?? 0, 0)
        try count(max(read + Int64(filled) - announced, 0) - max(read - announced, 0))
        read += Int64(filled)
        return filled
    }

    private mutating func count(_ bytes: Int64) throws(ArchiveError) {
        let (sum, overflow) = total.addingReportingOverflow(bytes)
        total = overflow ? Int64.max : sum
        if let refusal = limits.refusal(members: members, bytes: total, packed: file.size) {
            throw ArchiveError(path, member: member?.shownName, .limit, refusal)
        }
    }
}
