import Glibc
package import SystemPackage

extension Folder {
    /// Creates a folder below `parent` whose name begins with `prefix` and is taken by nobody, for this account alone.
    ///
    /// Nobody can have laid a folder or a link of that name there beforehand: the system chooses it and creates it.
    package static func createUnique(in parent: FilePath, prefix: String) throws(DiskError) -> FilePath {
        let wanted = parent.appending("\(prefix)-XXXXXX")
        var name = wanted.zeroTerminated
        guard mkdtemp(&name) != nil else { throw DiskError("create folder", wanted, code: errno) }
        return FilePath(platformString: name)
    }

    /// Hands over such a folder, and takes it away with all in it when `body` is done, or has failed.
    package static func withUnique<Outcome>(
        in parent: FilePath, prefix: String, _ body: (FilePath) throws -> Outcome
    ) throws -> Outcome {
        let folder = try createUnique(in: parent, prefix: prefix)
        do {
            let outcome = try body(folder)
            try remove(folder)
            return outcome
        } catch {
            try? remove(folder)  // The first failure is the one to tell.
            throw error
        }
    }
}
