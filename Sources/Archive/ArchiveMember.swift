/// What an archive says of one member.
package struct ArchiveMember: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case file, folder, link
        case other
    }

    /// The name's raw bytes, as they stand in the archive: to be checked by `MemberName`. Empty if unreadable.
    package let name: [UInt8]

    /// The name as text; nil if its bytes are not UTF-8.
    package var text: String? { String(validating: name, as: UTF8.self) }

    /// The name for people: bytes that are not UTF-8 replaced.
    package var shownName: String { String(decoding: name, as: UTF8.self) }

    package let kind: Kind

    /// In bytes, unpacked; nil if the archive does not say before the end.
    package let size: Int64?

    /// In seconds since 1970, UTC; nil if not said.
    package let modified: Int64?

    /// Locked by a password: reading its bytes throws.
    package let isEncrypted: Bool
}
