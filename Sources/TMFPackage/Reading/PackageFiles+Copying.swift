import Archive
import Disk
import SystemPackage

extension PackageFiles {
    /// The paths of all files whose names are UTF-8 and stay below the top; the rest is `verify`'s to name.
    func names() throws -> [String] {
        switch self {
        case .zip(let directory):
            return directory.members.compactMap { $0.isFolder || $0.isLink ? nil : PackageFiles.safe($0.name) }
        case .folder(let root):
            var walk = try FolderWalk(below: root)
            var names: [String] = []
            while let entry = try walk.next() {
                if entry.kind == .file, let name = entry.text { names.append(name) }
            }
            return names
        case .stream(let path):
            var names: [String] = []
            try PackageFiles.forEachFile(ofStream: path) { name, _ in names.append(name) }
            return names
        }
    }

    /// Copies some files into a folder, named by their places in the list, `0`, `1`…
    func copy(_ names: [String], to folder: FilePath) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        switch self {
        case .zip(let directory):
            for (place, name) in names.enumerated() {
                guard let member = directory.member(named: name) else { continue }
                var reader = try directory.reader(of: member)
                let writer = try FileWriter(creating: folder.appending(String(place)))
                try reader.forEachChunk(through: &buffer) { try writer.write($0) }
                try writer.close()
            }
        case .folder(let root):
            for (place, name) in names.enumerated() {
                let writer = try FileWriter(creating: folder.appending(String(place)))
                try FileReader(at: FilePath(name), below: root).forEachChunk { try writer.write($0) }
                try writer.close()
            }
        case .stream(let path):
            try PackageFiles.forEachFile(ofStream: path) { name, reader in
                guard let place = names.firstIndex(of: name) else { return }
                let writer = try FileWriter(creating: folder.appending(String(place)))
                try reader.forEachChunk(through: &buffer) { try writer.write($0) }
                try writer.close()
            }
        }
    }

    private static func forEachFile(
        ofStream path: FilePath, _ body: (String, inout ArchiveReader) throws -> Void
    ) throws {
        var reader = try ArchiveReader(opening: path)
        while let member = try reader.next() {
            if member.kind == .file, let name = safe(member.name) { try body(name, &reader) }
        }
    }

    private static func safe(_ name: [UInt8]) -> String? {
        do { return try MemberName(name).text } catch { return nil }
    }
}
