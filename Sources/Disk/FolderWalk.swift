import Glibc
package import SystemPackage

/// Visits everything below a folder, one entry at a time, each folder before what it holds.
///
/// The order is that of the raw bytes of the names within each folder: the same on every machine. Links are reported
/// and never followed. Memory is bounded by the names of the folders on the way down, not by the size of the tree.
package struct FolderWalk: ~Copyable {
    /// One thing found.
    package struct Entry: Hashable, Sendable {
        /// Relative to the root of the walk.
        package let path: FilePath

        /// The path as text; nil if its bytes are not UTF-8.
        package let text: String?

        package let kind: EntryKind

        /// In bytes.
        package let size: Int64

        /// In nanoseconds since 1970, UTC.
        package let modified: Int64

        /// Why this entry could not be looked at, or this folder not be read; nil if all is well.
        package let problem: DiskError?
    }

    private var trail: FolderTrail
    private var enteredLast = false

    /// Opens the root folder, which may be reached through links.
    package init(below root: FilePath) throws(DiskError) {
        trail = try FolderTrail(root: root)
    }

    /// The next entry, or nil at the end. Throws only if the way back up is lost because folders were moved meanwhile.
    package mutating func next() throws(DiskError) -> Entry? {
        while trail.depth >= 0 {
            if let name = trail.nextName() { return visit(name) }
            if try trail.leave() == nil { return nil }
        }
        return nil
    }

    /// Leaves out what the folder just returned holds. Does nothing after anything but a folder.
    package mutating func skipFolder() {
        if enteredLast { trail.skipRest() }
    }

    private mutating func visit(_ name: [CChar]) -> Entry {
        let bytes = trail.prefix + name
        let path = FilePath(platformString: bytes)
        let text = bytes.withUnsafeBufferPointer { $0.baseAddress.flatMap { String(validatingCString: $0) } }
        enteredLast = false

        let facts: EntryFacts
        do {
            facts = try look(at: name)
        } catch {
            return Entry(path: path, text: text, kind: .other, size: 0, modified: 0, problem: error)
        }
        var problem: DiskError?
        if facts.kind == .folder {
            do {
                try trail.enter(name)
                enteredLast = true
            } catch { problem = error }
        }
        return Entry(
            path: path, text: text, kind: facts.kind, size: facts.size, modified: facts.modified, problem: problem)
    }

    private func look(at name: [CChar]) throws(DiskError) -> EntryFacts {
        var facts = stat()
        while fstatat(trail.number, name, &facts, AT_SYMLINK_NOFOLLOW) != 0 {
            let code = errno
            if code != EINTR { throw DiskError("look at", trail.path(of: name), code: code) }
        }
        return EntryFacts(facts)
    }
}
