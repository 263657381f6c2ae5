public import TMFModel

/// What may be destroyed on a day, and why, and what may not.
///
/// Two things may go: the original of a version whose certified copy is filed, as soon as the register of copies says so;
/// and what the sponsor or the investigator keeps outside the store, when the period of its part of the file is over.
/// A hold keeps both. The store keeps its own bytes whatever happens to them.
public struct DisposalList: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public let document: Document
        /// The version whose original it is; nil for all of the document's.
        public let version: Int?
        public let subject: DisposalStatement.Subject
        /// Why it may be destroyed, or could be if nothing stood in the way.
        public let basis: String
        /// What stands in the way, holds among it; empty if nothing does.
        public let blockers: [String]

        public var mayBeDestroyed: Bool { blockers.isEmpty }
    }

    public let day: Day
    /// By document; originals before what else is kept.
    public let entries: [Entry]

    /// By rules, events and holds as `report` has them, without what is on record as destroyed.
    ///
    /// Copies that the sponsor keeps may go when the sponsor's part of the whole study may; an investigator's when that of
    /// the country may, and of a record of the trial when those of all countries may.
    public init(_ snapshot: StudySnapshot, model: ReferenceModel, report: RetentionReport, on day: Day) {
        self.day = day
        var gone: Set<Key> = []
        for disposal in report.ledger.disposals {
            let statement = disposal.statement
            gone.insert(Key(statement.document, statement.subject, statement.version))
        }
        let copies = Dictionary(
            CopyRegister(snapshot).entries.map { ($0.document.number, $0) }, uniquingKeysWith: { first, _ in first })
        var periods = Periods(report, day: day)
        var entries: [Entry] = []
        for document in snapshot.documents {
            let holds = report.ledger.holds(on: document).map {
                "held by \($0.number) (\($0.statement.kind.rawValue)) since \($0.at.day): \($0.reason)"
            }
            if let copy = copies[document.number] { entries.append(Self.original(copy, holds)) }
            guard document.versions.contains(where: { !$0.isSignpost }) else { continue }
            for part in model.parts(of: document.facts.artifact) {
                let (basis, blocker) = periods.reckoned(part, country: document.facts.scope.country)
                entries.append(
                    Entry(
                        document: document, version: nil, subject: part == .sponsor ? .sponsor : .investigator,
                        basis: basis, blockers: [blocker].compactMap { $0 } + holds))
            }
        }
        self.entries = entries.filter { !gone.contains(Key($0.document.number, $0.subject, $0.version)) }
    }

    /// What may be destroyed but for what can be mended: everything without that whose period still runs.
    public var candidates: [Entry] {
        entries.filter { $0.subject == .original || !$0.blockers.contains { $0.hasPrefix(Periods.running) } }
    }

    public func entry(_ document: DocumentNumber, _ subject: DisposalStatement.Subject) -> Entry? {
        entries.first { $0.document.number == document && $0.subject == subject }
    }

    private static func original(_ copy: CopyRegister.Entry, _ holds: [String]) -> Entry {
        let statement = copy.statement
        let certified = [
            statement.certifiedBy.map { "by \($0)" }, statement.certifiedOn.map { "on \($0)" },
            statement.certifiedMethod,
        ].compactMap { $0 }.joined(separator: ", ")
        return Entry(
            document: copy.document, version: copy.version.ordinal, subject: .original,
            basis: statement.kind == .certifiedCopy
                ? "a certified copy takes the original's place: \(certified)" : "a copy is filed",
            blockers: copy.missing + holds)
    }

    private struct Key: Hashable {
        let document: DocumentNumber
        let subject: DisposalStatement.Subject
        let version: Int?

        init(_ document: DocumentNumber, _ subject: DisposalStatement.Subject, _ version: Int?) {
            self.document = document
            self.subject = subject
            self.version = version
        }
    }

    /// What the rules say of each part, reckoned once.
    private struct Periods {
        static let running = "the period runs"
        let report: RetentionReport
        let day: Day
        var known: [RecordSelection.Part: [CountryCode?: (basis: String, blocker: String?)]] = [:]

        init(_ report: RetentionReport, day: Day) {
            self.report = report
            self.day = day
        }

        mutating func reckoned(
            _ part: RecordSelection.Part, country: CountryCode?
        ) -> (basis: String, blocker: String?) {
            let country = part == .sponsor ? nil : country
            if let reckoned = known[part]?[country] { return reckoned }
            let parts = report.parts.filter {
                $0.part == part && (part == .sponsor ? $0.country == nil : country == nil || $0.country == country)
            }
            let reckoned = reckon(parts, part)
            known[part, default: [:]][country] = reckoned
            return reckoned
        }

        private func reckon(
            _ parts: [RetentionReport.Part], _ part: RecordSelection.Part
        ) -> (basis: String, blocker: String?) {
            let name = "the \(part.rawValue)'s part"
            guard !parts.isEmpty, parts.allSatisfy({ !$0.lines.isEmpty }) else {
                return ("nothing is reckoned", "\(Self.running): no rule of the table speaks of \(name)")
            }
            let lines = parts.flatMap(\.lines)
            let open = Set(lines.filter { $0.end == nil }.map(\.rule.id)).sorted()
            guard open.isEmpty, let end = lines.compactMap(\.end).max() else {
                return (
                    "nothing is reckoned", "\(Self.running): it is open by \(open.joined(separator: ", "))"
                )
            }
            let longest = lines.first { $0.end == end }
            let basis = "\(name) was to be kept through \(end): \(longest?.sentence ?? "")"
            return (basis, end < day ? nil : "\(Self.running) through \(end), by \(longest?.rule.id ?? "")")
        }
    }

    public static let keys = [
        "document", "version", "artifact", "place", "title", "subject", "may_be_destroyed", "basis", "blockers",
    ]
}

extension DisposalList.Entry {
    public var json: JSON {
        .full([
            ("document", .string(document.number.description)), ("version", version.map(JSON.int)),
            ("artifact", .string(document.facts.artifact.description)),
            ("place", .string(document.facts.scope.description)), ("title", .string(document.facts.title)),
            ("subject", .string(subject.rawValue)), ("may_be_destroyed", .bool(mayBeDestroyed)),
            ("basis", .string(basis)), ("blockers", .array(blockers.map { .string($0) })),
        ])
    }
}

extension ReferenceModel {
    /// The parts of the file that an artifact belongs to. What the model does not know is the sponsor's own.
    func parts(of number: ArtifactNumber) -> [RecordSelection.Part] {
        guard let artifact = artifact(number) else { return [.sponsor] }
        return (artifact.isForSponsor ? [.sponsor] : []) + (artifact.isForInvestigator ? [.investigator] : [])
    }
}
