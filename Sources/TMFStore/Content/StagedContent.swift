import Disk
import SystemPackage
public import TMFModel

/// Bytes that were copied into `incoming/` and hashed, and wait to be filed.
public struct StagedContent: Sendable {
    public let content: Content
    let temporary: FilePath
}

extension ContentStore {
    /// How many of the first bytes decide the media type.
    static let headLength = 8_192

    /// Copies bytes into `incoming/` and hashes them on the way: each byte is read once. Safe to call from several
    /// threads with different tokens: `token` is a name that no other file being staged has. `name` is the one the
    /// content came with; it tells text formats apart. `source` hands every chunk to its argument, in order.
    public func stage(
        token: String, name: String?, from source: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
    ) throws -> StagedContent {
        let temporary = temporary(token)
        let file = try FileWriter(creating: temporary, mode: 0o444)
        var hasher = DigestBuilder()
        var bytes: Int64 = 0
        var head: [UInt8] = []
        var headLength = ContentStore.headLength
        do {
            try source { chunk in
                if bytes == 0, FileDefect.isJudged(Array(chunk.prefix(1_024))) { headLength = FileDefect.reach }
                if head.count < headLength { head.append(contentsOf: chunk.prefix(headLength - head.count)) }
                hasher.add(chunk)
                bytes += Int64(chunk.count)
                try file.write(chunk)
            }
            try file.close()
        } catch {
            try? Entry.remove(temporary)  // What cannot be removed now is removed when the store next opens.
            throw error
        }
        let beginning = head.count > ContentStore.headLength ? Array(head[..<ContentStore.headLength]) : head
        let content = Content(
            digest: hasher.finish(), bytes: bytes, mediaType: MediaType.of(name: name, head: beginning),
            defect: headLength == FileDefect.reach ? try defect(of: temporary, head: head, bytes: bytes) : nil)
        return StagedContent(content: content, temporary: temporary)
    }

    /// The end of a long file is read again from what was just written: cheaper than to keep it at hand all the way.
    private func defect(of file: FilePath, head: [UInt8], bytes: Int64) throws -> FileDefect? {
        guard bytes > Int64(head.count) else { return FileDefect.of(head: head, tail: head, bytes: bytes) }
        let reach = FileDefect.reach
        let tail = try FileReader(opening: file).read(at: bytes - Int64(reach), count: reach)
        return FileDefect.of(head: head, tail: tail, bytes: bytes)
    }

    /// Makes staged bytes durable under their names: moved into place, and synced with their folders. After this
    /// returns, and not before, an entry may name them.
    ///
    /// A crash in between can leave a file whose bytes did not all reach the disk, but no entry names it, and the next
    /// filing of these bytes replaces it. What an entry may name already is replaced by synced bytes only.
    func keep(_ staged: [StagedContent]) throws {
        guard !staged.isEmpty else { return }
        var folders: Set<String> = []
        for item in staged {
            let folder = String(item.content.digest.description.prefix(2))
            if folders.insert(folder).inserted { try Folder.create(content.appending(folder)) }
            try move(item.temporary, to: path(of: item.content.digest))
        }
        // One sync of the file system is cheaper than those of the files and folders as soon as there are some dozens.
        if staged.count > ContentStore.fewFiles {
            try Folder.syncFileSystem(of: content)
        } else {
            for item in staged { try FileWriter.sync(path(of: item.content.digest)) }
            for folder in folders { try Folder.sync(content.appending(folder)) }
            try Folder.sync(content)
        }
    }

    private static let fewFiles = 16

    private func move(_ temporary: FilePath, to target: FilePath) throws {
        do {
            try Entry.rename(temporary, to: target)
        } catch  where error.isTaken {
            // The bytes are the same by their name, and a damaged file is healed.
            try FileWriter.sync(temporary)
            try Entry.rename(temporary, replacing: target)
        }
    }

    /// Bytes that were staged under this token by this process, and neither kept nor dropped since.
    package func staged(_ content: Content, token: String) -> StagedContent {
        StagedContent(content: content, temporary: temporary(token))
    }

    /// Drops what was staged under this token. Does nothing if it was kept meanwhile.
    package func discard(token: String) throws {
        let temporary = temporary(token)
        if try Entry.exists(temporary) { try Entry.remove(temporary) }
    }

    /// Drops staged bytes that will not be filed. Does nothing if they were kept meanwhile.
    public func discard(_ staged: StagedContent) throws {
        if try Entry.exists(staged.temporary) { try Entry.remove(staged.temporary) }
    }

    /// Drops what of several can be dropped, after a failure that is the one to tell. The rest is removed when the
    /// store next opens.
    public func discardWhatCanBe(_ staged: [StagedContent]) {
        for item in staged { try? discard(item) }  // See above: nothing is lost by leaving it.
    }

    /// Empties `incoming/`: what a crash left there was never acknowledged.
    func discardIncoming() throws {
        try Folder.create(incoming)
        var walk = try FolderWalk(below: incoming)
        var left: [(path: FilePath, isFolder: Bool)] = []
        while let entry = try walk.next() {
            left.append((incoming.pushing(entry.path), entry.kind == .folder))
            walk.skipFolder()
        }
        for entry in left {
            if entry.isFolder { try Folder.remove(entry.path) } else { try Entry.remove(entry.path) }
        }
    }
}
