import Disk
import Synchronization
import TMFModel
import TMFStore

/// Copies contents out of the store into a package: each is read once and hashed while it is read, on all
/// processors, ahead of the one that writes.
struct RecordCopying: Sendable {
    let content: ContentStore

    /// One file to copy.
    struct Order: Sendable {
        let document: DocumentNumber
        let version: Int
        let content: Content

        func failure(_ problem: String) -> PackageReport.Failure {
            PackageReport.Failure(document: document, version: version, problem: problem)
        }
    }

    /// Contents up to this size, in bytes, are read whole before they are written; longer ones are streamed.
    private static let wholeLimit: Int64 = 4 << 20
    /// How much is read ahead: 12 MiB, so that what was just read is written from the cache of the processor.
    private static let chunksAhead = 48

    /// What reading one ahead gave.
    private enum Read: Sendable {
        case whole([Chunk])
        case long
        case failed(String)
    }

    /// Copies all orders in their order. `progress` is told of each.
    ///
    /// Returns the orders whose content is not what was filed: they were not written. Throws `LongContentDamaged` if
    /// that shows only when a long one is half written; begin again without it.
    func copy(
        _ orders: RecordOrders, to output: PackageOutput, progress: (Order) -> Void
    ) throws -> [PackageReport.Failure] {
        var failures: [PackageReport.Failure] = []
        let pool = ChunkPool(chunks: RecordCopying.chunksAhead)
        let reading = WorkingAhead<Read>(count: orders.count, chunks: pool) {
            RecordCopying.chunks(for: orders[$0])
        } make: { (index: Int, chunks: consuming [Chunk]) in
            read(orders[index], into: chunks, of: pool)
        }
        defer { reading.stop() }
        for (place, order) in orders.enumerated() {
            switch reading.take() {
            case .whole(let chunks):
                try output.add(
                    "data/\(orders.path(at: place))", size: order.content.bytes, digest: order.content.digest
                ) { write in
                    for chunk in chunks { try write(chunk.bytes) }
                }
                pool.giveBack(chunks)
            case .long:
                do { try stream(order, to: output, at: orders.path(at: place)) } catch let error as Unreadable {
                    failures.append(order.failure(error.problem))
                }
            case .failed(let problem):
                failures.append(order.failure(problem))
            case nil:
                failures.append(order.failure("was not read"))
            }
            progress(order)
        }
        return failures
    }

    private static func chunks(for order: Order) -> Int {
        order.content.bytes > wholeLimit
            ? 0 : Int((order.content.bytes + Int64(ChunkPool.chunkSize) - 1) / Int64(ChunkPool.chunkSize))
    }

    private func read(_ order: Order, into chunks: consuming [Chunk], of pool: ChunkPool) -> Read {
        guard order.content.bytes <= RecordCopying.wholeLimit else { return .long }
        let problem: String
        do {
            let digest = try fill(&chunks, from: opened(order))
            if digest == order.content.digest { return .whole(chunks) }
            problem = damaged(order, "SHA-256 \(digest)")
        } catch let error as Unreadable {
            problem = error.problem
        } catch {
            problem = "\(error)"
        }
        pool.giveBack(chunks)
        return .failed(problem)
    }

    /// Returns the digest of what was read: the whole content, unless it became shorter meanwhile.
    private func fill(_ chunks: inout [Chunk], from reader: borrowing ContentReader) throws -> Digest {
        var builder = DigestBuilder()
        for index in chunks.indices {
            chunks[index].count = try reader.read(into: &chunks[index].buffer)
            builder.add(chunks[index].bytes)
        }
        return builder.finish()
    }

    /// Throws `Unreadable` before anything is written, `LongContentDamaged` after.
    private func stream(_ order: Order, to output: PackageOutput, at path: String) throws {
        let reader = try opened(order)
        var builder = DigestBuilder()
        var left = order.content.bytes
        try output.add("data/\(path)", size: order.content.bytes, digest: order.content.digest) { write in
            do {
                try reader.forEachChunk { chunk in
                    builder.add(chunk)
                    left -= Int64(chunk.count)
                    guard left >= 0 else { throw LongContentDamaged(order: order) }
                    do { try write(chunk) } catch { throw NotWritten(cause: error) }
                }
            } catch let error as NotWritten {
                throw error.cause
            } catch {
                // What the disk does not give back is damaged, too.
                throw LongContentDamaged(order: order)
            }
            guard left == 0, builder.finish() == order.content.digest else { throw LongContentDamaged(order: order) }
        }
    }

    private func opened(_ order: Order) throws(Unreadable) -> ContentReader {
        let reader: ContentReader
        do { reader = try content.open(order.content.digest) } catch { throw Unreadable(problem: "\(error)") }
        guard reader.size == order.content.bytes else {
            throw Unreadable(problem: damaged(order, "\(reader.size) bytes"))
        }
        return reader
    }

    /// The orders whose content is not what was filed, found by reading all of them and writing none.
    func failures(among orders: RecordOrders) -> [PackageReport.Failure] {
        let found = Mutex<[Int: PackageReport.Failure]>([:])
        inParallel(orders.count) { index in
            if let problem = problem(with: orders[index]) {
                found.withLock { $0[index] = orders[index].failure(problem) }
            }
        }
        return found.withLock { found in found.keys.sorted().compactMap { found[$0] } }
    }

    private func problem(with order: Order) -> String? {
        do {
            let (digest, bytes) = try content.recompute(order.content.digest)
            if bytes != order.content.bytes { return damaged(order, "\(bytes) bytes") }
            return digest == order.content.digest ? nil : damaged(order, "SHA-256 \(digest)")
        } catch {
            return "\(error)"
        }
    }

    private func damaged(_ order: Order, _ found: String) -> String {
        "altered in the store: filed with \(order.content.bytes) bytes and SHA-256 \(order.content.digest), found \(found)"
    }
}

/// A long content that turned out not to be what was filed after a part of it was written.
struct LongContentDamaged: Error {
    let order: RecordCopying.Order
}

/// A content that cannot be read as it was filed, and why.
private struct Unreadable: Error {
    let problem: String
}

/// Tells an error of the target from one of the content.
private struct NotWritten: Error {
    let cause: any Error
}
