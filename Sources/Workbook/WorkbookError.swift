package import SystemPackage

/// Why a workbook could not be written.
package struct WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: FilePath
    package let message: String

    package init(_ path: FilePath, _ message: String) {
        self.path = path
        self.message = message
    }

    package var description: String { "\(path): \(message)" }
}
