import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// A study file that somebody hands in, with the tables of rules that stand beside it.
enum StudyFileArgument {
    /// The study that the file describes; `kept` are the models of the store for which it is meant.
    ///
    /// Throws `InputProblems` with everything that is wrong, in the study file and in the tables that it names.
    static func read(
        _ file: FilePath, kept: @escaping @Sendable (String) throws -> KeptModel? = { _ in nil }
    ) throws -> Study {
        let folder = file.removingLastComponent()
        return try StudyFile.read(
            TextFile.read(file), source: file.string,
            neighbour: { name, source throws(InputProblem) in
                // A study file that was sent by somebody reads no other file of this machine.
                guard let path = (folder.isEmpty ? "." : folder).lexicallyResolving(FilePath(name)) else {
                    throw InputProblem(source: name, message: "'\(name)' leads out of the study file's folder")
                }
                return try table(path, name: name, source: source)
            },
            library: { version in
                try kept(version).map { try ReferenceModelLibrary.load(version, kept: $0) }
                    ?? StudyFile.bundledModels(version)
            })
    }

    private static func table(_ path: FilePath, name: String, source: String) throws(InputProblem) -> Table {
        do {
            return try Table(opening: path, source: source, knowing: StudyFile.columnsOfRules)
        } catch let problem as InputProblem {
            throw InputProblem(source: name, message: "'\(name)' \(problem.message)")
        } catch let problems as InputProblems {
            throw InputProblem(source: name, message: "'\(name)' \(problems.problems[0].message)")
        } catch {
            throw InputProblem(
                source: name, message: "'\(name)' cannot be read beside the study file: is it there?")
        }
    }
}
