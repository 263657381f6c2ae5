import Glibc
package import SystemPackage

/// What this process knows of itself and of who runs it.
package enum ProcessFacts {
    package static var number: Int32 { getpid() }

    /// The machine's name; empty if the system does not tell.
    package static var hostName: String {
        var text = [CChar](repeating: 0, count: 256)
        guard gethostname(&text, text.count - 1) == 0 else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The account that this process runs under: by the user database, else `LOGNAME`, else `uid 1000`.
    package static var loginName: String {
        accountName ?? variable("LOGNAME") ?? "uid \(geteuid())"
    }

    /// The value of an environment variable; nil if it is not set or empty.
    package static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Whether standard input (0), output (1) or error (2) is a person's terminal.
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Where files go that nobody keeps: `$TMPDIR`, else `/tmp`.
    package static var temporaryFolder: FilePath { FilePath(variable("TMPDIR") ?? "/tmp") }

    /// The folder that relative paths start from.
    package static func currentFolder() throws(DiskError) -> FilePath {
        guard let bytes = getcwd(nil, 0) else { throw DiskError("find", "the current folder", code: errno) }
        defer { free(bytes) }
        return FilePath(platformString: bytes)
    }

    private static var accountName: String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var space = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(geteuid(), &record, &space, space.count, &found) == 0, let name = found?.pointee.pw_name
        else { return nil }
        return String(cString: name)
    }
}
