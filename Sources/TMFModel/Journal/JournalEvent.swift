/// Something that happened to a study's file. Nothing else changes it.
public enum JournalEvent: Hashable, Sendable {
    /// The study file was applied: what changed, entity by entity.
    case studyChanged([StudyChange])
    /// A new document with its first version.
    case documentFiled(DocumentNumber, DocumentFacts, VersionFacts)
    /// The next version of a document, by its ordinal.
    case versionFiled(DocumentNumber, ordinal: Int, VersionFacts)
    /// Facts of a document or of one of its versions were corrected.
    case documentAmended(DocumentNumber, version: Int?, [FactChange])
    /// A document was filed at another place.
    case documentMoved(DocumentNumber, from: SlotAddress, to: SlotAddress)
    case documentWithdrawn(DocumentNumber)
    case qualityReviewed(QualityReview)
    case slotWaived(SlotAddress)
    case waiverLifted(SlotAddress)
    case documentsLinked(DocumentLink)
    case linkRemoved(DocumentLink)
    /// Quality control's samples, issues, gates and locks.
    case oversight(OversightEvent)
    /// Events from which retention periods run, holds, and confirmations of disposal.
    case retention(RetentionChange)

    /// The name in the journal's line.
    public var name: String {
        switch self {
        case .studyChanged: "study.changed"
        case .documentFiled: "document.filed"
        case .versionFiled: "version.filed"
        case .documentAmended: "document.amended"
        case .documentMoved: "document.moved"
        case .documentWithdrawn: "document.withdrawn"
        case .qualityReviewed(let review): review.outcome == .accepted ? "quality.accepted" : "quality.returned"
        case .slotWaived: "slot.waived"
        case .waiverLifted: "waiver.lifted"
        case .documentsLinked: "document.linked"
        case .linkRemoved: "link.removed"
        case .oversight(let event): event.name
        case .retention(let change): change.name
        }
    }

    /// The documents the event is about: the first is the subject.
    public var documents: [DocumentNumber] {
        switch self {
        case .documentFiled(let number, _, _), .versionFiled(let number, _, _), .documentAmended(let number, _, _),
            .documentMoved(let number, _, _), .documentWithdrawn(let number):
            [number]
        case .qualityReviewed(let review): [review.document]
        case .documentsLinked(let link), .linkRemoved(let link): [link.document, link.target]
        case .oversight(let event): event.documents
        case .retention(let change): change.documents
        case .studyChanged, .slotWaived, .waiverLifted: []
        }
    }
}

/// One fact before and after. Null where it was, or is now, not set.
public struct FactChange: Hashable, Sendable {
    /// As in the manifest: `title`, `document_date`…
    public let field: String
    public let from: JSON
    public let to: JSON

    public init(field: String, from: JSON, to: JSON) {
        self.field = field
        self.from = from
        self.to = to
    }
}

/// One entity of the study file before and after. Null where it was not, or is no longer, there.
public struct StudyChange: Hashable, Sendable {
    public let entity: StudyEntity.Kind
    public let key: String
    public let from: JSON
    public let to: JSON

    public init(entity: StudyEntity.Kind, key: String, from: JSON, to: JSON) {
        self.entity = entity
        self.key = key
        self.from = from
        self.to = to
    }
}
