package import SystemPackage

/// A call to the operating system that failed: what was tried, on which path, and why.
package struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, as a verb: "open", "read", "write", "rename".
    package let operation: String

    package let path: FilePath

    /// The system's error number (`errno`), for example `ENOSPC`.
    package let code: Int32

    /// The reason in words where it says more than the system's text; nil to use the system's text.
    package let reason: String?

    package init(_ operation: String, _ path: FilePath, code: Int32, reason: String? = nil) {
        self.operation = operation
        self.path = path
        self.code = code
        self.reason = reason
    }

    package var description: String {
        "cannot \(operation) \(path): \(reason ?? Errno(rawValue: code).description)"
    }
}
