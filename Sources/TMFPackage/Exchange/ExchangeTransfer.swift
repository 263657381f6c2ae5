import TMFFormats
import TMFModel
import TMFStore

/// What a transfer is called, and what names the study's records outside this store.
struct ExchangeTransfer {
    let batch: EMSBatch
    let origin: EMSOrigin

    init(
        store: Store, study: Study, head: JournalHead, asOf: Day, options: PackageOptions, exchange: ExchangeOptions
    ) throws {
        var first: Digest?
        for entry in try store.entries(of: study.id, 1...1) { first = JournalChain.hash(of: entry.line, after: .zero) }
        origin = EMSOrigin(study: study.id, first: first ?? head.hash)
        batch = EMSBatch(
            studySystemID: origin.studySystemID, studyID: study.id,
            transferSourceID: exchange.source ?? study.sponsor,
            transferID: exchange.transfer ?? ExchangeTransfer.name(head, asOf, options, exchange),
            agreement: exchange.agreement, modelVersion: study.model)
    }

    /// The OBJECTID of a record that was first filed here.
    func objectID(of document: DocumentNumber) -> String { origin.objectID(of: document) }

    /// The folder that a transfer is packed in: its own name, as far as every system can hold it.
    var folder: String { BagPath.safeName(for: batch.transferID, fallback: "transfer", maxLength: 40) }

    /// The AUDITID of an entry of this journal.
    func auditID(of entry: JournalEntry) -> String { "\(origin.digits).\(entry.seq)" }

    /// `20260331120000-3fa9c1`: the time of the journal's last entry, and digits that differ for other options.
    private static func name(
        _ head: JournalHead, _ asOf: Day, _ options: PackageOptions, _ exchange: ExchangeOptions
    ) -> String {
        let time = head.at.description.prefix(19).filter(\.isNumber)
        let said = [
            head.hash.description, asOf.description, options.kind.rawValue, options.selection.json.line,
            options.allowsFailures ? "failures" : "sound", exchange.agreement, exchange.source ?? "",
        ]
        return "\(time)-\(Digest(of: said.joined(separator: "\n").utf8).description.prefix(6))"
    }
}
