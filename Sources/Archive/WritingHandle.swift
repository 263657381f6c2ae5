import CArchive
import SystemPackage

/// Owns libarchive's writer, and frees it once.
struct WritingHandle: ~Copyable {
    let pointer: OpaquePointer

    static func opening(_ file: OpenFile, format: ArchiveFormat) throws(ArchiveError) -> WritingHandle {
        guard let pointer = archive_write_new() else { throw ArchiveError(file.path, .disk, "out of memory") }
        let handle = WritingHandle(owning: pointer)
        try handle.setUp(format, path: file.path)
        try handle.check(archive_write_set_bytes_per_block(pointer, 1 << 20), file.path, member: nil)
        try handle.check(archive_write_set_bytes_in_last_block(pointer, 1), file.path, member: nil)
        try handle.check(archive_write_open_fd(pointer, file.number), file.path, member: nil)
        return handle
    }

    private init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit {
        // To free a writer closes the archive first, which would make one that was given up look whole.
        archive_write_fail(pointer)
        archive_write_free(pointer)
    }

    /// The one place that knows a return code. A warning is no failure.
    func check(_ result: Int32, _ path: FilePath, member: String?) throws(ArchiveError) {
        guard result < ARCHIVE_WARN else { return }
        let message = archive_error_string(pointer).map { String(cString: $0) } ?? "libarchive says \(result)"
        throw ArchiveError(path, member: member, .disk, "cannot write: \(message)")
    }

    private func setUp(_ format: ArchiveFormat, path: FilePath) throws(ArchiveError) {
        switch format {
        case .zip:
            try check(archive_write_set_format_zip(pointer), path, member: nil)
            try check(archive_write_set_options(pointer, "zip:hdrcharset=UTF-8"), path, member: nil)
        case .tar:
            try check(archive_write_set_format_pax_restricted(pointer), path, member: nil)
        case .tarZstd:
            try check(archive_write_set_format_pax_restricted(pointer), path, member: nil)
            try check(archive_write_add_filter_zstd(pointer), path, member: nil)
            try check(archive_write_set_options(pointer, "zstd:compression-level=3"), path, member: nil)
        }
    }
}
