/// The `BATCH` of an `exchange.xml`: one transfer of one study from one system to another.
///
/// Source: eTMF Exchange Mechanism Standard, schema 22.1.
public struct EMSBatch: Hashable, Sendable {
    public static let namespace = "https://tmfrefmodel.com/ems"

    /// The sending system's own key of the study; nil if it gives none.
    public var studySystemID: String?
    /// The protocol number as people know it.
    public var studyID: String
    /// The study event the batch belongs to, such as a milestone.
    public var eventID: String?
    /// The system or organization that sends, so that a receiver can tell senders apart.
    public var transferSourceID: String
    /// Unique for each transfer of a sender.
    public var transferID: String
    /// The exchange agreement that governs the transfer.
    public var agreement: String
    /// The version of the reference model, `3.3.1`.
    public var modelVersion: String

    public init(
        studySystemID: String? = nil, studyID: String, eventID: String? = nil, transferSourceID: String,
        transferID: String, agreement: String, modelVersion: String
    ) {
        self.studySystemID = studySystemID
        self.studyID = studyID
        self.eventID = eventID
        self.transferSourceID = transferSourceID
        self.transferID = transferID
        self.agreement = agreement
        self.modelVersion = modelVersion
    }

    /// The attributes in the order of the schema.
    var attributes: [(String, String)] {
        let all: [(String, String?)] = [
            ("STUDYSYSTEMID", studySystemID), ("STUDYID", studyID), ("EVENTID", eventID),
            ("TRANSFERSOURCEID", transferSourceID), ("TRANSFERID", transferID), ("SPECIFICATIONID", agreement),
            ("TMFRMVERSION", modelVersion),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}
