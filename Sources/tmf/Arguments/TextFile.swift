import Disk
import SystemPackage
import TMFModel

/// A text that somebody hands in.
enum TextFile {
    /// No study file comes near it; what is larger is another file by mistake.
    private static let limit: Int64 = 16 << 20

    /// The whole text, without a byte order mark. Throws `InputProblems` if it is not UTF-8 or larger than 16 MiB.
    static func read(_ path: FilePath) throws -> String {
        let file = try FileReader(opening: path)
        guard file.size <= limit else {
            throw InputProblems([
                InputProblem(source: path.string, message: "has \(file.size) bytes; expected a text of at most 16 MiB")
            ])
        }
        var bytes = try file.read(at: 0, count: Int(limit))
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputProblems([
                InputProblem(source: path.string, message: "is not UTF-8; save it in this encoding and try again")
            ])
        }
        return text
    }
}
