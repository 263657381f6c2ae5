import CDisk
import Glibc
import SystemPackage

/// The way down from a root folder to the one being read, with the names still to visit in each.
///
/// Holds one descriptor however deep the way is: going up opens `..` and checks that it is the folder it came from,
/// so no depth uses up the descriptors, the stack or the length of a path, and no link is followed.
struct FolderTrail: ~Copyable {
    private struct Step {
        let device: dev_t
        let inode: ino_t

        /// Length in bytes of the relative path of this folder.
        let prefix: Int

        /// Sorted by bytes, last first, each ending in NUL as the system wants it.
        var names: [[CChar]]
    }

    /// Ends in `/`.
    private let rootBytes: [CChar]
    private var steps: [Step]
    private var folder: Descriptor

    /// Relative path in bytes of the folder being read, ending in `/` unless it is the root.
    private(set) var prefix: [CChar] = []

    init(root: FilePath) throws(DiskError) {
        let folder = try Descriptor.folder(root)
        let first = try Self.step(into: folder, prefix: 0, path: root)
        steps = [first]
        rootBytes = root.bytes.map(CChar.init(bitPattern:)) + [CChar(bitPattern: UInt8(ascii: "/"))]
        self.folder = folder
    }

    /// The descriptor of the folder being read.
    var number: Int32 { folder.number }

    /// How many folders below the root; 0 in the root, negative after it was left.
    var depth: Int { steps.count - 1 }

    /// The next name in the folder being read, ending in NUL; nil if none is left.
    mutating func nextName() -> [CChar]? {
        steps.isEmpty ? nil : steps[steps.count - 1].names.popLast()
    }

    /// Forgets the names left in the folder being read.
    mutating func skipRest() {
        if !steps.isEmpty { steps[steps.count - 1].names = [] }
    }

    /// Goes down into `name`. Where this throws the trail stays where it was.
    mutating func enter(_ name: [CChar]) throws(DiskError) {
        // Paths are made for errors alone: they can be long, and there is one for each folder.
        let number = try systemCall("open folder", path(of: name)) {
            disk_open_at(folder.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        let child = Descriptor(owning: number)
        steps.append(try Self.step(into: child, prefix: prefix.count, path: path(of: name)))
        prefix += name.dropLast()
        prefix.append(CChar(bitPattern: UInt8(ascii: "/")))
        folder = child
    }

    /// Goes up and returns the name, ending in NUL, of the folder left; nil if that was the root.
    mutating func leave() throws(DiskError) -> [CChar]? {
        guard let left = steps.popLast(), let above = steps.last else { return nil }
        let parent = Descriptor(
            owning: try systemCall("open the folder above", here) {
                disk_open_at(folder.number, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        let facts = try parent.facts(path: here)
        guard facts.st_dev == above.device, facts.st_ino == above.inode else {
            throw DiskError("leave", here, code: ESTALE, reason: "the folder was moved while it was being read")
        }
        folder = parent
        let name = prefix[left.prefix..<(prefix.count - 1)] + [0]
        prefix.removeLast(prefix.count - left.prefix)
        return Array(name)
    }

    /// The whole path of the folder being read.
    private var here: FilePath { path(of: [0]) }

    /// The whole path of a name, ending in NUL, in the folder being read.
    func path(of name: [CChar]) -> FilePath {
        FilePath(platformString: rootBytes + prefix + name)
    }

    private static func step(
        into folder: borrowing Descriptor, prefix: Int, path: @autoclosure () -> FilePath
    ) throws(DiskError) -> Step {
        let facts = try folder.facts(path: path())
        let names = try folder.names(path: path())
        return Step(device: facts.st_dev, inode: facts.st_ino, prefix: prefix, names: names)
    }
}
