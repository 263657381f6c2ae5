import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// A study file that somebody hands in, with the tables of rules that stand beside it.
enum StudyFileArgument {
    /// Throws `InputProblems` with everything that is wrong, in the study file and in the tables that it names.
    static func read(_ file: FilePath) throws -> Study {
        let folder = file.removingLastComponent()
        return try StudyFile.read(TextFile.read(file), source: file.string) { name throws(InputProblem) in
            // A study file that was sent by somebody reads no other file of this machine.
            guard let path = (folder.isEmpty ? "." : folder).lexicallyResolving(FilePath(name)) else {
                throw InputProblem(source: name, message: "'\(name)' leads out of the study file's folder")
            }
            do {
                return Array(try TextFile.read(path).utf8)
            } catch let problems as InputProblems {
                throw InputProblem(source: name, message: "'\(name)' \(problems.problems[0].message)")
            } catch {
                throw InputProblem(
                    source: name, message: "'\(name)' cannot be read beside the study file: is it there?")
            }
        }
    }
}
