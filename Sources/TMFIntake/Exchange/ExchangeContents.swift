import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

/// The files of a transfer, read once: hashed, copied to where the store files from, and held against what the sender
/// states of them. Nothing is filed by this.
struct ExchangeContents {
    let store: Store
    /// Where the files of the package are.
    let folder: FilePath
    let isDryRun: Bool
    /// By the place of the item.
    private(set) var staged: [Int: StagedContent] = [:]

    init(store: Store, folder: FilePath, isDryRun: Bool) {
        self.store = store
        self.folder = folder
        self.isDryRun = isDryRun
    }

    /// Files read together.
    private static let batch = 1_000

    mutating func read(
        _ plan: inout ExchangePlan, _ receipt: inout ExchangeReceipt, _ progress: (Int, Int) -> Void
    ) throws {
        let reading = ParallelReading(store: store, folder: folder, isDryRun: isDryRun)
        for start in stride(from: 0, to: plan.items.count, by: ExchangeContents.batch) {
            let range = start..<min(start + ExchangeContents.batch, plan.items.count)
            let orders = range.map { index in
                ParallelReading.Order(
                    path: plan.items[index].path, expected: plan.items[index].known?.digest, token: "ems-\(index)")
            }
            for (index, outcome) in zip(range, try reading.read(orders)) {
                switch outcome {
                case .staged(let copy):
                    staged[index] = copy
                    plan.items[index].content = copy.content
                case .hashed(let content): plan.items[index].content = content
                case .failed(let message):
                    report(plan, plan.items[index], "CONTENTURL", message, &receipt)
                    continue
                }
                try check(plan, index, &receipt)
            }
            progress(range.upperBound, plan.items.count)
        }
    }

    /// Drops what was copied and will not be filed.
    func discard() throws {
        for copy in staged.values { try store.content.discard(copy) }
    }

    private func check(_ plan: ExchangePlan, _ index: Int, _ receipt: inout ExchangeReceipt) throws {
        let item = plan.items[index]
        guard let content = item.content else { return }
        if let known = item.known, known.digest != content.digest {
            report(
                plan, item, "INTEGRITY",
                "version '\(item.object.version)' came before with other bytes (\(known.document) version "
                    + "\(known.ordinal), SHA-256 \(known.digest)); new bytes need a new version", &receipt)
        }
        let stated = item.object.files[item.position - 1].integrity
        let integrity = EMSIntegrity(stated)
        guard try !isMet(integrity, content, item.path) else { return }
        if integrity.readings.isEmpty || integrity.isContradictory {
            // Reported as a deviation when it was read: there is nothing to hold the file against.
            receipt.report.notices.append(
                InputProblem(
                    source: plan.transfers[item.transfer].path, row: item.object.line, column: "INTEGRITY",
                    message: "object \(item.object.id): '\(item.path)' could not be held against '\(stated)', which is "
                        + "no usable checksum; the file was taken as it is, with SHA-256 \(content.digest)"))
            return
        }
        report(
            plan, item, "INTEGRITY",
            "'\(item.path)' is not the file that the sender listed: stated \(stated), found "
                + EMSIntegrity.text(of: content.digest), &receipt)
    }

    private func isMet(_ integrity: EMSIntegrity, _ content: Content, _ path: String) throws -> Bool {
        if integrity.readings.contains(where: { $0.algorithm == .sha256 && $0.digest == content.digest.bytes }) {
            return true
        }
        let others = Set(integrity.readings.map(\.algorithm)).subtracting([.sha256])
        guard !others.isEmpty else { return false }
        var builder = ForeignDigestBuilder(others)
        try FileReader(at: FilePath(path), below: folder).forEachChunk { builder.add($0) }
        let found = builder.finish()
        return integrity.readings.contains { found[$0.algorithm] == $0.digest }
    }

    private func report(
        _ plan: ExchangePlan, _ item: ExchangePlan.Item, _ element: String, _ message: String,
        _ receipt: inout ExchangeReceipt
    ) {
        receipt.report.problems.append(
            InputProblem(
                source: plan.transfers[item.transfer].path, row: item.object.files[item.position - 1].line,
                column: element, message: "object \(item.object.id): \(message)"))
    }
}
