import Archive
import Disk
import Synchronization
import SystemPackage
import TMFModel
import TMFSuggest

/// What is wrong with each file of a source, in words; files with nothing wrong are left out.
///
/// By itself it reads first and last bytes of each file, and of a packed one the first only. With an examiner the files of
/// a folder are looked into, and with a reader placed by their texts on the way, so that no text is kept.
struct PlanHealth: Sendable {
    let examiner: Examiner?
    let reader: TextPlacing?

    typealias Found = (remarks: [String: String], placed: [String: Placement])

    func look(into source: IntakeSource, _ files: [IntakeSource.File]) throws -> Found {
        try source.isArchive ? (packed(source), [:]) : loose(files) { _ in source.path }
    }

    /// The same where archives in the source were opened.
    func look(into nested: NestedArchives) throws -> Found {
        var found = try loose(nested.listing.files) { $0.isNested ? nested.folder : nested.root }
        for problem in nested.unopened {
            found.remarks[problem.source] = [found.remarks[problem.source], problem.message].compactMap { $0 }
                .joined(separator: "; ")
        }
        return found
    }

    private func loose(
        _ files: [IntakeSource.File], below root: @Sendable (IntakeSource.File) -> FilePath
    ) throws -> Found {
        let found = Mutex<Found>(([:], [:]))
        try inParallel(files.count) { place in
            let path = files[place].path
            let (words, placement) = try look(at: path, below: root(files[place]))
            found.withLock {
                $0.remarks[path] = words
                $0.placed[path] = placement
            }
        }
        return found.withLock { $0 }
    }

    private func look(at name: String, below root: FilePath) throws -> (words: String?, placement: Placement?) {
        do {
            guard let examiner else {
                let ends = try FileEnds(FileReader(at: FilePath(name), below: root))
                return (Self.words(Self.examination(of: ends, name)), nil)
            }
            let outcome = try examiner.examine(root.appending(name), name: name)
            return (Self.words(outcome.examination), reader?.placement(of: name, outcome.text))
        } catch let error as DiskError {
            return ("cannot be read: \(error)", nil)
        }
    }

    private func packed(_ source: IntakeSource) throws -> [String: String] {
        var found: [String: String] = [:]
        var reader = try ArchiveReader(opening: source.path)
        while let member = try reader.next() {
            guard member.kind == .file, !member.isEncrypted, let name = member.text else { continue }
            var head = [UInt8](repeating: 0, count: FileEnds.sniffed)
            let count = try reader.read(into: &head)
            let ends = FileEnds(head: Array(head[..<count]), size: member.size ?? Int64(count))
            found[name] = Self.words(Self.examination(of: ends, name))
        }
        return found
    }

    private static func examination(of ends: FileEnds, _ name: String) -> FileExamination {
        var examination = FileExamination(
            mediaType: MediaType.of(name: name, head: Array(ends.head.prefix(FileEnds.sniffed))))
        FileRemarks.append(to: &examination, ends: ends, name: name)
        return examination
    }

    private static func words(_ examination: FileExamination) -> String? {
        examination.remarks.isEmpty
            ? nil : examination.remarks.map { "\($0.condition.rawValue): \($0.detail)" }.joined(separator: "; ")
    }
}
