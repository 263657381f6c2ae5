import Glibc
package import SystemPackage

extension Entry {
    /// The path without any link: what a path that somebody gave leads to. Throws if it leads to nothing.
    package static func resolved(_ path: FilePath) throws(DiskError) -> FilePath {
        let resolved = path.withPlatformString { realpath($0, nil) }
        guard let resolved else { throw DiskError("follow", path, code: errno) }
        defer { free(resolved) }
        return FilePath(platformString: resolved)
    }
}
