import Disk
import SystemPackage
import TMFModel

/// Bytes collected until their number is known: in memory while they are few, in a file beyond that.
final class Spool {
    private static let memory = 1 << 20

    private let path: FilePath
    private var buffer: [UInt8] = []
    private var file: FileWriter?
    private var builder = DigestBuilder()
    private var spilled: Int64 = 0

    init(_ path: FilePath) { self.path = path }

    /// Bytes written so far.
    var count: Int64 { spilled + Int64(buffer.count) }

    /// The digest of the bytes written so far.
    var digest: Digest { builder.finish() }

    func write(_ bytes: [UInt8]) throws {
        builder.add(bytes[...])
        buffer.append(contentsOf: bytes)
        if buffer.count >= Spool.memory { try spill() }
    }

    /// Forgets everything written.
    func restart() throws {
        if let file = file.take() {
            try file.close()
            try Entry.remove(path)
        }
        buffer.removeAll(keepingCapacity: true)
        builder = DigestBuilder()
        spilled = 0
    }

    /// Everything written, in order.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        if spilled > 0 {
            try FileReader(opening: path).forEachChunk(body)
        }
        try body(buffer[...])
    }

    /// Every line without its end.
    func forEachLine(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var lines = LineSplitter()
        try forEachChunk { chunk in
            lines.add(chunk)
            while let line = lines.next() { try body(line) }
        }
    }

    private func spill() throws {
        if spilled == 0 { file = try FileWriter(creating: path) }
        try file?.write(buffer)
        spilled += Int64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }
}
