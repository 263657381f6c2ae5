import Glibc
package import SystemPackage

/// Reads one regular file, from its start or anywhere. Owns the descriptor, and closes it once.
package struct FileReader: ~Copyable {
    private let descriptor: Descriptor

    package let path: FilePath

    /// In bytes, when the file was opened.
    package let size: Int64

    /// In nanoseconds since 1970, UTC, when the file was opened.
    package let modified: Int64

    /// Opens a file. Refuses a link as last component, and whatever is not a regular file; never waits for a pipe.
    package init(opening path: FilePath) throws(DiskError) {
        let number: Int32
        do {
            number = try systemCall("open", path) {
                path.withPlatformString { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
            }
        } catch {
            // The system says of a link that there are too many.
            guard error.code == ELOOP, try EntryFacts.of(path)?.kind == .link else { throw error }
            throw DiskError("open", path, code: error.code, reason: EntryKind.linkRefusal)
        }
        try self.init(checking: Descriptor(owning: number), path: path)
    }

    /// Opens a file below a folder without following any link on the way, whoever changes the folders meanwhile.
    ///
    /// `root` itself may be reached through links. Throws if `relative` is absolute, empty or contains `..`.
    package init(at relative: FilePath, below root: FilePath) throws(DiskError) {
        let path = root.appending(relative.components)
        guard relative.root == nil, relative.components.allSatisfy({ $0.kind == .regular }),
            let name = relative.lastComponent
        else {
            throw DiskError("open", path, code: EINVAL, reason: "\(relative) does not stay below \(root)")
        }

        var folder = try Descriptor.folder(root)
        for component in relative.components.dropLast() {
            folder = try folder.folder(named: component, path: path)
        }
        try self.init(checking: try folder.file(named: name, path: path), path: path)
    }

    init(checking descriptor: consuming Descriptor, path: FilePath) throws(DiskError) {
        let facts = EntryFacts(try descriptor.facts(path: path))
        if let refusal = facts.kind.refusal {
            throw DiskError("open", path, code: facts.kind == .folder ? EISDIR : EINVAL, reason: refusal)
        }
        self.descriptor = descriptor
        self.path = path
        size = facts.size
        modified = facts.modified
    }

    /// Whether the file is still what it was when it was opened, as far as its size and its time tell.
    package func hasChanged() throws(DiskError) -> Bool {
        let facts = EntryFacts(try descriptor.facts(path: path))
        return facts.size != size || facts.modified != modified
    }

    /// Tells the system that the file will be read once, from start to end. Advice only, so it cannot fail.
    package func expectSequentialReading() {
        _ = posix_fadvise(descriptor.number, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    /// Fills `buffer`, whose count says how much to read, with the next bytes. Returns how many came: fewer than its
    /// count only at the end of the file, 0 after it. What lies behind them in `buffer` is left as it was.
    package func read(into buffer: inout [UInt8]) throws(DiskError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = try systemCall("read", path) {
                buffer.withUnsafeMutableBytes { bytes in
                    Glibc.read(descriptor.number, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
                }
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// The bytes from `offset` on, at most `count`; fewer, or none, where the file ends. Does not move `read(into:)`.
    package func read(at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        guard offset >= 0, count >= 0 else {
            throw DiskError("read", path, code: EINVAL, reason: "there are no \(count) bytes at offset \(offset)")
        }
        let available = Int(clamping: max(0, size - offset))
        var bytes = [UInt8](repeating: 0, count: min(count, available))
        var filled = 0
        while filled < bytes.count {
            let got = try systemCall("read", path) {
                bytes.withUnsafeMutableBytes { bytes in
                    pread(
                        descriptor.number, bytes.baseAddress?.advanced(by: filled), bytes.count - filled,
                        off_t(offset) + off_t(filled))
                }
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}
