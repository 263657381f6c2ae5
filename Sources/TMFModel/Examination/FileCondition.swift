/// Something about a file that makes trouble later. The raw values are stable: findings have them as their rule.
public enum FileCondition: String, Hashable, Sendable, CaseIterable {
    case empty = "empty-file"
    /// Cut off, or its parts do not fit together.
    case damaged = "damaged-file"
    /// It, or a part of it, is encrypted, or what may be done with it is restricted.
    case encrypted = "encrypted-file"
    /// The name says one format, the bytes another.
    case mediaTypeMismatch = "media-type-mismatch"
    /// A PDF that is a cover for other files.
    case portfolio = "pdf-portfolio"
    /// Files inside the file.
    case embeddedFiles = "embedded-files"
    /// A script that runs when the file is shown.
    case script = "script-in-file"
    /// A form that is laid out anew, or can be filled in, whenever it is shown.
    case changingForm = "changing-form"
    case macros = "macros-in-file"
    /// Pages that are pictures: nothing in them can be searched.
    case noTextLayer = "no-text-layer"
    /// A scan too coarse to be read with certainty.
    case lowResolution = "low-resolution"
    /// Too large or too small to be shown or printed.
    case unusualPage = "unusual-page-size"
    /// A packed archive instead of the records in it.
    case archive = "archive-as-record"
    /// An archive in an archive.
    case nestedArchive = "nested-archive"
    /// A message with files attached, which are records of their own.
    case mailAttachments = "mail-attachments"
    /// A format that may have no reader in 25 years.
    case formatAtRisk = "format-at-risk"
    /// It took more time, memory or output than a file may: it was looked at in part or not at all.
    case examinationStopped = "examination-stopped"
}

/// One condition of one file, with what shows it.
public struct FileRemark: Hashable, Sendable {
    public let condition: FileCondition
    /// A clause without the file's name, as `opens without a password, but printing is not allowed`.
    public let detail: String

    public init(_ condition: FileCondition, _ detail: String) {
        self.condition = condition
        self.detail = detail
    }
}
