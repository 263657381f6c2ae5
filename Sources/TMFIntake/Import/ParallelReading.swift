import Disk
import Dispatch
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
    /// Hash the files, copy nothing.
    var isDryRun = false
    /// Called with the path of each file before it is opened: a seam for tests of files that change meanwhile.
    var willRead: (@Sendable (String) -> Void)?

    /// A file to read.
    struct Order: Sendable {
        let path: String
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

    /// More than processors are likely to be there; each that has none to run on finds nothing left to do.
    private static let readers = 16

    /// One outcome for each order, in their order. Throws if the store cannot take the bytes, as when the disk is full;
    /// nothing stays staged then.
    func read(_ orders: [Order]) throws -> [Outcome] {
        let next = Mutex(0)
        let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: orders.count))
        let fatal = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(orders.count, ParallelReading.readers)) { _ in
            do {
                try readNext(of: orders, next, outcomes, until: fatal)
            } catch {
                fatal.withLock { $0 = $0 ?? error }
            }
        }
        let read = outcomes.withLock { $0 }
        if let error = fatal.withLock({ $0 }) {
            store.content.discardWhatCanBe(read.compactMap { if case .staged(let copy)? = $0 { copy } else { nil } })
            throw error
        }
        return read.map { $0 ?? .failed("was not read") }
    }

    private func readNext(
        of orders: [Order], _ next: borrowing Mutex<Int>, _ outcomes: borrowing Mutex<[Outcome?]>,
        until fatal: borrowing Mutex<(any Error)?>
    ) throws {
        func take() -> Int? {
            let index = next.withLock { index in
                defer { index += 1 }
                return index
            }
            return index < orders.count && fatal.withLock({ $0 == nil }) ? index : nil
        }
        guard var index = take() else { return }
        var files = try FilesBelow(folder)
        var buffer = [UInt8](repeating: 0, count: FileChunks.size)
        while true {
            let outcome = try read(orders[index], &files, &buffer)
            outcomes.withLock { $0[index] = outcome }
            guard let following = take() else { return }
            index = following
        }
    }

    private func read(_ order: Order, _ files: inout FilesBelow, _ buffer: inout [UInt8]) throws -> Outcome {
        willRead?(order.path)
        do {
            if isDryRun || order.expected != nil {
                let content = try content(of: try files.open(order.path), &buffer)
                if isDryRun || content.digest == order.expected { return .hashed(content) }
            }
            let file = try files.open(order.path)
            return .staged(try store.stage(file, token: order.token, name: order.path, buffer: &buffer))
        } catch let error as DiskError {
            // What concerns the source is the file's problem; what concerns the store is everybody's.
            guard error.path.starts(with: folder), !error.isDiskFull else { throw error }
            return .failed("\(error)")
        } catch let error as ChangedWhileRead {
            return .failed("\(error)")
        }
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
