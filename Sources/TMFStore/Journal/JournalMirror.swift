import Disk
import SystemPackage
import TMFModel

/// `journal/STUDY.jsonl`: the same lines as the journal's table, as plain text, so that the record outlives its
/// database. The table is written first; lines that a crash kept from the text are added when the store next opens.
struct JournalMirror {
    let folder: FilePath

    /// Whether the study's name can be that of a file.
    static func canHold(_ study: String) -> Bool {
        (1...200).contains(study.utf8.count) && !study.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }

    private func path(of study: String) -> FilePath { folder.appending("\(study).jsonl") }

    /// Adds lines at the end and syncs them.
    func append(_ lines: [JournalLine], of study: String) throws {
        let path = path(of: study)
        let isNew = try !Entry.exists(path)
        let file = try FileWriter(appendingTo: path)
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.line.utf8)
            bytes.append(0x0A)
        }
        try file.write(bytes)
        try file.sync()
        try file.close()
        if isNew { try Folder.sync(folder) }
    }

    /// How many whole lines it holds; a torn last line is cut off first.
    func repairedLineCount(of study: String) throws -> Int {
        let path = path(of: study)
        guard try Entry.exists(path) else { return 0 }
        var count = 0
        var wholeLength: Int64 = 0
        var length: Int64 = 0
        try FileReader(opening: path).forEachChunk { chunk in
            for (index, byte) in chunk.enumerated() where byte == 0x0A {
                count += 1
                wholeLength = length + Int64(index) + 1
            }
            length += Int64(chunk.count)
        }
        if wholeLength < length { try FileWriter.truncate(path, to: wholeLength) }
        return count
    }

    /// The studies that have a text here.
    func studies() throws -> [String] {
        guard try Entry.exists(folder) else { return [] }
        var walk = try FolderWalk(below: folder)
        var studies: [String] = []
        while let entry = try walk.next() {
            if entry.kind == .file, let name = entry.text, name.hasSuffix(".jsonl") {
                studies.append(String(name.dropLast(6)))
            }
        }
        return studies
    }

    /// Every whole line in turn. Throws `JournalLineError` for a line that is not UTF-8.
    func forEachLine(of study: String, _ body: (String) throws -> Void) throws {
        var number = 0
        try forEachLineBytes(of: study) { bytes in
            number += 1
            guard let line = String(validating: bytes, as: UTF8.self) else {
                throw JournalLineError(seq: number, problem: "it is not UTF-8")
            }
            try body(line)
        }
    }

    /// The same, whatever the bytes are.
    func forEachLineBytes(of study: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let path = path(of: study)
        guard try Entry.exists(path) else { return }
        try JournalMirror.forEachLineBytes(at: path, body)
    }

    /// The whole lines of any file, without their ends.
    static func forEachLineBytes(at path: FilePath, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var lines = LineSplitter()
        try FileReader(opening: path).forEachChunk { chunk in
            lines.add(chunk)
            while let line = lines.next() { try body(line) }
        }
    }
}
