import Foundation
package import SystemPackage

/// A folder of its own for one test, removed afterwards.
package final class TemporaryFolder: Sendable {
    package let path: FilePath

    /// In memory where the system offers it: what waits for a disk at every entry would take minutes on a slow one.
    package init() throws {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let parent =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        let url = parent.appendingPathComponent("tmf-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    /// The path of a name in the folder.
    package func callAsFunction(_ name: String) -> FilePath { path.appending(name) }

    /// Writes a file and returns its path. The folders above it are made.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> FilePath {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> FilePath {
        let target = self(name)
        try FileManager.default.createDirectory(
            atPath: target.removingLastComponent().string, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: target.string))
        return target
    }

    package func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(name).string, withDestinationPath: target)
    }
}

/// The bytes of a file.
package func bytes(of path: FilePath) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path.string)))
}

/// Replaces the bytes of a file, even a read-only one.
package func overwrite(_ path: FilePath, with bytes: [UInt8]) throws {
    try FileManager.default.removeItem(atPath: path.string)
    try Data(bytes).write(to: URL(fileURLWithPath: path.string))
}

/// The names in a folder, sorted.
package func names(in folder: FilePath) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.string).sorted()
}

package func remove(_ path: FilePath) throws { try FileManager.default.removeItem(atPath: path.string) }
