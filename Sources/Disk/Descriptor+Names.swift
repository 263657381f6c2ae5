import Glibc
import SystemPackage

extension Descriptor {
    /// The names in this folder without `.` and `..`, each ending in NUL, sorted by bytes with the last first.
    borrowing func names(path: @autoclosure () -> FilePath) throws(DiskError) -> [[CChar]] {
        // The stream takes over its descriptor, and shares the position: from the start, in case it was read before.
        let copy = try systemCall("read folder", path()) { fcntl(number, F_DUPFD_CLOEXEC, 0) }
        guard let stream = fdopendir(copy) else {
            let code = errno
            _ = Glibc.close(copy)
            throw DiskError("read folder", path(), code: code)
        }
        defer { closedir(stream) }
        rewinddir(stream)

        var names: [[CChar]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            if let name = Self.name(of: entry) { names.append(name) }
        }
        guard errno == 0 else { throw DiskError("read folder", path(), code: errno) }
        // As unsigned bytes, whatever the locale.
        names.sort { strcmp($0, $1) > 0 }
        return names
    }

    /// The name of a folder's entry with its NUL; nil for `.` and `..`. An entry may be shorter than its C struct,
    /// so the name is reached by its offset and the struct is never copied.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [CChar]? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        let name = [CChar](UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        let dot = CChar(bitPattern: UInt8(ascii: "."))
        return name == [dot, 0] || name == [dot, dot, 0] ? nil : name
    }
}
