import Archive
import Disk
import Synchronization
import SystemPackage
import TMFModel

/// What is wrong with each file of a source, in words; files with nothing wrong are left out.
///
/// By itself it reads first and last bytes of each file, and of a packed one the first only. With an examiner the files of
/// a folder are looked into.
struct PlanHealth: Sendable {
    let examiner: Examiner?

    func remarks(on source: IntakeSource, _ files: [IntakeSource.File]) throws -> [String: String] {
        try source.isArchive ? packed(source) : loose(source, files)
    }

    private func loose(_ source: IntakeSource, _ files: [IntakeSource.File]) throws -> [String: String] {
        let found = Mutex<[String: String]>([:])
        try inParallel(files.count) { place in
            guard let words = try words(on: source.path, files[place].path) else { return }
            found.withLock { $0[files[place].path] = words }
        }
        return found.withLock { $0 }
    }

    private func words(on root: FilePath, _ name: String) throws -> String? {
        do {
            let path = root.appending(name)
            if let examiner { return Self.words(try examiner.examine(path, name: name).examination) }
            return Self.words(Self.examination(of: try FileEnds(FileReader(at: FilePath(name), below: root)), name))
        } catch let error as DiskError {
            return "cannot be read: \(error)"
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
