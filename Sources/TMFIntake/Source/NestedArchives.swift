import Archive
import Disk
import SystemPackage
import TMFModel

/// The files of a source in which archives were opened, one level: an archive within one of them is a file like others.
///
/// A file in one is called by both names, as in `outer.zip/inner/file`.
struct NestedArchives: Sendable {
    /// Where the files lie that are in none of them: the source, or where it was unpacked.
    let root: FilePath
    /// Where those lie that are in one of them, below its own path.
    let folder: FilePath
    /// An archive that could not be opened is a file here, without a problem.
    private(set) var listing: IntakeSource.Listing
    /// Those that stand for what is in them, and how much that is.
    private(set) var opened: [(path: String, files: Int)] = []
    /// Those that are to be opened and cannot be, or not safely: why.
    private(set) var unopened: [InputProblem] = []
    /// Archives within the opened ones, which stay closed.
    private(set) var deeper: [String] = []
    /// Whether anything in an archive cannot be filed.
    private(set) var isBad = false

    private let choice: NestedChoice
    private var left: ArchiveLimits

    /// Opens what is chosen of the files in `listing`, into `folder`. What is allowed is allowed for all of them together.
    fileprivate init(
        _ listing: IntakeSource.Listing, in root: FilePath, _ choice: NestedChoice, into folder: FilePath,
        allowing limits: ArchiveLimits
    ) throws {
        self.root = root
        self.folder = folder
        self.choice = choice
        self.listing = IntakeSource.Listing(problems: listing.problems)
        left = limits
        for file in listing.files {
            if choice.opens(file.path), try open(file), !choice.isWhole(file.path) { continue }
            self.listing.files.append(file)
        }
        self.listing.sort()
    }

    /// The same where everything is to be filed: what could not be opened is a problem, and a file only for a row that
    /// names it.
    var filing: IntakeSource.Listing {
        let closed = Set(unopened.map(\.source))
        return IntakeSource.Listing(
            files: listing.files.filter { !closed.contains($0.path) || choice.isWhole($0.path) },
            problems: listing.problems + unopened)
    }

    /// Unpacks one archive whole or not at all. Returns whether there was something in it.
    private mutating func open(_ file: IntakeSource.File) throws -> Bool {
        let target = folder.appending(file.path)
        let found: IntakeSource.Listing
        do {
            try Folder.create(target)
            found = try ArchiveUnpacking.unpack(
                root.appending(file.path), to: target, limits: left, called: file.path + "/")
        } catch let error as ArchiveError {
            return try refuse(file, error.member.map { "member \($0): \(error.message)" } ?? error.message)
        } catch let error as DiskError where error.path.starts(with: target) && !error.isDiskFull {
            return try refuse(file, "\(error)")
        }
        guard !found.files.isEmpty || !found.problems.isEmpty else { return false }
        left = left.without(members: found.files.count, bytes: found.bytes)
        for member in found.files {
            let path = "\(file.path)/\(member.path)"
            listing.files.append(
                IntakeSource.File(
                    path: path, size: member.size, modified: NestedArchives.later(member.modified, file.modified),
                    isNested: true))
            if NestedChoice.isOpenable(path) { deeper.append(path) }
        }
        listing.problems += found.problems
        isBad = isBad || !found.problems.isEmpty
        if !choice.isWhole(file.path) { opened.append((file.path, found.files.count)) }
        return true
    }

    private mutating func refuse(_ file: IntakeSource.File, _ reason: String) throws -> Bool {
        unopened.append(
            InputProblem(source: file.path, message: "cannot be opened, so nothing in it was taken: \(reason)"))
        isBad = true
        try Folder.remove(folder.appending(file.path))
        return false
    }

    /// An old file came with the archive that it came in. Nil if either is not said.
    private static func later(_ first: Int64?, _ second: Int64?) -> Int64? {
        guard let first, let second else { return nil }
        return max(first, second)
    }
}

extension IntakeSource {
    /// Hands over the source with the archives in it opened into a new folder below `place`, which is gone afterwards.
    ///
    /// An archive as the source is unpacked there, too, and with all in it may not grow beyond what is allowed for it
    /// alone. Throws `ArchiveError` if it is damaged; an archive within the source that is damaged is a problem of it.
    func withNested<Outcome>(
        _ choice: NestedChoice, below place: FilePath, limits: ArchiveLimits = ArchiveLimits(),
        _ body: (NestedArchives) throws -> Outcome
    ) throws -> Outcome {
        try Folder.withUnique(in: place, prefix: "tmf-nested") { scratch in
            let folder = scratch.appending("nested")
            guard isArchive else {
                return try body(
                    NestedArchives(listing(limits: limits), in: path, choice, into: folder, allowing: limits))
            }
            let root = scratch.appending("source")
            try Folder.create(root)
            let listing = try ArchiveUnpacking.unpack(path, to: root, limits: limits, called: "\(path): ")
            let rest = limits.without(members: listing.files.count, bytes: listing.bytes)
                .growing(from: try FileReader(opening: path).size)
            return try body(NestedArchives(listing, in: root, choice, into: folder, allowing: rest))
        }
    }
}
