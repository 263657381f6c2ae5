import Archive
import Disk
import SystemPackage
import TMFModel

/// Takes an archive apart, trusting nothing in it: only regular files with names that stay below the folder.
enum ArchiveUnpacking {
    static func listing(of path: FilePath, limits: ArchiveLimits) throws -> IntakeSource.Listing {
        var listing = IntakeSource.Listing()
        var reader = try ArchiveReader(opening: path, limits: limits)
        var seen: Set<String> = []
        while let member = try reader.next() {
            guard let file = accept(member, of: "\(path): ", seen: &seen, into: &listing.problems) else { continue }
            listing.files.append(file)
        }
        listing.sort()
        return listing
    }

    /// Hands over the folder where the files of a source can be read one by one: the source itself, or a new folder
    /// below `place` where the archive is unpacked, which is gone afterwards.
    ///
    /// Throws `ArchiveError` for a truncated, encrypted or corrupt member, and where a limit is passed.
    static func unpacked<Outcome>(
        _ source: IntakeSource, below place: FilePath, limits: ArchiveLimits = ArchiveLimits(),
        _ body: (FilePath) throws -> Outcome
    ) throws -> Outcome {
        guard source.isArchive else { return try body(source.path) }
        return try Folder.withUnique(in: place, prefix: "tmf-unpacked") { folder in
            try unpack(source.path, to: folder, limits: limits, called: "\(source.path): ")
            return try body(folder)
        }
    }

    /// Writes the members of the listing below `folder`, which is new and empty. Returns the listing, with sizes as they
    /// turned out; in its problems `prefix` stands before the members' names. Throws as `unpacked` does.
    @discardableResult
    static func unpack(
        _ path: FilePath, to folder: FilePath, limits: ArchiveLimits, called prefix: String
    ) throws -> IntakeSource.Listing {
        var made: Set<FilePath> = []
        var listing = IntakeSource.Listing()
        listing.problems = try forEachFile(of: path, limits: limits, called: prefix) { file, reader, buffer in
            let target = folder.appending(file.path)
            let parent = target.removingLastComponent()
            if made.insert(parent).inserted { try Folder.create(parent) }
            let writer = try FileWriter(creating: target)
            var bytes: Int64 = 0
            try reader.forEachChunk(through: &buffer) { chunk in
                bytes += Int64(chunk.count)
                try writer.write(chunk)
            }
            try writer.close()
            listing.files.append(IntakeSource.File(path: file.path, size: bytes, modified: file.modified))
        }
        return listing
    }

    /// What each member of the listing holds, by its path; reads them all, writes nothing. Throws as `unpacked` does.
    static func contents(of path: FilePath, limits: ArchiveLimits) throws -> [String: Content] {
        var contents: [String: Content] = [:]
        _ = try forEachFile(of: path, limits: limits, called: "") { file, reader, buffer in
            var builder = DigestBuilder()
            var bytes: Int64 = 0
            try reader.forEachChunk(through: &buffer) { chunk in
                builder.add(chunk)
                bytes += Int64(chunk.count)
            }
            contents[file.path] = Content(digest: builder.finish(), bytes: bytes, mediaType: MediaType.unknown)
        }
        return contents
    }

    /// Returns what of the archive is not handed over, and why.
    private static func forEachFile(
        of path: FilePath, limits: ArchiveLimits, called prefix: String,
        _ body: (IntakeSource.File, inout ArchiveReader, inout [UInt8]) throws -> Void
    ) throws -> [InputProblem] {
        var reader = try ArchiveReader(opening: path, limits: limits)
        var seen: Set<String> = []
        var problems: [InputProblem] = []
        var buffer = [UInt8](repeating: 0, count: FileChunks.size)
        while let member = try reader.next() {
            if let file = accept(member, of: prefix, seen: &seen, into: &problems) { try body(file, &reader, &buffer) }
        }
        return problems
    }

    private static func accept(
        _ member: ArchiveMember, of prefix: String, seen: inout Set<String>, into problems: inout [InputProblem]
    ) -> IntakeSource.File? {
        func refuse(_ message: String) -> IntakeSource.File? {
            problems.append(InputProblem(source: prefix + member.shownName, message: message))
            return nil
        }
        switch member.kind {
        case .folder: return nil
        case .link: return refuse("is a link, and links are never followed")
        case .other: return refuse("is no regular file")
        case .file: break
        }
        do {
            let name = try MemberName(member.name)
            guard let text = name.text else { return refuse("its name is not UTF-8; pack it with another name") }
            if SystemFiles.contains(text) { return nil }
            guard seen.insert(text).inserted else { return refuse("stands in the archive a second time") }
            if member.isEncrypted {
                return refuse("is encrypted; unpack the archive with its password, then import the folder")
            }
            return IntakeSource.File(
                path: text, size: member.size ?? 0,
                modified: member.modified.flatMap {
                    let (nanoseconds, overflows) = $0.multipliedReportingOverflow(by: 1_000_000_000)
                    return overflows ? nil : nanoseconds
                })
        } catch {
            return refuse("its name would leave the folder (\(error.rawValue)); it was not taken")
        }
    }
}
