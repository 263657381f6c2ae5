import Disk
import SystemPackage
import TMFModel

/// Collects bytes until their number is known: in memory while they are few, in a file beyond that.
final class Spool {
    private static let memory = 1 << 20

    private let path: FilePath
    private var buffer: [UInt8] = []
    private var file: FileWriter?
    private var builder = DigestBuilder()
    private var spilled: Int64 = 0
    private var isOnDisk = false

    /// `path` is where the file is made if one is needed.
    init(_ path: FilePath) { self.path = path }

    func write(_ bytes: [UInt8]) throws {
        builder.add(bytes[...])
        buffer.append(contentsOf: bytes)
        if buffer.count >= Spool.memory { try spill() }
    }

    /// Takes the bytes of the file that `body` makes at the path it is given. Nothing else is written.
    func take(_ body: (FilePath) throws -> Void) throws {
        try body(path)
        isOnDisk = true
        try FileReader(opening: path).forEachChunk { chunk in
            builder.add(chunk)
            spilled += Int64(chunk.count)
        }
    }

    /// Puts everything written so far into the file, and tells where that is.
    func onDisk() throws -> FilePath {
        if !isOnDisk || !buffer.isEmpty { try spill() }
        return path
    }

    /// Everything written. Nothing more may be written then.
    func finish() throws -> SpooledBytes {
        if file != nil { try spill() }
        if let file = file.take() { try file.close() }
        let bytes = SpooledBytes(
            file: isOnDisk ? path : nil, memory: buffer, count: spilled + Int64(buffer.count),
            digest: builder.finish())
        buffer = []
        return bytes
    }

    private func spill() throws {
        if file == nil { file = try FileWriter(creating: path) }
        isOnDisk = true
        try file?.write(buffer)
        spilled += Int64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What a spool collected.
struct SpooledBytes: Sendable {
    /// Nil if all is in memory.
    fileprivate let file: FilePath?
    fileprivate let memory: [UInt8]
    let count: Int64
    let digest: Digest

    /// All of it in order.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard let file else { return try body(memory[...]) }
        try FileReader(opening: file).forEachChunk(body)
    }

    /// Every line without its end.
    func forEachLine(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var lines = LineSplitter()
        try forEachChunk { chunk in
            lines.add(chunk)
            while let line = lines.next() { try body(line) }
        }
    }

    /// Removes the file. Nothing can be read then.
    func discard() throws {
        if let file { try Entry.remove(file) }
    }
}
