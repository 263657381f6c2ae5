import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// Holds the files of a transfer against what the sender states of their bytes.
struct ExchangeIntegrityCheck {
    /// Where the files of the package are.
    let folder: FilePath

    /// Adds to the receipt what is wrong with a file that was read.
    func check(
        _ content: Content, of object: EMSObject, _ index: Int, at path: String, _ plan: ExchangePlan,
        _ receipt: inout ExchangeReceipt
    ) throws {
        let item = plan.items[index]
        if let known = item.known, known.digest != content.digest {
            receipt.report.problems.append(
                problem(
                    object, index, plan, "INTEGRITY",
                    "version '\(object.version)' came before with other bytes (\(known.document) version "
                        + "\(known.ordinal), SHA-256 \(known.digest)); new bytes need a new version"))
        }
        let stated = object.files[item.position - 1].integrity
        let integrity = EMSIntegrity(stated)
        guard try !isMet(integrity, content, path) else { return }
        if integrity.readings.isEmpty || integrity.isContradictory {
            // Reported as a deviation when it was read: there is nothing to hold the file against.
            receipt.report.notices.append(
                InputProblem(
                    source: plan.transfers[item.transfer].path, row: object.line, column: "INTEGRITY",
                    message: "object \(object.id): '\(path)' could not be held against '\(stated)', which is "
                        + "no usable checksum; the file was taken as it is, with SHA-256 \(content.digest)"))
            return
        }
        receipt.report.problems.append(
            problem(
                object, index, plan, "INTEGRITY",
                "'\(path)' is not the file that the sender listed: stated \(stated), found "
                    + EMSIntegrity.text(of: content.digest)))
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

    /// A problem with a file of an object.
    func problem(
        _ object: EMSObject, _ index: Int, _ plan: ExchangePlan, _ element: String, _ message: String
    ) -> InputProblem {
        let item = plan.items[index]
        return InputProblem(
            source: plan.transfers[item.transfer].path, row: object.files[item.position - 1].line, column: element,
            message: "object \(object.id): \(message)")
    }
}
