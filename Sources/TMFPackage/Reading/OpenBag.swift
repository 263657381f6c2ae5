import Archive
import Disk
import SystemPackage
import TMFModel

/// A bag opened for reading single files of it: a ZIP or a folder.
struct OpenBag: Sendable {
    let path: FilePath
    private let files: PackageFiles
    /// The folder of the bag in its archive, with its `/`; empty if there is none.
    private let base: String

    /// Throws `PackageError.notAPackage` if it is no bag, or a TAR.
    init(_ path: FilePath) throws {
        files = try PackageFiles(path)
        if case .stream = files {
            throw PackageError.notAPackage(
                path: path.string, problem: "a TAR cannot be browsed; unpack it and open the folder")
        }
        base = try files.base
        self.path = path
    }

    /// Nil if there is no such file.
    func bytes(of name: String) throws -> [UInt8]? { try files.bytes(at: base + name) }

    /// Up to `count` bytes of a record from `offset`; nil if it is not there.
    func read(_ record: PackagedRecord, at offset: Int64, count: Int) throws -> [UInt8]? {
        switch files {
        case .zip(let directory):
            guard let member = directory.member(named: base + record.path) else { return nil }
            guard member.method == .stored else { return try inflated(member, of: directory, offset, count) }
            return try directory.read(member, at: offset, count: count)
        case .folder(let root):
            return try FileReader(at: FilePath(record.path), below: root).read(at: offset, count: count)
        case .stream: return nil
        }
    }

    /// Somebody packed the bag anew, and compressed it: everything before `offset` is read and forgotten.
    private func inflated(
        _ member: ZipMember, of directory: ZipDirectory, _ offset: Int64, _ count: Int
    ) throws -> [UInt8] {
        var reader = try directory.reader(of: member)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var position: Int64 = 0
        var bytes: [UInt8] = []
        while bytes.count < count {
            let got = try reader.read(into: &buffer)
            if got == 0 { break }
            let skipped = Int(min(max(offset - position, 0), Int64(got)))
            bytes.append(contentsOf: buffer[skipped..<got].prefix(count - bytes.count))
            position += Int64(got)
        }
        return bytes
    }
}
