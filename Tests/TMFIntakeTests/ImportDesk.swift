import Disk
import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// A store of the sample study with nothing filed, and a folder `in` to import from.
struct ImportDesk {
    let folder: TemporaryFolder
    let store: Store
    let model: ReferenceModel

    /// Read once for all tests.
    private static let bundled = Result { try BundledReferenceModel.load("3.3.1").model }

    init(_ study: Study = .sample, at root: FilePath? = nil) throws {
        folder = try TemporaryFolder()
        store = try Store.create(at: root ?? folder("ABC-101.tmf"))
        _ = try StudyApplying.apply(study, to: store, by: .test)
        model = try ImportDesk.bundled.get()
        try FileManager.default.createDirectory(atPath: folder("in").string, withIntermediateDirectories: true)
    }

    @discardableResult
    func put(_ text: String, _ name: String) throws -> FilePath { try folder.write(text, to: "in/\(name)") }

    /// Writes a manifest of these lines.
    @discardableResult
    func manifest(_ lines: String...) throws -> FilePath {
        try folder.write(lines.joined(separator: "\n") + "\n", to: "manifest.csv")
    }

    /// Imports a source, `in` by default, with the manifest of these lines if there are any.
    func load(
        _ lines: String..., source: FilePath? = nil, setting change: (inout Importing.Options) -> Void = { _ in }
    ) throws -> ImportReport {
        var options = Importing.Options()
        if !lines.isEmpty {
            options.manifest = try folder.write(lines.joined(separator: "\n") + "\n", to: "manifest.csv")
        }
        change(&options)
        return try load(options, source: source)
    }

    func load(_ options: Importing.Options, source: FilePath? = nil) throws -> ImportReport {
        let study = try store.study(named: nil)
        let report = try Importing(store: store, study: study, model: model, by: .test)
            .run(IntakeSource(source ?? folder("in")), options)
        #expect(try names(in: store.root.appending("incoming")) == [])
        return report
    }

    var documents: [Document] { get throws { try store.snapshot(of: store.study(named: nil)).documents } }
    var head: JournalHead? { get throws { try store.head(of: store.study(named: nil)) } }

    /// The report of an import that files nothing, with the problems as `row:column`.
    func refusals(_ lines: String..., bytes: [UInt8]? = nil) throws -> [String] {
        let before = try head
        let path = try folder.write(bytes ?? Array(lines.joined(separator: "\n").utf8), to: "manifest.csv")
        let problems: [InputProblem]
        do {
            let report = try load(.init(manifest: path))
            #expect(report.read == report.failed)
            problems = report.problems
        } catch let error as InputProblems {
            problems = error.problems
        } catch let error as InputProblem {
            problems = [error]
        }
        #expect(try head == before)
        for problem in problems { #expect(problem.source == "manifest.csv", "\(problem)") }
        return problems.map { "\($0.row ?? 0):\($0.column ?? "")" }
    }
}

extension ImportReport {
    /// filed, new versions, unchanged, failed.
    var counts: [Int] { [filed, newVersions, unchanged, failed] }
}

/// The sample study that comes with the project.
enum SampleFolder {
    static let path = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .appending("samples/ABC-101")
    static let documents = path.appending("documents")
    static let manifest = path.appending("manifest.csv")

    static func study() throws -> Study {
        try StudyFile.read(
            String(decoding: bytes(of: path.appending("study.yaml")), as: UTF8.self), source: "study.yaml")
    }

    /// The manifest's rows.
    static func rows() throws -> [ManifestRow] {
        var reader = try ManifestReader(CSVReader(source: "manifest.csv", bytes: bytes(of: manifest)))
        var rows: [ManifestRow] = []
        while let (row, problems) = try reader.next() {
            #expect(problems == [])
            rows.append(row)
        }
        return rows
    }
}
