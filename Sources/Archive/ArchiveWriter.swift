import CArchive
import Disk
package import SystemPackage

/// Writes one new archive, member by member. The same calls give the same bytes.
///
/// What goes out of scope before `finish` is left cut off on the disk, so that nobody takes it for whole.
package struct ArchiveWriter: ~Copyable {
    private let handle: WritingHandle
    private let format: ArchiveFormat
    private var member: String?
    private var missing: Int64 = 0

    package let path: FilePath

    /// Creates the file; throws if anything is there already.
    ///
    /// `follower` is handed the archive's bytes in their order, in pieces, on a thread of its own.
    package init(
        creating path: FilePath, format: ArchiveFormat, follower: @escaping @Sendable (RawSpan) -> Void = { _ in }
    ) throws(ArchiveError) {
        guard ArchiveLocale.ready else {
            throw ArchiveError(path, .unsupported, "this system has no UTF-8 locale (C.UTF-8), which names need")
        }
        let handle = try WritingHandle.creating(path, format: format, follower: follower)
        self.path = path
        self.format = format
        self.handle = handle
    }

    /// Begins a file of `size` bytes, which `write` then has to bring. Ends in `endFile`.
    ///
    /// `time` is in seconds since 1970, UTC. `compress` deflates the member of a ZIP, and means nothing to the others.
    package mutating func beginFile(
        name: String, size: Int64, time: Int64, mode: UInt32 = 0o644, compress: Bool = false
    ) throws(ArchiveError) {
        guard size >= 0 else { throw misuse(name, "a size of \(size) bytes") }
        if format == .zip {
            try handle.check(
                compress
                    ? archive_write_zip_set_compression_deflate(handle.pointer)
                    : archive_write_zip_set_compression_store(handle.pointer), path, member: name)
        }
        try begin(name: name, kind: archive_kind_file, size: size, time: time, mode: mode)
        member = name
        missing = size
    }

    /// Adds bytes to the file begun.
    package mutating func write(_ bytes: ArraySlice<UInt8>) throws(ArchiveError) {
        guard let member else { throw misuse(nil, "bytes without a file begun") }
        guard Int64(bytes.count) <= missing else {
            throw misuse(member, "\(Int64(bytes.count) - missing) bytes more than announced")
        }
        guard !bytes.isEmpty else { return }
        let written = bytes.withUnsafeBytes { archive_write_data(handle.pointer, $0.baseAddress, $0.count) }
        try handle.check(Int32(clamping: min(written, 0)), path, member: member)
        // It takes fewer bytes without a word where a file would become too long.
        guard written == bytes.count else {
            throw ArchiveError(path, member: member, .disk, "only \(written) of \(bytes.count) bytes were written")
        }
        missing -= Int64(bytes.count)
    }

    /// Ends the file begun; throws if bytes are missing.
    package mutating func endFile() throws(ArchiveError) {
        guard let member else { throw misuse(nil, "the end of a file that was not begun") }
        guard missing == 0 else { throw misuse(member, "\(missing) bytes fewer than announced") }
        self.member = nil
        try handle.check(archive_write_finish_entry(handle.pointer), path, member: member)
    }

    /// Adds a folder. `time` is in seconds since 1970, UTC.
    package mutating func folder(name: String, time: Int64) throws(ArchiveError) {
        let name = name.hasSuffix("/") ? name : name + "/"
        try begin(name: name, kind: archive_kind_folder, size: 0, time: time, mode: 0o755)
        try handle.check(archive_write_finish_entry(handle.pointer), path, member: name)
    }

    /// Writes the end of the archive and waits until all is on the disk.
    package consuming func finish() throws(ArchiveError) {
        if let member { throw misuse(member, "the end of the archive in the middle of a file") }
        try handle.finish(path)
    }

    private func begin(name: String, kind: UInt32, size: Int64, time: Int64, mode: UInt32) throws(ArchiveError) {
        if let member { throw misuse(name, "a new member before the end of \(member)") }
        guard !name.isEmpty, !name.utf8.contains(0) else { throw misuse(name, "a name that is empty or contains NUL") }
        guard let entry = archive_entry_new() else { throw ArchiveError(path, .disk, "out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, kind)
        archive_entry_set_perm(entry, mode)
        archive_entry_set_size(entry, size)
        archive_entry_set_mtime(entry, time_t(time), 0)
        archive_entry_set_uid(entry, 0)
        archive_entry_set_gid(entry, 0)
        try handle.check(archive_write_header(handle.pointer, entry), path, member: name)
    }

    private func misuse(_ member: String?, _ message: String) -> ArchiveError {
        ArchiveError(path, member: member, .misuse, message)
    }
}
