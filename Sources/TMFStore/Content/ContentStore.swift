import Disk
public import SystemPackage
public import TMFModel

/// The bytes of every version, each distinct content once, under the name of its digest: `content/ab/ab12…`.
public struct ContentStore: Sendable {
    let content: FilePath
    let incoming: FilePath
    /// As text, ending in `/`: the path of a content is put together for every file, and text is quickest at it.
    private let contentText: String
    private let incomingText: String

    init(root: FilePath) {
        content = root.appending("content")
        incoming = root.appending("incoming")
        contentText = content.string + "/"
        incomingText = incoming.string + "/"
    }

    /// Where bytes of this token are staged.
    func temporary(_ token: String) -> FilePath { FilePath(incomingText + token) }

    /// `content/ab/ab12…`: 256 folders keep listings short, and `sha256sum` can audit each file by its name.
    public func path(of digest: Digest) -> FilePath {
        let name = digest.description
        return FilePath(contentText + name.prefix(2) + "/" + name)
    }

    /// Whether the store has a file of that name; says nothing about its bytes.
    public func contains(_ digest: Digest) throws -> Bool { try Entry.kind(path(of: digest)) == .file }

    /// Opens the bytes for reading. Throws `StoreError.noContent` if they are not there.
    public func open(_ digest: Digest) throws -> ContentReader {
        do {
            return ContentReader(digest: digest, file: try FileReader(opening: path(of: digest)))
        } catch  where error.isMissing {
            throw StoreError.noContent(digest: digest.description)
        }
    }

    /// Hands the bytes over as a file to read, for programs that take nothing else. Throws `StoreError.noContent` if they
    /// are not there.
    public func withFile<Result>(_ digest: Digest, _ body: (FilePath) throws -> Result) throws -> Result {
        guard try contains(digest) else { throw StoreError.noContent(digest: digest.description) }
        return try body(path(of: digest))
    }

    /// The digest of the bytes as they are on the disk now, and their number.
    public func recompute(_ digest: Digest) throws -> (digest: Digest, bytes: Int64) {
        let reader = try open(digest)
        var hasher = DigestBuilder()
        var bytes: Int64 = 0
        try reader.forEachChunk { chunk in
            hasher.add(chunk)
            bytes += Int64(chunk.count)
        }
        return (hasher.finish(), bytes)
    }

    /// Every file below `content/`, by its digest; a file with another name by its path.
    func forEachFile(_ body: (Digest?, FilePath, Int64) throws -> Void) throws {
        guard try Entry.exists(content) else { return }
        var walk = try FolderWalk(below: content)
        while let entry = try walk.next() {
            guard entry.kind != .folder else { continue }
            let name = entry.text?.split(separator: "/").last.map(String.init)
            try body(name.flatMap { Digest($0) }, entry.path, entry.size)
        }
    }
}

/// Reads the bytes of one content. Close to the file: no more than one chunk is in memory.
public struct ContentReader: ~Copyable {
    public let digest: Digest
    private let file: FileReader

    init(digest: Digest, file: consuming FileReader) {
        self.digest = digest
        self.file = file
    }

    /// Size in bytes.
    public var size: Int64 { file.size }

    /// All bytes in turn, in chunks of at most 1 MiB.
    public borrowing func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try file.forEachChunk(body)
    }

    /// Fills `buffer` with the next bytes. Returns how many came: fewer than its count only at the end.
    public borrowing func read(into buffer: inout [UInt8]) throws -> Int { try file.read(into: &buffer) }

    /// Up to `count` bytes from `offset`; fewer at the end.
    public borrowing func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try file.read(at: offset, count: count)
    }
}
