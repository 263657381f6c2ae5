import Dispatch
import Foundation
import SystemPackage

/// What a program left behind when it ended.
package struct ProgramOutcome: Sendable {
    package let status: Int32
    /// What it wrote to standard output, and to standard error.
    package let output: String
    package let errors: String
}

/// Runs a program found on the `PATH` to its end. Throws if it cannot be started.
package func run(_ program: String, _ arguments: String..., input: String? = nil) throws -> ProgramOutcome {
    // Files rather than pipes: a pipe that nobody empties in time would stop the program.
    let folder = try TemporaryFolder()
    let output = try folder.write("", to: "output")
    let errors = try folder.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = try FileHandle(
        forReadingFrom: URL(fileURLWithPath: folder.write(input ?? "", to: "in").string))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output.string))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors.string))
    try process.runToItsEnd()
    return ProgramOutcome(
        status: process.terminationStatus, output: String(decoding: try bytes(of: output), as: UTF8.self),
        errors: String(decoding: try bytes(of: errors), as: UTF8.self))
}

/// A program that runs beside the test until its input ends.
package final class LongRunningProgram {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    package init(_ program: String, _ arguments: String...) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The next line it writes, without its end; waits for it.
    package func readLine() -> String {
        var line: [UInt8] = []
        while let byte = output.fileHandleForReading.readData(ofLength: 1).first, byte != 0x0A { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// Ends its input, and waits for its end.
    package func finish() {
        input.fileHandleForWriting.closeFile()
        process.waitUntilExit()
    }

    deinit { if process.isRunning { finish() } }
}

extension Process {
    /// Runs, and waits without a run loop: `waitUntilExit` may wait for ever where several threads call it.
    fileprivate func runToItsEnd() throws {
        let ended = DispatchSemaphore(value: 0)
        terminationHandler = { _ in ended.signal() }
        try run()
        ended.wait()
    }
}
