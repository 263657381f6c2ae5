import Archive
import Disk
import SystemPackage
import TMFModel

/// Where the files of a package go, one after the other.
protocol PackageTarget: AnyObject {
    func begin(_ path: String, size: Int64) throws
    func write(_ bytes: ArraySlice<UInt8>) throws
    func end() throws
    /// Waits until everything is on the disk. Returns the SHA-256 of the package if it is one file.
    func finish() throws -> Digest?
}

/// A ZIP or TAR.
final class ArchiveTarget: PackageTarget {
    private var writer: ArchiveWriter?
    private let digest = RunningDigest()
    private let time: Int64

    /// All files carry `time`, in seconds since 1970.
    init(creating path: FilePath, _ format: ArchiveFormat, time: Int64) throws {
        writer = try ArchiveWriter(creating: path, format: format) { [digest] in digest.add($0) }
        self.time = time
    }

    func begin(_ path: String, size: Int64) throws { try writer?.beginFile(name: path, size: size, time: time) }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        try writer?.write(bytes)
    }

    func end() throws { try writer?.endFile() }

    func finish() throws -> Digest? {
        if let writer = writer.take() { try writer.finish() }
        return digest.finish()
    }
}

/// A folder of loose files.
final class FolderTarget: PackageTarget {
    private let root: FilePath
    private var folders: Set<FilePath> = []
    private var file: FileWriter?

    init(creating path: FilePath) throws {
        root = path
        try Folder.createNew(path)
    }

    func begin(_ path: String, size: Int64) throws {
        // The archive has one folder at its top; here the target itself is that folder.
        let below = path.split(separator: "/").dropFirst().joined(separator: "/")
        let target = root.appending(below)
        let folder = target.removingLastComponent()
        if folders.insert(folder).inserted { try Folder.create(folder) }
        file = try FileWriter(creating: target)
    }

    func write(_ bytes: ArraySlice<UInt8>) throws { try file?.write(bytes) }

    func end() throws {
        if let file = file.take() { try file.close() }
    }

    func finish() throws -> Digest? {
        try Folder.syncFileSystem(of: root)
        return nil
    }
}
