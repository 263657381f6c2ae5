import CDisk
import Glibc
package import SystemPackage

/// Opens one file after the other below a folder, never through a link on the way. The folder of the last file stays
/// open: files of one folder that follow each other cost one call of the system each, however deep it is.
package struct FilesBelow: ~Copyable {
    private let root: FilePath
    /// Ends in `/`.
    private let rootText: String
    private var folder: Descriptor
    /// The folder that is open, below the root; empty for the root itself.
    private var folderPath: Substring = ""

    /// `root` itself may be reached through links.
    package init(_ root: FilePath) throws(DiskError) {
        let folder = try Descriptor.folder(root)
        self.root = root
        rootText = root.string + "/"
        self.folder = folder
    }

    /// Opens a file. Throws if `relative` is absolute, empty or contains `..`, or is no regular file.
    package mutating func open(_ relative: String) throws(DiskError) -> FileReader {
        let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/"))
        let parent = slash.map { relative[..<$0] } ?? ""
        let name = slash.map { relative[relative.utf8.index(after: $0)...] } ?? relative[...]
        // By bytes: names that are equal to a reader may be two to the file system.
        if !parent.utf8.elementsEqual(folderPath.utf8) { try enter(parent, of: relative) }
        guard name.utf8.allSatisfy({ $0 != 0 }), !name.isEmpty, name != ".", name != ".." else {
            return try explained(relative)
        }
        let number = name.withCString {
            disk_open_at(folder.number, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        }
        guard number >= 0 else { return try explained(relative) }
        return try FileReader(checking: Descriptor(owning: number), path: FilePath(rootText + relative))
    }

    private mutating func enter(_ parent: Substring, of relative: String) throws(DiskError) {
        let path = FilePath(rootText + relative)
        let components = FilePath(String(parent)).components
        guard !parent.hasPrefix("/"), components.allSatisfy({ $0.kind == .regular }) else {
            throw DiskError("open", path, code: EINVAL, reason: "\(relative) does not stay below \(root)")
        }
        var next = try Descriptor.folder(root)
        for component in components { next = try next.folder(named: component, path: path) }
        folder = next
        folderPath = parent
    }

    /// The long way, which knows what to say of a file that cannot be opened.
    private func explained(_ relative: String) throws(DiskError) -> FileReader {
        try FileReader(at: FilePath(relative), below: root)
    }
}
