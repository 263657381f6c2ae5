import Foundation
import Glibc
import Testing

/// A child process that works on a store, to be killed.
final class Probe {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    let number: Int32

    /// Starts and waits until the child has opened the store.
    init(_ arguments: String...) throws {
        let here = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: here).deletingLastPathComponent()
            .appendingPathComponent("ImportProbe")
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        number = process.processIdentifier
        // Any other number would mean other processes.
        try #require(number > 1)
        // The child holds the other ends; kept open here, its end would never be seen.
        try input.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
        let ready = try output.fileHandleForReading.read(upToCount: 6).map { String(decoding: $0, as: UTF8.self) }
        #expect(ready == "ready\n")
    }

    var isRunning: Bool { process.isRunning }

    /// Waits for its end; returns what else it said.
    func finish() throws -> [String] {
        try input.fileHandleForWriting.close()
        return try end()
    }

    /// Ends it at once, as a power cut would; returns what else it had said.
    func kill() throws -> [String] {
        #expect(Glibc.kill(number, SIGKILL) == 0)
        return try end()
    }

    private func end() throws -> [String] {
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
