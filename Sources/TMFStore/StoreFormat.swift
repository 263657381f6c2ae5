import Disk
import SystemPackage
import TMFModel

/// `store.json`: what kind of folder this is, and which version of its layout.
enum StoreFormat {
    static let version = 1
    static let fileName = "store.json"

    static func write(in root: FilePath) throws {
        let json = JSON.object([JSON.Member("format", "tmf-store"), JSON.Member("version", .int(version))])
        let file = try FileWriter(creating: root.appending(fileName))
        try file.write(Array((json.line + "\n").utf8))
        try file.sync()
        try file.close()
    }

    /// Throws `StoreError` unless `root` is a store of a version that this program knows.
    static func check(_ root: FilePath) throws {
        let path = root.appending(fileName)
        guard try Entry.kind(path) == .file else { throw StoreError.notAStore(path: root.string) }
        let file = try FileReader(opening: path)
        let bytes = try file.read(at: 0, count: 4_096)
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch {
            throw StoreError.unreadableFormat(path: path.string, problem: "\(error)")
        }
        guard json["format"]?.string == "tmf-store", let version = json["version"]?.int else {
            throw StoreError.unreadableFormat(
                path: path.string, problem: "expected {\"format\":\"tmf-store\",\"version\":1}")
        }
        guard version >= 1 else {
            throw StoreError.unreadableFormat(path: path.string, problem: "expected a version from 1, not \(version)")
        }
        guard version <= self.version else { throw StoreError.newerFormat(path: path.string, version: version) }
    }
}
