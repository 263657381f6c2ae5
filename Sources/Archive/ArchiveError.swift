package import SystemPackage

/// What went wrong with which archive, and with which of its members.
package struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// The operating system refused to open, read or write the file.
        case disk
        /// The file is no archive of a kind that is read here.
        case unknownFormat
        /// The archive contradicts itself: cut off, overwritten, or made so.
        case damaged
        /// The contents are locked by a password.
        case encrypted
        /// More members, bytes or expansion than allowed.
        case limit
        /// The archive is sound, but uses something that is not supported here.
        case unsupported
        /// The caller asked for something that cannot be: more bytes than announced, a name twice open.
        case misuse
    }

    package let path: FilePath

    /// The member's name; nil if it concerns the archive as a whole.
    package let member: String?

    package let code: Code

    package let message: String

    package init(_ path: FilePath, member: String? = nil, _ code: Code, _ message: String) {
        self.path = path
        self.member = member
        self.code = code
        self.message = message
    }

    package var description: String {
        if let member { "\(path), member \(member): \(message)" } else { "\(path): \(message)" }
    }
}
