import Archive
import Disk
import SystemPackage

extension PackageFiles {
    /// The bytes of some files of a bag, by their path in it; what is not there is left out. A stream is passed over
    /// until all are found, everything else is read by name.
    func bytes(of names: Set<String>) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        let base: String
        switch self {
        case .stream(let path): return try PackageFiles.bytes(of: names, inStream: path)
        case .zip(let directory): base = try OpenPackage.base(of: self, directory.path)
        case .folder(let path): base = try OpenPackage.base(of: self, path)
        }
        for name in names {
            if let bytes = try OpenPackage.bytes(of: base + name, in: self) { found[name] = bytes }
        }
        return found
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
