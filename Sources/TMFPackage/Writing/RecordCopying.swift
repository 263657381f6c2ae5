import Dispatch
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
        /// Below `data/`.
        let path: String

        func failure(_ problem: String) -> PackageReport.Failure {
            PackageReport.Failure(document: document, version: version, problem: problem)
        }
    }

    /// Contents up to this size are read whole before they are written; longer ones are streamed.
    private static let wholeLimit: Int64 = 4 << 20
    /// How many bytes are read ahead.
    private static let aheadLimit: Int64 = 24 << 20

    /// What reading one ahead gave.
    private enum Read: Sendable {
        case whole([UInt8])
        case long
        case failed(String)
    }

    /// Copies all orders in their order. `progress` is told of each.
    ///
    /// Returns the orders whose content is not what was filed: they were not written. Throws `LongContentDamaged` if
    /// that shows only when a long one is half written; begin again without it.
    func copy(
        _ orders: [Order], to output: PackageOutput, progress: (Order) -> Void
    ) throws -> [PackageReport.Failure] {
        var failures: [PackageReport.Failure] = []
        let ahead = Mutex<[(Order, Read)]>(read(batch(orders, from: 0)))
        let queue = DispatchQueue(label: "reading ahead")
        var start = 0
        while start < orders.count {
            let current = ahead.withLock { $0 }
            start += current.count
            let following = batch(orders, from: start)
            // The next batch is read while this one is written.
            let group = DispatchGroup()
            queue.async(group: group) {
                let read = self.read(following)
                ahead.withLock { $0 = read }
            }
            defer { group.wait() }
            for (order, read) in current {
                switch read {
                case .whole(let bytes):
                    try output.add("data/\(order.path)", size: Int64(bytes.count), digest: order.content.digest) {
                        try $0(bytes[...])
                    }
                case .long:
                    do { try stream(order, to: output) } catch let error as Unreadable {
                        failures.append(order.failure(error.problem))
                    }
                case .failed(let problem):
                    failures.append(order.failure(problem))
                }
                progress(order)
            }
        }
        return failures
    }

    private func batch(_ orders: [Order], from start: Int) -> [Order] {
        var end = start
        var bytes: Int64 = 0
        while end < orders.count, end - start < 256, bytes < RecordCopying.aheadLimit {
            bytes += min(orders[end].content.bytes, RecordCopying.wholeLimit)
            end += 1
        }
        return Array(orders[start..<end])
    }

    private func read(_ orders: [Order]) -> [(Order, Read)] {
        let results = Mutex<[Read]>(Array(repeating: .failed("was not read"), count: orders.count))
        inParallel(orders.count) { index in
            let read = read(orders[index])
            results.withLock { $0[index] = read }
        }
        return Array(zip(orders, results.withLock { $0 }))
    }

    private func read(_ order: Order) -> Read {
        guard order.content.bytes <= RecordCopying.wholeLimit else { return .long }
        do {
            let bytes = try opened(order).read(at: 0, count: Int(order.content.bytes))
            let digest = Digest(of: bytes)
            return digest == order.content.digest ? .whole(bytes) : .failed(damaged(order, "SHA-256 \(digest)"))
        } catch let error as Unreadable {
            return .failed(error.problem)
        } catch {
            return .failed("\(error)")
        }
    }

    /// Throws `Unreadable` before anything is written, `LongContentDamaged` after.
    private func stream(_ order: Order, to output: PackageOutput) throws {
        let reader = try opened(order)
        var builder = DigestBuilder()
        var left = order.content.bytes
        try output.add("data/\(order.path)", size: order.content.bytes, digest: order.content.digest) { write in
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
    func failures(among orders: [Order]) -> [PackageReport.Failure] {
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
