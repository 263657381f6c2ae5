import TMFFormats
import TMFModel
import TMFPages

/// The audit records of a document's versions: what its senders stated, then what happened here.
struct ExchangeAudit {
    let transfer: ExchangeTransfer
    let model: ReferenceModel

    /// Each version's records, oldest first, by its ordinal. `history` are the entries about the document.
    ///
    /// The standard has audit records of files only: what concerns a record as a whole stands with the version that
    /// was the latest at the time.
    func records(of document: Document, history: [JournalEntry]) -> [Int: [EMSAuditRecord]] {
        var records: [Int: [EMSAuditRecord]] = [:]
        for version in document.versions {
            if let statement = EMSStatement(version.facts) { records[version.ordinal] = statement.audit }
        }
        var latest = 1
        for entry in history {
            let ordinal: Int
            let kind: EMSAuditRecord.Kind
            switch entry.event {
            case .documentFiled: (ordinal, kind) = (1, .new)
            case .versionFiled(_, let filed, _):
                latest = max(latest, filed)
                (ordinal, kind) = (filed, .new)
            case .documentAmended(_, let version, _): (ordinal, kind) = (version ?? latest, .change)
            case .documentMoved: (ordinal, kind) = (latest, .change)
            case .documentWithdrawn: (ordinal, kind) = (latest, .delete)
            case .qualityReviewed(let review): (ordinal, kind) = (review.version, .other)
            default: (ordinal, kind) = (latest, .other)
            }
            records[ordinal, default: []].append(record(entry, kind))
        }
        return records
    }

    private func record(_ entry: JournalEntry, _ kind: EMSAuditRecord.Kind) -> EMSAuditRecord {
        let words = PlainWords(entry, model: model)
        let changes = words.changes.isEmpty ? "" : ": " + words.changes.joined(separator: "; ")
        let reason = words.reason.map { ". Reason: \($0)" } ?? ""
        let user = EMSText.isBlank(entry.by.actor) ? "system" : entry.by.actor
        return EMSAuditRecord(
            id: transfer.auditID(of: entry), time: entry.at.description, user: EMSText.spelledOut(user), kind: kind,
            event: EMSText.spelledOut("\(entry.event.name): \(words.what)\(changes)\(reason)"))
    }
}
