import Archive
import Disk
public import SystemPackage
import TMFModel
import TMFStore

/// What is handed in: a folder, or an archive (ZIP, TAR, and compressed TAR).
public struct IntakeSource: Sendable {
    /// As the user named it.
    public let path: FilePath
    public let isArchive: Bool

    /// Throws `InputProblem` if there is nothing, or neither a folder nor a file.
    public init(_ path: FilePath) throws {
        // The folder that the user names may be reached through a link; nothing inside it may.
        let kind = try EntryFacts.of(path)?.kind
        switch kind {
        case .folder: isArchive = false
        case .link: isArchive = try EntryFacts.of(path.appending("."))?.kind != .folder
        case .file: isArchive = true
        case nil: throw InputProblem(source: path.string, message: "there is no such file or folder")
        default: throw InputProblem(source: path.string, message: "is neither a folder nor a file")
        }
        self.path = path
    }

    /// One file of the source.
    struct File: Hashable, Sendable {
        /// Below the source, with `/` between folders.
        let path: String
        /// Size in bytes as the folder or the archive says.
        let size: Int64
        /// When it last changed, as the folder or the archive says, in nanoseconds since 1970; nil if nobody says.
        var modified: Int64?
        /// Whether it is in an archive of the source that was opened.
        var isNested = false
    }

    /// The files, in the order of their paths' bytes, and what can not be filed, with the reason.
    struct Listing: Sendable {
        var files: [File] = []
        var problems: [InputProblem] = []

        /// Of all files together.
        var bytes: Int64 { files.reduce(0) { $0 + $1.size } }

        /// Puts the files in their order.
        mutating func sort() { files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
    }

    /// Reads names and sizes, no contents. Links are never followed, and are reported.
    func listing(limits: ArchiveLimits = ArchiveLimits()) throws -> Listing {
        try isArchive ? ArchiveUnpacking.listing(of: path, limits: limits) : folderListing()
    }

    private func folderListing() throws -> Listing {
        var listing = Listing()
        var names: Set<String> = []
        var walk = try FolderWalk(below: path)
        while let entry = try walk.next() {
            let name = entry.text ?? entry.path.string
            func report(_ message: String) {
                listing.problems.append(InputProblem(source: name, message: message))
            }
            if let problem = entry.problem {
                report("cannot be read: \(problem)")
                continue
            }
            switch entry.kind {
            case .folder: continue
            case .link: report("is a link, and links are never followed; put the file itself there")
            case .other: report("is no regular file (a pipe, socket or device); take it out")
            case .file:
                guard let text = entry.text else {
                    report("its name is not UTF-8; rename it")
                    continue
                }
                if SystemFiles.contains(text) { continue }
                guard names.insert(text).inserted else {
                    report("another file has the same name, with accents that are encoded otherwise; rename one")
                    continue
                }
                listing.files.append(File(path: text, size: entry.size, modified: entry.modified))
            }
        }
        return listing
    }
}

/// Files that operating systems leave in folders, and that are no records.
enum SystemFiles {
    static func contains(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return true }
        return names.contains(String(name)) || name.hasPrefix("~$") || name.hasPrefix("._")
            || parts.contains("__MACOSX")
    }

    private static let names: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]
}
