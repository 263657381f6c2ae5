import Foundation
import SystemPackage

/// What happens to files behind a store's back.
enum TestFile {
    static func replace(_ path: FilePath, with bytes: [UInt8]) throws {
        try remove(path)
        try Data(bytes).write(to: URL(fileURLWithPath: path.string))
    }

    static func remove(_ path: FilePath) throws { try FileManager.default.removeItem(atPath: path.string) }
}
