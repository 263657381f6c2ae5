import TMFModel
import TMFStore

/// Which entries of the journal a package withholds: those about withheld records, and those that would give away what
/// such a record is called.
///
/// A title or file name of eight characters or more gives a record away unless the package says it anyway: as the name,
/// or, if the record is not restricted, within the name of a record that is in; in the model; or in the study file. An entry that belongs to no record (a waiver, an issue, an
/// override, a lock, a hold) is withheld with all that follows from it; an open record whose own entries name a withheld one
/// is withheld, too.
struct WithheldEntries {
    /// Reasons for withholding records besides the selection's.
    private(set) var records: [DocumentNumber: String] = [:]
    /// Things without a record that are withheld.
    private(set) var things: Set<Thing> = []
    /// By the number of the entry.
    private var isWithheld: [Bool] = []
    private(set) var count = 0

    /// What an entry is about that is about no record.
    enum Thing: Hashable {
        case waiver(SlotAddress)
        case issue(IssueNumber)
        case override(gate: String, blocker: String)
        case lock(Scope)
        case sample(Int)
        case retentionEvent(String, CountryCode?)
        case hold(HoldNumber)
        /// An entry that nothing follows from in its own right.
        case entry(Int)
    }

    static let namingReason = "names a withheld record"

    /// Withholds nothing.
    init() {}

    /// Reads the journal of `study` through entry `last`; more than once only if records are found that name others.
    init(
        withheld first: Set<DocumentNumber>, in snapshot: StudySnapshot, model: ReferenceModel, store: Store,
        through last: Int
    ) throws {
        isWithheld = [Bool](repeating: false, count: last + 1)
        var withheld = first
        while !withheld.isEmpty {
            let naming = try read(withheld, snapshot, model, store, last)
            if naming.isEmpty { break }
            for document in naming { records[document] = WithheldEntries.namingReason }
            withheld.formUnion(naming)
        }
        count = isWithheld.reduce(0) { $0 + ($1 ? 1 : 0) }
    }

    func contains(_ seq: Int) -> Bool { seq < isWithheld.count && isWithheld[seq] }

    /// Marks what is withheld. Returns open records whose entries name a withheld one.
    private mutating func read(
        _ withheld: Set<DocumentNumber>, _ snapshot: StudySnapshot, _ model: ReferenceModel, _ store: Store,
        _ last: Int
    ) throws -> Set<DocumentNumber> {
        let study = snapshot.study.id
        try store.forEachMention(of: study) { document, seq in
            if seq <= last, withheld.contains(document) { isWithheld[seq] = true }
        }
        let telling = try telling(withheld, snapshot, model, store, last)
        guard !telling.isEmpty else { return [] }
        var naming: Set<DocumentNumber> = []
        var ofThings: [Thing: [Int]] = [:]
        try store.forEachLine(of: study) { line in
            guard line.seq <= last, !isWithheld[line.seq] else { return }
            let isNaming = telling.finds(in: line.line)
            // Entries without a document are few: what belongs to one thing is kept together.
            guard isNaming || !line.line.contains("\"document\":\"D-") else { return }
            let entry = try JournalEntry(line: line.line)
            let thing = Thing(entry)
            if isNaming {
                naming.formUnion(entry.event.documents)
                if let thing { things.insert(thing) }
            }
            if let thing { ofThings[thing, default: []].append(line.seq) }
        }
        for thing in things { for seq in ofThings[thing] ?? [] { isWithheld[seq] = true } }
        return naming
    }

    /// The names by which somebody could know a withheld record.
    private func telling(
        _ withheld: Set<DocumentNumber>, _ snapshot: StudySnapshot, _ model: ReferenceModel, _ store: Store,
        _ last: Int
    ) throws -> NameMatching {
        var restricted: Set<String> = []
        var others: Set<String> = []
        let secret = Set(snapshot.documents.filter(\.facts.isRestricted).map(\.number))
        func note(_ names: [String], of document: DocumentNumber) {
            if secret.contains(document) { restricted.formUnion(names) } else { others.formUnion(names) }
        }
        for document in snapshot.documents where withheld.contains(document.number) {
            note(WithheldEntries.names(of: document), of: document.number)
        }
        try store.forEachLine(of: snapshot.study.id) { line in
            guard line.seq <= last, isWithheld[line.seq], line.line.contains("\"event\":\"document.amended\"") else {
                return
            }
            guard case .documentAmended(let number, _, let changes) = try JournalEntry(line: line.line).event,
                withheld.contains(number)
            else { return }
            for change in changes where ["title", "original_name"].contains(change.field) {
                note([change.from.string, change.to.string].compactMap { $0 }, of: number)
            }
        }
        return NameMatching(
            WithheldEntries.unknown(restricted, others.subtracting(restricted), snapshot, withheld, model))
    }

