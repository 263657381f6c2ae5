import Foundation
import SystemPackage

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder: Sendable {
    let path: FilePath

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("browser-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    func write(_ name: String, _ bytes: [UInt8]) throws -> FilePath {
        let path = path.appending(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path.string))
        return path
    }
}
