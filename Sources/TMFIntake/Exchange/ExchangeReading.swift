import Disk
import SystemPackage
import TMFFormats
import TMFModel
import XML

/// Reads one `exchange.xml` into a plan, by the official schema and by the rules beside it.
struct ExchangeReading {
    /// Where the files of the package are.
    let folder: FilePath
    /// The path of the `exchange.xml` below it.
    let path: String
    let isLenient: Bool

    /// Larger than any transfer, smaller than any disk.
    static let limits = XMLLimits(maxDepth: 50, maxBytes: 8 << 30)

    func read(into plan: inout ExchangePlan, _ receipt: inout ExchangeReceipt) throws {
        let file = folder.appending(path)
        let (digest, bytes) = try recompute()
        do throws(XMLError) {
            let objections = try EMSSchema.problems(in: file, limits: ExchangeReading.limits)
            var reader = try EMSReader(
                opening: file, source: path, isLenient: isLenient, limits: ExchangeReading.limits)
            receipt.transfers.append(
                ExchangeReceipt.Transfer(batch: reader.batch, path: path, sha256: digest, bytes: bytes))
            var own = EMSRemarks(source: path, isLenient: isLenient)
            let place = plan.begin(reader.batch, path: path, digest: digest, &own, &receipt)
            let paths = plan.paths(of: place)
            let facts = ExchangeFacts(study: plan.study, model: plan.model)
            plan.unread += try reader.forEachObject { plan.add($0, facts, paths, &own, &receipt) }
            var remarks = reader.finish()
            remarks.add(own)
            take(remarks, objections, &receipt)
        } catch {
            plan.unread += 1
            receipt.report.problems.append(
                InputProblem(source: path, row: error.line > 0 ? error.line : nil, message: plain(error.message)))
        }
    }

    private func take(_ remarks: EMSRemarks, _ objections: [XMLError], _ receipt: inout ExchangeReceipt) {
        receipt.relaxations += remarks.relaxations
        if isLenient {
            receipt.schemaObjections += objections.map { "\(path), line \($0.line): \(plain($0.message))" }
            receipt.report.problems += remarks.problems
            return
        }
        // What the schema says of a line is not said a second time.
        let lines = Set(objections.map(\.line))
        receipt.report.problems += objections.map {
            InputProblem(source: path, row: $0.line > 0 ? $0.line : nil, message: plain($0.message))
        }
        receipt.report.problems += remarks.problems.filter { problem in
            !(problem.row.map { lines.contains($0) } ?? false)
        }
    }

    private func plain(_ message: String) -> String { message.replacing("{\(EMSBatch.namespace)}", with: "") }

    /// What the file holds now.
    func recompute() throws -> (digest: Digest, bytes: Int64) {
        var builder = DigestBuilder()
        var bytes: Int64 = 0
        try FileReader(at: FilePath(path), below: folder).forEachChunk { chunk in
            builder.add(chunk)
            bytes += Int64(chunk.count)
        }
        return (builder.finish(), bytes)
    }
}

extension EMSReader {
    /// Hands over every object that can be understood. Returns how many could not.
    mutating func forEachObject(_ body: (EMSObject) -> Void) throws(XMLError) -> Int {
        var understood = 0
        while let object = try next() {
            understood += 1
            body(object)
        }
        return count - understood
    }
}
