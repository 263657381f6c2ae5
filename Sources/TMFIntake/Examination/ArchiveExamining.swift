import Archive
import SystemPackage
import TMFModel

/// Looks at the names in an archive; nothing is unpacked to the disk.
enum ArchiveExamining {
    private static let limits = ArchiveLimits(maxMembers: 200_000, maxTotalBytes: 1 << 36, maxRatio: 1_000)

    static func examine(_ path: FilePath, _ examination: inout FileExamination) {
        var names: [String] = []
        var hasLockedMember = false
        do throws(ArchiveError) {
            var reader = try ArchiveReader(opening: path, limits: limits)
            while let member = try reader.next() {
                guard member.kind == .file else { continue }
                names.append(member.shownName)
                hasLockedMember = hasLockedMember || member.isEncrypted
            }
        } catch {
            // Compressed single files and formats that are not read here are no damage.
            if error.code != .unknownFormat { examination.note(error) }
        }
        examination.members = names.kept
        if hasLockedMember, !examination.remarks.contains(where: { $0.condition == .encrypted }) {
            examination.note(.encrypted, "has members that are encrypted")
        }
        let nested = names.filter { MediaType.isArchiveName($0) }
        if !nested.isEmpty {
            examination.note(
                .nestedArchive, "has \(nested.count.counted("archive")) among its files: \(nested.listed)")
        }
    }
}
