import Disk
import SystemPackage
public import TMFModel

/// The bytes of one file on their way into a store that is being restored: hashed while they come, in memory while
/// they are few, in a file beyond that.
public final class ReceivedBytes {
    /// Most documents are shorter: they are written once their name is known, and never renamed.
    private static let memory = 1 << 20

    private let temporary: FilePath
    private let mode: UInt32
    private var builder = DigestBuilder()
    private var buffer: [UInt8] = []
    private var file: FileWriter?
    /// The first failure to write; told when the bytes are moved.
    private var failure: (any Error)?

    /// In bytes, so far.
    public private(set) var count: Int64 = 0

    init(temporary: FilePath, mode: UInt32) {
        self.temporary = temporary
        self.mode = mode
    }

    /// Takes the next bytes. What cannot be written is told by `move`.
    public func take(_ bytes: ArraySlice<UInt8>) {
        builder.add(bytes)
        count += Int64(bytes.count)
        guard failure == nil else { return }
        do {
            if file == nil, buffer.count + bytes.count > ReceivedBytes.memory {
                file = try FileWriter(creating: temporary, mode: mode)
                try file?.write(buffer)
                buffer = []
            }
            if file == nil { buffer.append(contentsOf: bytes) } else { try file?.write(bytes) }
        } catch {
            failure = error
        }
    }

    /// Of the bytes so far.
    public var digest: Digest { builder.finish() }

    /// Writes the bytes under a name that must be free (`DiskError`, taken, if it is not).
    func move(to target: FilePath) throws {
        if let failure { throw failure }
        guard let file = file.take() else {
            let file = try FileWriter(creating: target, mode: mode)
            try file.write(buffer)
            try file.close()
            return
        }
        try file.close()
        try Entry.rename(temporary, to: target)
    }

    /// Forgets the bytes.
    public func discard() throws {
        file = nil
        buffer = []
        if try Entry.exists(temporary) { try Entry.remove(temporary) }
    }
}
