/// What is on record about keeping and destroying: events from which periods run, holds, and disposals.
public struct RetentionLedger: Hashable, Sendable {
    /// By name and country; each as it was stated last.
    public var events: [StatedEvent]
    /// By number, the lifted ones among them.
    public var holds: [RetentionHold]
    /// By number, document and subject.
    public var disposals: [Disposal]

    public init(events: [StatedEvent] = [], holds: [RetentionHold] = [], disposals: [Disposal] = []) {
        self.events = events
        self.holds = holds
        self.disposals = disposals
    }

    /// The holds because of which a document must be kept.
    public func holds(on document: Document) -> [RetentionHold] { holds.filter { $0.covers(document) } }

    /// The same without what speaks of these documents.
    func withholding(_ documents: Set<DocumentNumber>) -> RetentionLedger {
        RetentionLedger(
            events: events,
            holds: holds.filter { hold in hold.statement.document.map { !documents.contains($0) } ?? true },
            disposals: disposals.filter { !documents.contains($0.statement.document) })
    }
}
