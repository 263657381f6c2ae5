import Archive
import Disk
import SystemPackage
import TMFFormats

extension PackageFiles {
    /// The bytes of some files of a bag, by their path in it; what is not there is left out. A stream is passed over
    /// until all are found, everything else is read by name.
    func bytes(of names: Set<String>) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        if case .stream(let path) = self { return try PackageFiles.bytes(of: names, inStream: path) }
        let base = try base
        for name in names {
            if let bytes = try bytes(at: base + name) { found[name] = bytes }
        }
        return found
    }

    /// The folder of the bag in the package, with its `/`; empty if there is none, or for a stream. Throws
    /// `PackageError.notAPackage` if there is no bag.
    var base: String {
        get throws {
            switch self {
            case .folder(let root):
                guard try Entry.kind(root.appending(BagDeclaration.fileName)) == .file else {
                    throw PackageError.notAPackage(path: root.string, problem: "it has no bagit.txt")
                }
                return ""
            case .zip(let directory):
                if directory.member(named: BagDeclaration.fileName) != nil { return "" }
                let tops = directory.members.compactMap(\.text).filter {
                    $0.hasSuffix("/" + BagDeclaration.fileName) && $0.split(separator: "/").count == 2
                }
                guard let top = tops.min() else {
                    throw PackageError.notAPackage(path: directory.path.string, problem: "it has no bagit.txt")
                }
                return String(top.dropLast(BagDeclaration.fileName.count))
            case .stream: return ""
            }
        }
    }

    /// The bytes of one file by its path in the package; nil if it is not there, or in a stream.
    func bytes(at path: String) throws -> [UInt8]? {
        switch self {
        case .zip(let directory):
            guard let member = directory.member(named: path) else { return nil }
            var reader = try directory.reader(of: member)
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 18)
            try reader.forEachChunk(through: &buffer) { bytes.append(contentsOf: $0) }
            return bytes
        case .folder(let root):
            guard try Entry.kind(root.appending(path)) == .file else { return nil }
            let reader = try FileReader(at: FilePath(path), below: root)
            return try reader.read(at: 0, count: Int(reader.size))
        case .stream: return nil
        }
    }

    private static func bytes(of names: Set<String>, inStream path: FilePath) throws -> [String: [UInt8]] {
        do {
            return try read(names, from: ArchiveReader(opening: path))
        } catch let error as ArchiveError {
            guard error.code == .unknownFormat else { throw error }
            throw PackageError.notAPackage(path: path.string, problem: "it is neither a ZIP nor a TAR")
        }
    }

    private static func read(
        _ names: Set<String>, from archive: consuming ArchiveReader
    ) throws -> [String: [UInt8]] {
        var reader = archive
        var found: [String: [UInt8]] = [:]
        while found.count < names.count, let member = try reader.next() {
            let name = member.kind == .file ? wanted(member.name, among: names) : nil
            if let name { found[name] = try rest(of: &reader) }
        }
        return found
    }

    private static func rest(of reader: inout ArchiveReader) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        try reader.forEachChunk(through: &buffer) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The bag may have a folder around it.
    private static func wanted(_ name: [UInt8], among names: Set<String>) -> String? {
        let text = String(decoding: name, as: UTF8.self)
        if names.contains(text) { return text }
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let below = String(text[text.index(after: slash)...])
        return names.contains(below) ? below : nil
    }

    /// The algorithms of the manifests at the bag's top; empty for a stream, which tells them as it goes by.
    var checksumAlgorithms: Set<ChecksumAlgorithm> {
        get throws {
            switch self {
            case .stream: return []
            case .zip(let directory):
                let tops = directory.members.compactMap(\.text).map { $0.split(separator: "/") }
                return Set(
                    tops.compactMap { parts in
                        parts.count <= 2 ? parts.last.flatMap { ChecksumAlgorithm(fileName: String($0)) } : nil
                    })
            case .folder(let root):
                var found: Set<ChecksumAlgorithm> = []
                for algorithm in ChecksumAlgorithm.allCases {
                    for name in [algorithm.manifest, algorithm.tagManifest]
                    where try Entry.kind(root.appending(name)) == .file {
                        found.insert(algorithm)
                    }
                }
                return found
            }
        }
    }
}
