import Disk
public import SystemPackage
public import TMFModel

/// When each content of a store was last found as it was filed: `fixity/checked.txt`, a line `SHA-256 DAY` each, and
/// beside it a report of every check.
///
/// Nothing follows from it but what need not be read again: the journal and the contents are the truth, and losing the
/// folder loses no more than the knowledge of earlier checks. It can be thrown away.
public struct FixityMemory: Sendable {
    static let folderName = "fixity"

    private let folder: FilePath

    init(root: FilePath) { folder = root.appending(FixityMemory.folderName) }

    private var list: FilePath { folder.appending("checked.txt") }

    /// The last day on which each content was found sound. Lines that are not understood are passed over: what they
    /// might have said is checked again.
    public func read() throws -> [Digest: Day] {
        guard try Entry.kind(list) == .file else { return [:] }
        var days: [Digest: Day] = [:]
        let reader = try FileReader(opening: list)
        let text = String(decoding: try reader.read(at: 0, count: Int(reader.size)), as: UTF8.self)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let digest = Digest(String(parts[0])), let day = Day(String(parts[1])) else {
                continue
            }
            days[digest] = day
        }
        return days
    }

    /// Replaces what is remembered, whole or not at all.
    public func write(_ days: [Digest: Day]) throws {
        let lines = days.map { "\($0.key) \($0.value)\n" }.sorted()
        try write(Array(lines.joined().utf8), to: list)
    }

    /// Keeps a report under the time at which it was made, and returns its path. It is never replaced.
    public func keep(_ report: JSON, kind: String, at instant: Instant) throws -> FilePath {
        var bytes: [UInt8] = []
        report.write(to: &bytes, indentation: 0)
        bytes.append(0x0A)
        let time = instant.description.filter { $0.isNumber || $0 == "T" }
        var path = folder.appending("\(kind)-\(time).json")
        var number = 1
        while try Entry.exists(path) {
            number += 1
            path = folder.appending("\(kind)-\(time)_\(number).json")
        }
        try write(bytes, to: path)
        return path
    }

    /// The newest report of a kind; nil if there is none that can be read.
    public func newest(_ kind: String) throws -> JSON? {
        guard try Entry.exists(folder) else { return nil }
        var walk = try FolderWalk(below: folder)
        var names: [String] = []
        while let entry = try walk.next() {
            guard entry.kind == .file, let name = entry.text, name.hasPrefix("\(kind)-"), name.hasSuffix(".json") else {
                continue
            }
            names.append(name)
        }
        guard let last = names.max() else { return nil }
        let reader = try FileReader(opening: folder.appending(last))
        return try? JSON(parsing: reader.read(at: 0, count: Int(reader.size)))  // A torn report is none.
    }

    private func write(_ bytes: [UInt8], to path: FilePath) throws {
        try Folder.create(folder)
        let temporary = FilePath("\(path.string).part-\(ProcessFacts.number)")
        let file = try FileWriter(creating: temporary)
        try file.write(bytes)
        try file.close()
        try FileWriter.sync(temporary)
        try Entry.rename(temporary, replacing: path)
        try Folder.sync(folder)
    }
}
