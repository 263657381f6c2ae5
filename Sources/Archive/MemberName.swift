package import SystemPackage

/// A member's name that stays below the folder it is unpacked to, on any system.
package struct MemberName: Hashable, Sendable {
    /// Why a name is not taken.
    package enum Refusal: String, Error, Hashable, Sendable, CaseIterable {
        case empty = "the name is empty"
        case absolute = "the name is absolute"
        case driveLetter = "the name begins with a drive letter"
        case backslash = "the name contains a backslash"
        case parent = "the name contains .."
        case nul = "the name contains NUL"
    }

    /// At least one, none of them empty, `.` or `..`; raw bytes, which need not be UTF-8.
    package let components: [[UInt8]]

    /// Checks a name as it stands in an archive, and leaves out `.`, doubled and trailing slashes.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        let slash = UInt8(ascii: "/")
        guard let first = bytes.first else { throw .empty }
        if bytes.contains(0) { throw .nul }
        if first == slash { throw .absolute }
        if bytes.contains(UInt8(ascii: "\\")) { throw .backslash }
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
        if isLetter, bytes.count > 1, bytes[1] == UInt8(ascii: ":") { throw .driveLetter }

        let dot = UInt8(ascii: ".")
        let components = bytes.split(separator: slash).map(Array.init).filter { $0 != [dot] }
        if components.contains([dot, dot]) { throw .parent }
        if components.isEmpty { throw .empty }
        self.components = components
    }

    /// The raw bytes, the components joined by slashes.
    package var bytes: [UInt8] { Array(components.joined(separator: [UInt8(ascii: "/")])) }

    /// The name as text; nil if its bytes are not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Relative.
    package var path: FilePath { FilePath(platformString: bytes.map(CChar.init(bitPattern:)) + [0]) }
}