    private static func names(of document: Document) -> [String] {
        [document.facts.title] + document.versions.compactMap(\.facts.originalName)
    }

    /// The names without those that the package says anyway. A restricted record's name is no less telling for being a
    /// part of an open record's: only one that another bears as it is, is known.
    private static func unknown(
        _ restricted: Set<String>, _ others: Set<String>, _ snapshot: StudySnapshot, _ withheld: Set<DocumentNumber>,
        _ model: ReferenceModel
    ) -> Set<String> {
        let (all, parts) = (NameMatching(restricted.union(others)), NameMatching(others))
        var known: Set<String> = []
        func note(_ text: String, _ matching: NameMatching) { matching.forEachName(in: text) { known.insert($0) } }
        for document in snapshot.documents where !withheld.contains(document.number) {
            for name in names(of: document) {
                known.insert(NameMatching.spelled(name))
                note(name, parts)
            }
        }
        for artifact in model.artifacts {
            for name in [artifact.name] + artifact.subArtifacts + artifact.alternateNames { note(name, all) }
        }
        for change in snapshot.study.changes(since: nil) { note(change.key + " " + change.to.line, all) }
        return restricted.union(others).filter { !known.contains(NameMatching.spelled($0)) }
    }
}

extension WithheldEntries.Thing {
    /// Nil for an entry about records.
    init?(_ entry: JournalEntry) {
        guard entry.event.documents.isEmpty else { return nil }
        switch entry.event {
        case .slotWaived(let address), .waiverLifted(let address): self = .waiver(address)
        case .oversight(.issueRaised(let statement)): self = .issue(statement.number)
        case .oversight(.issueAnswered(let number, _, _, _)), .oversight(.issueClosed(let number, _, _)):
            self = .issue(number)
        case .oversight(.blockerOverridden(let blocker)), .oversight(.overrideLifted(let blocker)):
            self = .override(gate: blocker.gate, blocker: blocker.blocker)
        case .oversight(.placeLocked(let locking)): self = .lock(locking.scope)
        case .oversight(.placeUnlocked(let scope)): self = .lock(scope)
        case .oversight(.sampleDrawn(let draw)): self = .sample(draw.number)
        case .retention(.eventStated(let event, _)), .retention(.eventWithdrawn(let event)):
            self = .retentionEvent(event.name, event.country)
        case .retention(.holdPlaced(let statement)): self = .hold(statement.number)
        case .retention(.holdLifted(let number, _)): self = .hold(number)
        default: self = .entry(entry.seq)
        }
    }
}

extension StudySnapshot {
    /// The snapshot without what is withheld although it belongs to no record.
    func withholding(_ things: Set<WithheldEntries.Thing>) -> StudySnapshot {
        guard !things.isEmpty else { return self }
        var oversight = oversight
        oversight.samples.removeAll { things.contains(.sample($0.draw.number)) }
        oversight.issues.removeAll { things.contains(.issue($0.statement.number)) }
        oversight.overrides.removeAll {
            things.contains(.override(gate: $0.overridden.gate, blocker: $0.overridden.blocker))
        }
        oversight.locks.removeAll { things.contains(.lock($0.locking.scope)) }
        oversight.retention.events.removeAll { things.contains(.retentionEvent($0.event.name, $0.event.country)) }
        oversight.retention.holds.removeAll { things.contains(.hold($0.number)) }
        return StudySnapshot(
            study: study, documents: documents, waivers: waivers.filter { !things.contains(.waiver($0.address)) },
            links: links, oversight: oversight, head: head, keptModel: keptModel, remarks: remarks,
            likenesses: likenesses)
    }
}
