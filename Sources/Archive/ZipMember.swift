/// One member of a ZIP, as its central directory tells.
package struct ZipMember: Hashable, Sendable {
    package enum Method: Hashable, Sendable {
        case stored, deflated

        /// Another one, by the number that ZIP gives it: listed, not read.
        case other(Int)
    }

    /// The name's raw bytes: to be checked by `MemberName`.
    package let name: [UInt8]

    package let method: Method

    package let checksum: UInt32

    /// In bytes.
    package let compressedSize: Int64

    /// In bytes, unpacked.
    package let size: Int64

    package let isEncrypted: Bool

    /// Whether unpacking makes a symbolic link of it; its bytes are where the link leads.
    package let isLink: Bool

    /// Where its local header begins in the file.
    let headerOffset: Int64

    /// The name as text; nil if its bytes are not UTF-8.
    package var text: String? { String(validating: name, as: UTF8.self) }

    /// The name for people: bytes that are not UTF-8 replaced.
    package var shownName: String { String(decoding: name, as: UTF8.self) }

    package var isFolder: Bool { name.last == UInt8(ascii: "/") }
}
