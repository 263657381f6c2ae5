import Disk
import Foundation
import SystemPackage
import TMFModel
import Testing

/// A folder of its own, in which the real `tmf` runs; gone with the value.
final class Workplace: Sendable {
    /// What one run of the command left.
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String

        /// The result, read as JSON.
        func json() throws -> JSON { try JSON(parsing: output) }
    }

    static let studyFile = """
        study: ABC-101
        title: A Phase III study of an example
        sponsor: Example Pharma
        model: 3.3.1
        traits: [blinded]
        settings: {filing-days: 30, expiry-window-days: 90, quality-control: required}
        organizations:
          - {id: cro-1, name: Example CRO, kind: cro}
        milestones:
          - {milestone: "02", planned: 2024-01-15, actual: 2024-01-20}
        countries:
          - code: DEU
            sites:
              - id: "101"
                name: University Hospital Example
                milestones: [{milestone: "03", actual: 2024-03-01}]
                people:
                  - {id: p-mueller, name: Dr Anna Müller, role: principal-investigator, from: 2024-02-01}
              - id: "102"
                name: Second Hospital
        """

    let folder: FilePath

    /// With a study file, and a store unless it is not wanted.
    init(hasStore: Bool = true) throws {
        let path = FileManager.default.temporaryDirectory.path + "/tmf-\(UUID().uuidString)"
        folder = FilePath(path)
        try Folder.createNew(folder)
        try write("study.yaml", Workplace.studyFile)
        if hasStore { try #require(try tmf("init", "ABC-101.tmf", "--study", "study.yaml").code == 0) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.string) }

    func path(_ name: String) -> String { folder.appending(name).string }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return name
    }

    func tmf(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(Workplace.executable(), arguments, environment)
    }

    /// The same for arguments that are put together elsewhere.
    func run(_ arguments: [String]) throws -> Outcome { try run(Workplace.executable(), arguments, [:]) }

    /// The same behind a shell, for pipes and redirections: `$TMF` is the command.
    func shell(_ script: String) throws -> Outcome {
        try run("/bin/bash", ["-c", script], ["TMF": Workplace.executable()])
    }

    private func run(_ program: String, _ arguments: [String], _ environment: [String: String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.string)
        process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a long answer cannot stop the command half way.
        let names = ["out", "err"].map { path(".\($0)-\(UUID().uuidString)") }
        for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[0]))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
        try process.run()
        process.waitUntilExit()
        let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }

    /// The command that was built with these tests, beside them.
    private static func executable() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return FilePath(tests).removingLastComponent().appending("tmf").string
    }
}

extension JSON {
    var keys: [String] { (members ?? []).map(\.key) }
}
