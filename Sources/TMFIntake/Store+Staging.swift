import Disk
import SystemPackage
import TMFModel
import TMFStore

extension Store {
    /// Where what is being filed may lie; emptied when the store is next opened for writing.
    var incoming: FilePath { root.appending("incoming") }

    /// Copies a file into `incoming/` under `token`, hashing it on the way.
    func stage(_ path: FilePath, token: String, name: String?) throws -> StagedContent {
        let file = try FileReader(opening: path)
        var buffer = [UInt8](repeating: 0, count: FileChunks.suited(to: file.size))
        return try stage(file, token: token, name: name, buffer: &buffer)
    }

    /// The same from an open file, through a buffer that may serve for many. Throws `ChangedWhileRead` if the file does
    /// not stay what it was when opened.
    func stage(
        _ file: borrowing FileReader, token: String, name: String?, buffer: inout [UInt8]
    ) throws -> StagedContent {
        let staged = try content.stage(token: token, name: name) { take in
            try file.forEachChunk(through: &buffer, take)
        }
        do {
            guard staged.content.bytes == file.size, try !file.hasChanged() else {
                throw ChangedWhileRead(path: file.path.string)
            }
        } catch {
            try content.discard(staged)
            throw error
        }
        return staged
    }
}

/// A file read from its start to its end, chunk by chunk.
enum FileChunks {
    /// Large enough for few calls, small enough for the processor's cache.
    static let size = 256 << 10

    /// Room for one byte more than a small file has, so that one read shows its end.
    static func suited(to bytes: Int64) -> Int { Int(min(max(bytes, 0) + 1, Int64(size))) }
}

/// A file that was written to while it was being filed: what was read is neither the old nor the new.
struct ChangedWhileRead: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) changed while it was being read; file it again when nobody writes to it" }
}
