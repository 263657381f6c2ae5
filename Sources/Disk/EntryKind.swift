import Glibc

/// What a path names, links not followed.
package enum EntryKind: String, Hashable, Sendable {
    case file, folder, link

    /// A pipe, socket or device.
    case other

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    static let linkRefusal = "it is a link, and links are not followed"

    /// Why an entry of this kind cannot be read as a file; nil for a file.
    var refusal: String? {
        switch self {
        case .file: nil
        case .folder: "it is a folder, not a file"
        case .link: Self.linkRefusal
        case .other: "it is a pipe, socket or device, not a file"
        }
    }
}
