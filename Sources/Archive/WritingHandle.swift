import CArchive
import Disk
import SystemPackage

/// Owns libarchive's writer, and frees it once.
struct WritingHandle: ~Copyable {
    let pointer: OpaquePointer
    private let output: Output

    /// Where libarchive's bytes go.
    private final class Output {
        let file: LongFileWriter
        var failure: DiskError?

        init(_ file: LongFileWriter) { self.file = file }

        /// The number of bytes taken, or a negative one as libarchive expects for a failure.
        func take(_ bytes: UnsafeRawBufferPointer) -> Int {
            do throws(DiskError) {
                try file.write(bytes)
                return bytes.count
            } catch {
                failure = error
                return -1
            }
        }
    }

    static func creating(
        _ path: FilePath, format: ArchiveFormat, follower: @escaping @Sendable (RawSpan) -> Void
    ) throws(ArchiveError) -> WritingHandle {
        let output: Output
        do throws(DiskError) {
            output = Output(try LongFileWriter(creating: path, follower: follower))
        } catch {
            throw ArchiveError(path, .disk, "\(error)")
        }
        guard let pointer = archive_write_new() else { throw ArchiveError(path, .disk, "out of memory") }
        let handle = WritingHandle(owning: pointer, output)
        try handle.setUp(format, path: path)
        // The output collects blocks itself; libarchive would only copy once more.
        try handle.check(archive_write_set_bytes_per_block(pointer, 0), path, member: nil)
        let opened = archive_write_open(
            pointer, Unmanaged.passUnretained(output).toOpaque(), nil,
            { _, output, bytes, count in
                guard let output else { return -1 }
                return Unmanaged<Output>.fromOpaque(output).takeUnretainedValue()
                    .take(UnsafeRawBufferPointer(start: bytes, count: count))
            }, nil)
        try handle.check(opened, path, member: nil)
        return handle
    }

    private init(owning pointer: OpaquePointer, _ output: Output) {
        self.pointer = pointer
        self.output = output
    }

    deinit {
        // To free a writer closes the archive first, which would make one that was given up look whole.
        archive_write_fail(pointer)
        archive_write_free(pointer)
    }

    /// Writes the end of the archive and waits until all is on the disk.
    func finish(_ path: FilePath) throws(ArchiveError) {
        try check(archive_write_close(pointer), path, member: nil)
        do throws(DiskError) { try output.file.finish() } catch { throw ArchiveError(path, .disk, "\(error)") }
    }

    /// The one place that knows a return code. A warning is no failure.
    func check(_ result: Int32, _ path: FilePath, member: String?) throws(ArchiveError) {
        guard result < ARCHIVE_WARN else { return }
        if let failure = output.failure { throw ArchiveError(path, member: member, .disk, "\(failure)") }
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
