import Archive
import Disk
import SystemPackage
import TMFModel

/// The files of a package, packed or loose, by their path below the folder at its top.
enum PackageFiles: Sendable {
    /// Any member can be read without the others.
    case zip(ZipDirectory)
    /// Loose files.
    case folder(FilePath)
    /// A TAR, compressed or not: read from its beginning to its end.
    case stream(FilePath)

    /// The path itself may be a link. Throws `PackageError.notAPackage` if it leads to neither a folder nor a file.
    init(_ given: FilePath) throws {
        let path = try Entry.kind(given) == .link ? Entry.resolved(given) : given
        switch try EntryFacts.of(path)?.kind {
        case .folder: self = .folder(path)
        case .file:
            let start = try FileReader(opening: path).read(at: 0, count: 4)
            let isZip = start.starts(with: [0x50, 0x4B])
            self = isZip ? .zip(try ZipDirectory(opening: path)) : .stream(path)
        case nil: throw PackageError.notAPackage(path: path.string, problem: "there is no such file or folder")
        default: throw PackageError.notAPackage(path: path.string, problem: "it is neither a folder nor a file")
        }
    }

    /// What reading one file needs; nil for a file that is not to be read.
    typealias Visitor = @Sendable (_ path: String, _ size: Int64?) -> (any FileVisit)?

    /// Reads every file that `visitor` wants once: on all processors where files can be read one by one. Calls of `visitor` and of the
    /// visits it returns are made on several threads, those of one visit on one.
    ///
    /// What cannot be read is handed to `problem`. Throws `ArchiveError` if a stream cannot be read further.
    func visit(_ visitor: Visitor, problem: @Sendable (String, String) -> Void) throws {
        switch self {
        case .zip(let directory): visit(directory, visitor, problem)
        case .folder(let root): try visit(root, visitor, problem)
        case .stream(let path): try visit(stream: path, visitor, problem)
        }
    }

    private func visit(_ directory: ZipDirectory, _ visitor: Visitor, _ problem: @Sendable (String, String) -> Void) {
        let members = directory.members
        inParallel(members.count) { index in
            let member = members[index]
            guard let path = safePath(member.name, problem) else { return }
            if member.isLink {
                problem(path, "is no regular file")
                return
            }
            if member.isFolder {
                if member.size > 0 { problem(path, "is a folder with bytes of its own") }
                return
            }
            guard let visit = visitor(path, member.size) else { return }
            do {
                var reader = try directory.reader(of: member)
                var buffer = [UInt8](repeating: 0, count: Int(min(max(member.size, 4_096), 1 << 20)))
                try reader.forEachChunk(through: &buffer) { visit.take($0) }
                visit.end()
            } catch {
                visit.fail("\(error)")
            }
        }
    }

    private func visit(_ root: FilePath, _ visitor: Visitor, _ problem: @Sendable (String, String) -> Void) throws {
        var walk = try FolderWalk(below: root)
        var files: [(path: String, size: Int64)] = []
        while let entry = try walk.next() {
            let name = entry.text ?? entry.path.string
            if let trouble = entry.problem {
                problem(name, "\(trouble)")
            } else if entry.kind == .link || entry.kind == .other {
                problem(name, "is no regular file")
            } else if entry.kind == .file, entry.text == nil {
                problem(name, "its name is not UTF-8")
            } else if entry.kind == .file {
                files.append((name, entry.size))
            }
        }
        let found = files
        inParallel(found.count) { index in
            guard let visit = visitor(found[index].path, found[index].size) else { return }
            do {
                try FileReader(at: FilePath(found[index].path), below: root).forEachChunk { visit.take($0) }
                visit.end()
            } catch {
                visit.fail("\(error)")
            }
        }
    }

    private func visit(
        stream path: FilePath, _ visitor: Visitor, _ problem: @Sendable (String, String) -> Void
    ) throws {
        var reader = try ArchiveReader(opening: path)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while let member = try reader.next() {
            guard let path = safePath(member.name, problem) else { continue }
            if member.kind == .folder { continue }
            guard member.kind == .file else {
                problem(path, "is no regular file")
                continue
            }
            guard let visit = visitor(path, member.size) else { continue }
            try reader.forEachChunk(through: &buffer) { visit.take($0) }
            visit.end()
        }
    }

    private func safePath(_ name: [UInt8], _ problem: @Sendable (String, String) -> Void) -> String? {
        do {
            let safe = try MemberName(name)
            guard let text = safe.text else {
                problem(String(decoding: name, as: UTF8.self), "its name is not UTF-8")
                return nil
            }
            return text
        } catch {
            problem(String(decoding: name, as: UTF8.self), "unsafe name: \(error.rawValue)")
            return nil
        }
    }
}

/// Takes the bytes of one file in order, then its end or its failure.
protocol FileVisit: AnyObject {
    func take(_ bytes: ArraySlice<UInt8>)
    func end()
    func fail(_ problem: String)
}
