/// A controlled reason for which quality control sends a version back.
///
/// The journal keeps the code as it was given: an entry that names a code of another version of this table, or none,
/// stays readable.
public struct QualityReasonCode: Hashable, Sendable, Identifiable {
    public var id: String { code }
    /// Stable: the journal keeps it. `wrong-place`
    public let code: String
    public let title: String
    /// When it is the right one: one sentence.
    public let meaning: String
    /// Whether the code alone says too little, so that a reason in words is asked for as well.
    public let needsText: Bool

    public init(code: String, title: String, meaning: String, needsText: Bool = false) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.needsText = needsText
    }

    /// The code of a return that only words explain.
    public static let other = "other"

    /// The table, in the order in which a list shows it.
    public static let all: [QualityReasonCode] = [
        .init(
            code: "wrong-place", title: "Filed in the wrong place",
            meaning: "It belongs at another artifact, level, country, site, person or organization."),
        .init(
            code: "wrong-study", title: "Not of this study", meaning: "It belongs to another trial's file."),
        .init(
            code: "wrong-version", title: "Wrong version",
            meaning: "It is a draft, an outdated version, or its label is not the one printed on it."),
        .init(
            code: "duplicate", title: "Filed twice", meaning: "The same record is on file already."),
        .init(
            code: "incomplete", title: "Incomplete",
            meaning: "Pages, attachments or answers are missing from it."),
        .init(
            code: "illegible", title: "Not legible",
            meaning: "Parts cannot be read: a bad scan, cut edges, faint ink, pages upside down."),
        .init(
            code: "unreadable-file", title: "The file does not open",
            meaning: "It is damaged, encrypted, empty, or not of the kind its name says."),
        .init(
            code: "signature-missing", title: "Signature or its date is missing",
            meaning: "It must be signed and dated, and is not, or not by everyone who must."),
        .init(
            code: "wrong-date", title: "Wrong or missing date",
            meaning: "The document date, received date or expiry date is not what the record says."),
        .init(
            code: "wrong-description", title: "Wrong title or other facts",
            meaning: "The title, language or another fact about it does not fit the record."),
        .init(
            code: "not-certified", title: "Copy is not certified",
            meaning: "A copy that replaces its original lacks the certification."),
        .init(
            code: "translation-missing", title: "Translation or its certificate is missing",
            meaning: "It is in a language that needs a translation, and that is not filed with it."),
        .init(
            code: "unblinding", title: "Could unblind, and is not restricted",
            meaning: "It tells who received which treatment and stands where the open team reads."),
        .init(
            code: "personal-data", title: "Personal data that should not be there",
            meaning: "It names a participant, or shows more of a person than the record needs."),
        .init(
            code: other, title: "Another reason", meaning: "None of these; the reason is given in words.",
            needsText: true),
    ]

    /// The entry of the table; nil for a code that it has not.
    public static func known(_ code: String) -> QualityReasonCode? { all.first { $0.code == code } }
}
