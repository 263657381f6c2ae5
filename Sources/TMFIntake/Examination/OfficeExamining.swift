import Archive
import SystemPackage
import TMFModel
import XML

/// Looks into documents that are ZIPs of XML: Office Open XML and OpenDocument.
enum OfficeExamining {
    static func reads(_ mediaType: String) -> Bool {
        mediaType.hasPrefix("application/vnd.openxmlformats-officedocument.")
            || mediaType.contains(".macroenabled.") || mediaType.hasPrefix("application/vnd.oasis.opendocument.")
    }

    /// Of one part, and of all that are read of a file, in bytes unpacked.
    private static let mostBytes: Int64 = 32 << 20
    private static let mostBytesInAll: Int64 = 128 << 20
    /// Unpacked bytes for each packed one: more is a trap.
    private static let mostRatio: Int64 = 1_000

    static func examine(_ path: FilePath, _ outcome: inout Examiner.Outcome) {
        do throws(ArchiveError) {
            let directory = try ZipDirectory(opening: path)
            note(directory, &outcome.examination)
            try read(directory, &outcome)
        } catch {
            outcome.examination.note(error)
        }
    }

    private static func note(_ directory: ZipDirectory, _ examination: inout FileExamination) {
        let names = directory.members.filter { !$0.isFolder }.map(\.shownName)
        let hasMacros = names.contains {
            $0.hasSuffix("vbaProject.bin") || $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/")
        }
        if hasMacros, !examination.remarks.contains(where: { $0.condition == .macros }) {
            examination.note(.macros, "can run macros")
        }
        let inside = names.filter { $0.contains("/embeddings/") }
        if !inside.isEmpty {
            let files = inside.map { String($0.split(separator: "/").last ?? "") }
            examination.members = files.kept
            examination.note(.embeddedFiles, "has \(files.count.counted("file")) inside: \(files.listed)")
        }
    }

    private static func read(_ directory: ZipDirectory, _ outcome: inout Examiner.Outcome) throws(ArchiveError) {
        var total: Int64 = 0
        let pages = OfficeParts(directory.members.compactMap(\.text))
        outcome.examination.pages = pages.count
        for names in pages.texts {
            var text = OfficeText()
            for name in names {
                guard let member = directory.member(named: name) else { continue }
                total += member.size
                guard member.size <= mostBytes, total <= mostBytesInAll,
                    member.size < 1 << 20 || member.size / max(member.compressedSize, 1) < mostRatio
                else {
                    return outcome.examination.stopped("reading", "\(member.size) bytes of \(name)")
                }
                let bytes = try contents(of: member, in: directory)
                do throws(XMLError) {
                    try text.read(bytes, name: FilePath(name))
                } catch {
                    outcome.examination.note(.damaged, "has a broken part: \(error)")
                }
            }
            outcome.text.pages.append(text.text)
        }
    }

    private static func contents(of member: ZipMember, in directory: ZipDirectory) throws(ArchiveError) -> [UInt8] {
        var reader = try directory.reader(of: member)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try reader.read(into: &buffer)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

extension FileExamination {
    /// What keeps an archive from being read is said once.
    mutating func note(_ error: ArchiveError) {
        switch error.code {
        case .encrypted:
            if !remarks.contains(where: { $0.condition == .encrypted }) { note(.encrypted, "is encrypted") }
        case .limit: stopped("unpacking", error.message)
        case .unsupported: note(.formatAtRisk, "cannot be unpacked: \(error.message)")
        default:
            guard !remarks.contains(where: { $0.condition == .damaged }) else { return }
            note(.damaged, "is broken: \(error.member.map { "\($0): " } ?? "")\(error.message)")
        }
    }
}
