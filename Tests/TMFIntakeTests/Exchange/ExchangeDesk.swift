import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// A store of the sample study with nothing filed, and transfers to import into it.
struct ExchangeDesk {
    let desk: ImportDesk
    var folder: TemporaryFolder { desk.folder }

    init(_ study: Study = .sample) throws { desk = try ImportDesk(study) }

    /// An object that can be filed: a CV at site 101, with one file of these bytes.
    static func object(
        _ id: String, version: String = "1.0", text: String? = nil, change: (inout EMSObject) -> Void = { _ in }
    ) -> EMSObject {
        var object = EMSObject(
            id: id, level: .site, uniqueID: 87, artifactNumber: "05.02.04", version: version, state: .current,
            isCopy: false)
        object.country = "DEU"
        object.site = "101"
        object.title = "CV \(id)"
        object.files = [file("05/\(id)-\(version).txt", text: text ?? "\(id) \(version)")]
        change(&object)
        return object
    }

    static func file(_ path: String, text: String) -> EMSFile {
        var file = EMSFile(
            integrity: EMSIntegrity.text(of: Digest(of: text.utf8)),
            name: path.split(separator: "/").last.map(String.init) ?? path, path: path, description: text)
        file.audit = [EMSAuditRecord(id: "1", time: "2024-01-01T10:00:00Z", user: "sender", kind: .new, event: "filed")]
        return file
    }

    /// Writes a package: each file holds what its description says.
    @discardableResult
    func put(
        _ objects: [EMSObject], in name: String = "in", transfer: String = "T-1", study: String = "ABC-101",
        manifest: String = "exchange.xml", writing: (EMSFile) -> Bool = { _ in true }
    ) throws -> FilePath {
        var writer = try EMSWriter(
            EMSBatch(
                studyID: study, transferSourceID: "CRO-1", transferID: transfer, agreement: "EA-1",
                modelVersion: "3.3.1"))
        for object in objects {
            for file in object.files where writing(file) {
                try folder.write(file.description ?? "", to: "\(name)/\(file.path)")
            }
            try writer.add(object)
        }
        try folder.write(writer.finish(), to: "\(name)/\(manifest)")
        return folder(name)
    }

    func load(
        _ source: FilePath? = nil, lenient: Bool = false, dryRun: Bool = false
    ) throws -> ExchangeReceipt {
        let study = try desk.store.study(named: nil)
        let receipt = try ExchangeImporting(
            store: desk.store, study: study, model: desk.model, by: .testWithoutReason
        ).run(IntakeSource(source ?? folder("in")), .init(isLenient: lenient, isDryRun: dryRun))
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
        return receipt
    }

    /// The problems of an import that files nothing.
    func refusal(_ source: FilePath? = nil, lenient: Bool = false) throws -> [InputProblem] {
        let before = try desk.head
        let receipt = try load(source, lenient: lenient)
        #expect(try desk.head == before)
        #expect(receipt.report.filed == 0 && receipt.report.failed > 0)
        #expect(receipt.results.allSatisfy { $0.outcome == .refused })
        return receipt.report.problems
    }
}
