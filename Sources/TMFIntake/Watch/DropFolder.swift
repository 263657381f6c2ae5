public import SystemPackage
import TMFModel

/// A folder that others drop files into, and from which each is filed once it is whole.
///
/// Files stay where they are. What was filed from the folder before is unchanged when it is looked at anew, as in any
/// import.
public struct DropFolder {
    private let source: IntakeSource
    private var files = SettledFiles()

    /// Throws `InputProblem` if there is no such folder.
    public init(_ path: FilePath) throws {
        source = try IntakeSource(path)
        guard !source.isArchive else {
            throw InputProblem(source: path.string, message: "is no folder; only a folder can be watched")
        }
    }

    /// Looks, hands what has settled since the last look to `file`, and pauses, until `pause` returns false.
    ///
    /// `file` is given the folder and the paths below it, and returns what became of them; it returns nil if nobody
    /// can take them now, as while another process writes: they are handed over again after the next pause. `report`
    /// is told of each batch that is not empty. Throws what either throws, and if the folder can no longer be read.
    public mutating func watch(
        pause: () throws -> Bool, file: (IntakeSource, Set<String>) throws -> ImportReport?,
        report: (ImportReport) throws -> Void
    ) throws {
        repeat {
            let (settled, problems) = files.look(try source.listing())
            guard !settled.isEmpty || !problems.isEmpty else { continue }
            var batch = ImportReport()
            if !settled.isEmpty {
                guard let filed = try file(source, settled) else {
                    files.takeBack(settled)
                    continue
                }
                batch = filed
            }
            batch.failed += problems.count
            batch.problems += problems
            try report(batch)
        } while try pause()
    }
}
