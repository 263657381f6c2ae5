import Disk
import SystemPackage
import TMFModel

/// Writes the files of a bag, and keeps its manifest while it does.
final class PackageOutput {
    private let target: any PackageTarget
    /// The one folder at the top, `ABC-101-tmf-2026-03-31`.
    private let base: String
    private let scratch: FilePath
    private let manifest: Spool
    private(set) var files = 0
    private(set) var bytes: Int64 = 0
    /// Files and bytes below `data/`.
    private(set) var payloadFiles = 0
    private(set) var payloadBytes: Int64 = 0
    /// The digest of `tagmanifest-sha256.txt`; zeros while it is not written.
    private(set) var tagManifest = Digest.zero

    /// `scratch` is a folder for what is too long to keep in memory until its size is known.
    init(_ target: any PackageTarget, base: String, scratch: FilePath) {
        self.target = target
        self.base = base
        self.scratch = scratch
        manifest = Spool(scratch.appending("manifest"))
    }

    /// Adds a file whose size and digest are known, and whose bytes `body` hands over.
    func add(
        _ path: String, size: Int64, digest: Digest, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
    ) throws {
        try target.begin("\(base)/\(path)", size: size)
        try body { try target.write($0) }
        try target.end()
        try note(path, size: size, digest: digest)
    }

    /// Adds a file that is in memory.
    func add(_ path: String, _ content: [UInt8]) throws {
        try add(path, size: Int64(content.count), digest: Digest(of: content)) { try $0(content[...]) }
    }

    /// Adds the files of all parts in their order, whoever of them is ready first.
    func add(_ parts: [PackagePart]) throws {
        let ahead = WorkingAhead<Result<[PreparedFiles.File], any Error>>(count: parts.count, window: 8) {
            [scratch] number in
            Result {
                let files = PreparedFiles(part: number, scratch: scratch)
                try parts[number](files)
                return files.files
            }
        }
        defer { ahead.stop() }
        for _ in parts {
            for file in try ahead.take()?.get() ?? [] {
                try add(file.path, size: file.bytes.count, digest: file.bytes.digest, file.bytes.forEachChunk)
                try file.bytes.discard()
            }
        }
    }

    /// Adds the manifest of everything so far below `data/`, then the bag's other tag files and their manifest.
    /// `seal` makes more files out of the manifest and the tag manifest's digest: they stand outside both.
    func addTagFiles(
        _ tagFiles: [(path: String, content: [UInt8])],
        seal: ((_ manifest: SpooledBytes, _ tagManifest: Digest) throws -> [(path: String, content: [UInt8])])? = nil
    ) throws {
        var tags: [(String, Digest)] = []
        let manifest = try manifest.finish()
        try add("manifest-sha256.txt", size: manifest.count, digest: manifest.digest, manifest.forEachChunk)
        tags.append(("manifest-sha256.txt", manifest.digest))
        for (path, content) in tagFiles {
            tags.append((path, Digest(of: content)))
            try add(path, content)
        }
        let lines = tags.sorted { $0.0 < $1.0 }.map { "\($0.1)  \($0.0)\n" }.joined()
        try add("tagmanifest-sha256.txt", Array(lines.utf8))
        tagManifest = Digest(of: lines.utf8)
        for (path, content) in try seal?(manifest, tagManifest) ?? [] { try add(path, content) }
    }

    /// The SHA-256 of the package if it is one file.
    func finish() throws -> Digest? { try target.finish() }

    private func note(_ path: String, size: Int64, digest: Digest) throws {
        files += 1
        bytes += size
        guard path.hasPrefix("data/") else { return }
        payloadFiles += 1
        payloadBytes += size
        try manifest.write(Array("\(digest)  \(path)\n".utf8))
    }
}
