import GRDB
import TMFModel

/// Keeps locked parts of the trial as they are: the one place that decides what a lock lets through.
///
/// A lock lets through addenda, each with a reason; the quality control of addenda, without which they could never
/// count; and its own unlocking. Everything else that touches a locked part is refused.
struct LockGuard {
    private let study: String
    private var locks: [PlaceLock]

    init(of study: String, in db: Database) throws {
        self.study = study
        locks = try OversightReading.locks(of: study, in: db)
    }

    /// Asks before an event is recorded. Throws `StoreError.locked`, or `.contradiction` for an addendum without a
    /// reason.
    func check(_ event: JournalEvent, by attribution: Attribution, in db: Database) throws {
        guard !locks.isEmpty else { return }
        let covering = try scopes(touchedBy: event, in: db).compactMap { scope in
            locks.filter { $0.covers(scope) }.min { $0.locking.scope < $1.locking.scope }
        }
        guard let lock = covering.first else { return }
        switch event {
        case .documentFiled(_, _, let version) where version.isAddendum,
            .versionFiled(_, _, let version) where version.isAddendum:
            guard attribution.reason?.contains(where: { !$0.isWhitespace }) ?? false else {
                throw StoreError.contradiction(
                    "an addendum to \(lock.locking.scope.place) needs a reason; add --reason")
            }
        case .qualityReviewed(let review):
            let document = try CatalogReading.document(review.document, of: study, in: db)
            guard document?.version(review.version)?.facts.isAddendum ?? false else { throw refusal(lock) }
        case .oversight(.placeUnlocked): return
        default: throw refusal(lock)
        }
    }

    /// Takes note of a lock that was set or lifted in the same batch.
    mutating func note(_ event: JournalEvent, in db: Database) throws {
        switch event {
        case .oversight(.placeLocked), .oversight(.placeUnlocked):
            locks = try OversightReading.locks(of: study, in: db)
        default: return
        }
    }

    private func refusal(_ lock: PlaceLock) -> StoreError {
        .locked(scope: lock.locking.scope, by: lock.by, since: lock.at.day)
    }

    /// Every scope that an event changes something in. A document that is not there touches none: applying it fails.
    private func scopes(touchedBy event: JournalEvent, in db: Database) throws -> [Scope] {
        switch event {
        case .studyChanged(let changes): changes.map(\.scope)
        case .documentFiled(_, let facts, _): [facts.scope]
        case .versionFiled(let number, _, _), .documentAmended(let number, _, _), .documentWithdrawn(let number):
            try scopes(of: [number], in: db)
        case .documentMoved(let number, _, let to): try scopes(of: [number], in: db) + [to.scope]
        case .qualityReviewed(let review): try scopes(of: [review.document], in: db)
        case .slotWaived(let address), .waiverLifted(let address): [address.scope]
        case .documentsLinked(let link), .linkRemoved(let link): try scopes(of: [link.document, link.target], in: db)
        case .oversight(let event): try scopes(touchedBy: event, in: db)
        // What is said about keeping a file changes nothing in it, and most of it is said after the lock.
        case .retention: []
        }
    }

    private func scopes(touchedBy event: OversightEvent, in db: Database) throws -> [Scope] {
        switch event {
        case .sampleDrawn(let draw): [draw.place ?? .trial]
        case .issueRaised(let statement):
            [statement.scope] + (try scopes(of: statement.document.map { [$0] } ?? [], in: db))
        case .issueAnswered(let number, _, _, _), .issueClosed(let number, _, _):
            try OversightReading.issues(of: study, in: db).filter { $0.statement.number == number }.map(
                \.statement.scope)
        case .blockerOverridden(let blocker), .overrideLifted(let blocker): [blocker.scope]
        case .placeLocked(let locking): [locking.scope]
        case .placeUnlocked(let scope): [scope]
        case .duplicateDecided(let decision): try scopes(of: decision.documents, in: db)
        }
    }

    private func scopes(of documents: [DocumentNumber], in db: Database) throws -> [Scope] {
        try documents.compactMap { try CatalogReading.document($0, of: study, in: db)?.facts.scope }
    }
}

extension StudyChange {
    /// Where in the trial the changed entity stands; the trial for what concerns all of it.
    var scope: Scope {
        let place: Substring
        switch entity {
        case .study, .setting, .trait, .organization, .rule: return .trial
        case .country, .site: place = key[...]
        case .milestone: place = key.lastIndex(of: "/").map { key[..<$0] } ?? "trial"
        case .person:
            // An id or a role may have a slash of its own, so they are cut off as what they are.
            let person = to == .null ? from : to
            let suffix = "/\(person["id"]?.string ?? "")/\(person["role"]?.string ?? "")"
            place = key.hasSuffix(suffix) ? key.dropLast(suffix.count) : "trial"
        }
        return Scope(String(place)) ?? .trial
    }
}
