import Glibc
package import SystemPackage

/// Bytes that are put down for later: in memory while they are few, else in a file without a name, which is gone with its
/// owner however the process ends.
package final class ScratchBytes {
    /// So many bytes stay in memory.
    private let inMemory: Int
    private let folder: FilePath
    private var file: Descriptor?
    /// All bytes, or those behind the ones in the file.
    private var tail: [UInt8] = []
    private var written = 0
    /// The last piece that was read back from the file.
    private var window: [UInt8] = []
    private var windowStart = 0

    /// `folder` is where the file is made if it comes to that: by custom `$TMPDIR`.
    package init(inMemory: Int = 16 << 20, folder: FilePath = ProcessFacts.temporaryFolder) {
        self.inMemory = inMemory
        self.folder = folder
    }

    package var count: Int { written + tail.count }

    /// Appends. Throws if the file cannot be made or the disk is full.
    package func append(_ bytes: some Collection<UInt8>) throws(DiskError) {
        tail.append(contentsOf: bytes)
        if tail.count >= (file == nil ? inMemory : 1 << 20) { try spill() }
    }

    /// The bytes of a range, which must lie within what was appended: with the array that has them, which may have more.
    package func bytes(_ range: Range<Int>) throws(DiskError) -> ArraySlice<UInt8> {
        if range.lowerBound >= written { return tail[(range.lowerBound - written)..<(range.upperBound - written)] }
        if range.upperBound > written { try spill() }
        if range.lowerBound < windowStart || range.upperBound > windowStart + window.count {
            try fillWindow(from: range.lowerBound, count: max(range.count, 1 << 16))
        }
        return window[(range.lowerBound - windowStart)..<(range.upperBound - windowStart)]
    }

    private func spill() throws(DiskError) {
        if file == nil { file = try Descriptor.nameless(in: folder) }
        guard let number = file?.number else { return }
        var rest = tail[...]
        while !rest.isEmpty {
            let count = try systemCall("write", folder) {
                rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            }
            rest = rest.dropFirst(count)
        }
        written += tail.count
        tail = []
        tail.reserveCapacity(1 << 20)
    }

    private func fillWindow(from start: Int, count: Int) throws(DiskError) {
        guard let number = file?.number else { return }
        let wanted = min(count, written - start)
        var bytes = [UInt8](repeating: 0, count: wanted)
        var filled = 0
        while filled < wanted {
            let got = try systemCall("read", folder) {
                bytes.withUnsafeMutableBytes {
                    pread(number, $0.baseAddress?.advanced(by: filled), wanted - filled, off_t(start + filled))
                }
            }
            guard got > 0 else { throw DiskError("read", folder, code: EIO, reason: "a scratch file became shorter") }
            filled += got
        }
        window = bytes
        windowStart = start
    }
}

extension Descriptor {
    /// A new file that nobody else can open, and that ends with its descriptor.
    static func nameless(in folder: FilePath) throws(DiskError) -> Descriptor {
        let pattern = folder.appending("tmf-XXXXXX")
        var template = pattern.zeroTerminated
        let number = try systemCall("create", pattern) { mkstemp(&template) }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        _ = unlink(template)
        return Descriptor(owning: number)
    }
}
