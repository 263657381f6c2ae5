import SystemPackage
import TMFModel

/// A part of a package that may be made before it is its turn to be written, on any thread: it adds its files in
/// their order.
typealias PackagePart = @Sendable (PreparedFiles) throws -> Void

/// The files of one part, made and not yet written: a short one waits in memory, others in `scratch`, a folder.
final class PreparedFiles {
    /// One of them, with its path below the package's folder.
    struct File: Sendable {
        let path: String
        let bytes: SpooledBytes
    }

    private let scratch: FilePath
    private let number: Int
    private(set) var files: [File] = []

    /// `number` is the part's own.
    init(part number: Int, scratch: FilePath) {
        self.number = number
        self.scratch = scratch
    }

    /// Adds a file that `body` makes piece by piece; it may be longer than memory.
    func add<Outcome>(_ path: String, pieces body: (Spool) throws -> Outcome) throws -> Outcome {
        let spool = Spool(scratch.appending("part-\(number)-\(files.count)"))
        let outcome = try body(spool)
        // One file of a part may wait in memory; how many there are grows with the study.
        if !files.isEmpty { _ = try spool.onDisk() }
        files.append(File(path: path, bytes: try spool.finish()))
        return outcome
    }

    func add(_ path: String, _ content: [UInt8]) throws {
        try add(path) { try $0.write(content) }
    }
}
