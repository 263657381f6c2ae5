import Disk
import SystemPackage
import TMFModel

/// The first and last bytes of a file: what is told from them costs two short reads.
struct FileEnds {
    let head: [UInt8]
    let tail: [UInt8]
    /// Of the whole file, in bytes.
    let size: Int64

    /// How many of the first bytes decide the media type.
    static let sniffed = 8_192

    /// First bytes alone: of a file that cannot be read from its end.
    init(head: [UInt8], size: Int64) {
        self.head = head
        tail = head
        self.size = size
    }

    init(_ path: FilePath) throws { try self.init(FileReader(opening: path)) }

    init(_ file: borrowing FileReader) throws {
        size = file.size
        let first = try file.read(at: 0, count: FileEnds.sniffed)
        guard FileDefect.isJudged(first), size > Int64(first.count) else {
            head = first
            tail = first
            return
        }
        head = try file.read(at: 0, count: FileDefect.reach)
        tail =
            size > Int64(head.count)
            ? try file.read(at: size - Int64(FileDefect.reach), count: FileDefect.reach) : head
    }

    /// Nil where the end is not known.
    var defect: FileDefect? {
        guard size <= Int64(head.count) || head.count > Self.sniffed else { return nil }
        return FileDefect.isJudged(head) ? FileDefect.of(head: head, tail: tail, bytes: size) : nil
    }
}
