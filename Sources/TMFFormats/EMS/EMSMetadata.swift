/// A `METADATA` element: what the two parties agreed on beyond the standard.
public struct EMSMetadata: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Before the name of a column of the user's own, as the manifest had it.
    public static let columnPrefix = "TMFKIT-COLUMN-"

    init(_ name: Name, _ value: String) { self.init(name: name.rawValue, value: value) }

    /// The names under which this program says what the standard has no element for. To be listed in the exchange
    /// agreement; a receiver that does not know them loses nothing that the standard can carry.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// The place of the version among those of its record: 1 for the first.
        case ordinal = "TMFKIT-ORDINAL"
        /// `draft`, `filed`, `approved` or `returned`: what quality control decided.
        case status = "TMFKIT-STATUS"
        /// The label printed on the version, where OBJECTVERSION had to differ from it; empty if it has none.
        case label = "TMFKIT-VERSION-LABEL"
        /// The day the record was received, `2026-01-05`.
        case receivedDate = "TMFKIT-RECEIVED-DATE"
        /// The day the version was filed.
        case filedDate = "TMFKIT-FILED-DATE"
        /// `printed`, `none`, `until-replaced` or `+24 months`.
        case expiryRule = "TMFKIT-EXPIRY-RULE"
        /// `original`, `copy` or `certified-copy`; absent if nobody said.
        case copy = "TMFKIT-COPY"
        /// Who certified the copy, on which day and how.
        case certifiedBy = "TMFKIT-CERTIFIED-BY"
        case certifiedOn = "TMFKIT-CERTIFIED-ON"
        case certifiedMethod = "TMFKIT-CERTIFIED-METHOD"
        /// The name the file came with.
        case originalName = "TMFKIT-ORIGINAL-NAME"
        case mediaType = "TMFKIT-MEDIA-TYPE"
        /// Size in bytes.
        case bytes = "TMFKIT-BYTES"
        /// IDs of the person and the organization in the sender's study file.
        case person = "TMFKIT-PERSON"
        case organization = "TMFKIT-ORGANIZATION"
        /// The language where OBJECTLANGUAGE cannot say it, `pt-BR`.
        case language = "TMFKIT-LANGUAGE"
        /// The OBJECTID of the record that this one translates.
        case translationOf = "TMFKIT-TRANSLATION-OF"
        /// `supports OBJECTID`: a relation to another record, once for each.
        case relation = "TMFKIT-RELATION"
        /// The user's own key of the record.
        case key = "TMFKIT-DOCUMENT-KEY"
        case note = "TMFKIT-NOTE"
        /// `yes`: the version was filed into a part of the trial that was locked.
        case addendum = "TMFKIT-ADDENDUM"
        /// Where the sender had the version from.
        case sourceSystem = "TMFKIT-SOURCE-SYSTEM"
        case sourceID = "TMFKIT-SOURCE-ID"
        case sourcePath = "TMFKIT-SOURCE-PATH"
        /// Why the record was withdrawn.
        case withdrawal = "TMFKIT-WITHDRAWAL"
        /// The OBJECTID that an earlier sender gave the record, where another record has it as well.
        case senderObjectID = "TMFKIT-SENDER-OBJECTID"
    }
}

extension EMSObject {
    /// Adds a METADATA element, unless there is nothing to say.
    public mutating func note(_ name: EMSMetadata.Name, _ value: String?) {
        if let value { metadata.append(EMSMetadata(name, value)) }
    }
}
