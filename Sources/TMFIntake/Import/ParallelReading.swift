import Disk
import Synchronization
import SystemPackage
import TMFModel
import TMFStore

/// Reads the files of one batch on all processors: each is hashed once, and copied into the store unless it is filed
/// there already.
struct ParallelReading: Sendable {
    let store: Store
    /// Where the files are.
    let folder: FilePath
    /// Where those are that lie in archives of the source.
    var nested: FilePath?
    /// Hash the files, copy nothing.
    var isDryRun = false
    /// Called with the path of each file before it is opened: a seam for tests of files that change meanwhile.
    var willRead: (@Sendable (String) -> Void)?

    /// A file to read.
    struct Order: Sendable {
        let path: String
        var isNested = false
        /// The digest it had when it was last filed, if its size still is the same.
        let expected: Digest?
        let token: String
    }

    /// What reading it gave.
    enum Outcome: Sendable {
        /// Copied and hashed.
        case staged(StagedContent)
        /// Hashed, and nothing was copied: these bytes are filed already, or nothing is to be filed.
        case hashed(Content)
        /// It could not be read; others can.
        case failed(String)
    }

    /// What one processor reads with.
    private struct Tools: ~Copyable {
        var files: FilesBelow
        var buffer = [UInt8](repeating: 0, count: FileChunks.size)
    }

    /// One outcome for each order, in their order. Throws if the store cannot take the bytes, as when the disk is full;
    /// nothing stays staged then.
    func read(_ orders: [Order]) throws -> [Outcome] {
        let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: orders.count))
        do {
            try inParallel(orders.count, each: { Tools(files: try FilesBelow(folder)) }) { index, tools in
                let outcome = try read(orders[index], &tools.files, &tools.buffer)
                outcomes.withLock { $0[index] = outcome }
            }
        } catch {
            let read = outcomes.withLock { $0 }
            store.content.discardWhatCanBe(read.compactMap { if case .staged(let copy)? = $0 { copy } else { nil } })
            throw error
        }
        return outcomes.withLock { $0 }.map { $0 ?? .failed("was not read") }
    }

    private func read(_ order: Order, _ files: inout FilesBelow, _ buffer: inout [UInt8]) throws -> Outcome {
        willRead?(order.path)
        do {
            if isDryRun || order.expected != nil {
                let content = try content(of: try open(order, &files), &buffer)
                if isDryRun || content.digest == order.expected { return .hashed(content) }
            }
            let file = try open(order, &files)
            return .staged(try store.stage(file, token: order.token, name: order.path, buffer: &buffer))
        } catch let error as DiskError {
            // What concerns the source is the file's problem; what concerns the store is everybody's.
            let isOfSource = error.path.starts(with: folder) || nested.map { error.path.starts(with: $0) } ?? false
            guard isOfSource, !error.isDiskFull else { throw error }
            return .failed("\(error)")
        } catch let error as ChangedWhileRead {
            return .failed("\(error)")
        }
    }

    private func open(_ order: Order, _ files: inout FilesBelow) throws -> FileReader {
        guard order.isNested, let nested else { return try files.open(order.path) }
        return try FileReader(at: FilePath(order.path), below: nested)
    }

    private func content(of file: borrowing FileReader, _ buffer: inout [UInt8]) throws -> Content {
        var builder = DigestBuilder()
        var bytes: Int64 = 0
        try file.forEachChunk(through: &buffer) { chunk in
            builder.add(chunk)
            bytes += Int64(chunk.count)
        }
        return Content(digest: builder.finish(), bytes: bytes, mediaType: MediaType.unknown)
    }
}
