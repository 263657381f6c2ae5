package import SystemPackage

/// What is wrong with which XML file, and in which line.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file; for XML in memory, what the caller called it.
    package let path: FilePath

    /// 1 for the first; 0 if the place is not known.
    package let line: Int

    package let message: String

    package init(_ path: FilePath, line: Int, _ message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    package var description: String {
        line > 0 ? "\(path), line \(line): \(message)" : "\(path): \(message)"
    }
}
