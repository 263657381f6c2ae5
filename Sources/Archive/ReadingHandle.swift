import CArchive
import Glibc
import SystemPackage

/// Owns libarchive's reader, and frees it once.
struct ReadingHandle: ~Copyable {
    let pointer: OpaquePointer

    static func opening(_ file: OpenFile) throws(ArchiveError) -> ReadingHandle {
        guard let pointer = archive_read_new() else { throw ArchiveError(file.path, .disk, "out of memory") }
        let handle = ReadingHandle(owning: pointer)
        // Results are not looked at: a library without one of them fails for the files that need it.
        archive_read_support_format_tar(pointer)
        archive_read_support_format_zip(pointer)
        archive_read_support_filter_gzip(pointer)
        archive_read_support_filter_bzip2(pointer)
        archive_read_support_filter_xz(pointer)
        archive_read_support_filter_zstd(pointer)
        guard archive_read_open_fd(pointer, file.number, 1 << 20) >= ARCHIVE_WARN else {
            throw ArchiveError(file.path, .unknownFormat, "no ZIP or tar archive: \(handle.message)")
        }
        return handle
    }

    private init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { archive_read_free(pointer) }

    private var message: String {
        archive_error_string(pointer).map { String(cString: $0) } ?? "libarchive gives no reason"
    }

    /// Throws unless the result is a success or a warning.
    func check(_ result: Int, _ path: FilePath, member: String?) throws(ArchiveError) {
        if result < Int(ARCHIVE_WARN) { try fail(path, member: member) }
    }

    /// Throws the last error. The library reports a format it does not know with the first member.
    func fail(_ path: FilePath, member: String?) throws(ArchiveError) {
        let message = message
        let code: ArchiveError.Code =
            if message.contains("Unrecognized archive format") {
                .unknownFormat
            } else if message.contains("ncrypt") || message.contains("assphrase") {
                .encrypted
            } else if message.contains("nsupported") {
                .unsupported
            } else {
                .damaged
            }
        throw ArchiveError(path, member: member, code, "cannot read: \(message)")
    }

    static func describe(_ entry: OpaquePointer) -> ArchiveMember {
        let name = archive_entry_pathname(entry).map { start in
            UnsafeBufferPointer(start: start, count: strlen(start)).map(UInt8.init(bitPattern:))
        }
        return ArchiveMember(
            name: name ?? [], kind: kind(of: entry),
            size: archive_entry_size_is_set(entry) != 0 ? Int64(archive_entry_size(entry)) : nil,
            modified: archive_entry_mtime_is_set(entry) != 0 ? Int64(archive_entry_mtime(entry)) : nil,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    private static func kind(of entry: OpaquePointer) -> ArchiveMember.Kind {
        if archive_entry_hardlink(entry) != nil { return .link }
        switch UInt32(archive_entry_filetype(entry)) & archive_kind_mask {
        case archive_kind_file: return .file
        case archive_kind_folder: return .folder
        case archive_kind_link: return .link
        default: return .other
        }
    }
}
