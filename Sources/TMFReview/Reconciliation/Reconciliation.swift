public import TMFModel

/// What a list of another system and the file do not have in common.
public struct Reconciliation: Hashable, Sendable {
    /// A row of the list that the file does not bear out, or something in the file that the list does not know.
    public struct Unmatched: Hashable, Sendable {
        /// As a spreadsheet counts it; nil for what the list does not have.
        public let row: Int?
        /// Nil where no single record is meant.
        public let document: DocumentNumber?
        /// What it is: `site DEU/101`, `visit of 2026-03-05 at DEU/101`.
        public let subject: String
        public let reason: String
    }

    /// A value that the list and the file state differently.
    public struct Difference: Hashable, Sendable {
        public let row: Int
        public let document: DocumentNumber?
        public let subject: String
        /// The list's column.
        public let field: String
        public let list: String
        /// Empty where the file does not say.
        public let tmf: String
    }

    public let kind: TrialList.Kind
    public let rows: Int
    /// Rows that found what they speak of; its values may differ.
    public internal(set) var matched = 0
    public internal(set) var unmatchedInList: [Unmatched] = []
    public internal(set) var unmatchedInTMF: [Unmatched] = []
    public internal(set) var different: [Difference] = []

    init(of list: TrialList) {
        kind = list.kind
        rows = list.rows.count
    }

    /// Holds a list against everything known and filed. Withdrawn documents do not count.
    public init(_ list: TrialList, _ snapshot: StudySnapshot, model: ReferenceModel) {
        self.init(of: list)
        let file = ReconciledFile(snapshot, model: model)
        switch list.kind {
        case .sites: reconcileSites(list, snapshot.study)
        case .people: reconcilePeople(list, file)
        case .visits: reconcileVisits(list, file)
        case .amendments: reconcileAmendments(list, file)
        case .safety: reconcileSafety(list, file)
        }
    }

    /// Whether list and file agree in everything.
    public var isClean: Bool { unmatchedInList.isEmpty && unmatchedInTMF.isEmpty && different.isEmpty }

    /// The object that `tmf reconcile --format json` prints.
    public var json: JSON {
        .full([
            ("kind", .string(kind.rawValue)), ("rows", .int(rows)), ("matched", .int(matched)),
            ("unmatched_in_list", .array(unmatchedInList.map(\.json))),
            ("unmatched_in_tmf", .array(unmatchedInTMF.map(\.json))), ("different", .array(different.map(\.json))),
        ])
    }

    mutating func missing(_ row: TrialList.Row, _ subject: String, _ reason: String) {
        unmatchedInList.append(Unmatched(row: row.row, document: nil, subject: subject, reason: reason))
    }

    mutating func unlisted(_ document: DocumentNumber? = nil, _ subject: String, _ reason: String) {
        unmatchedInTMF.append(Unmatched(row: nil, document: document, subject: subject, reason: reason))
    }

    /// Notes a difference unless the list does not say, or both say the same.
    mutating func compare(
        _ row: TrialList.Row, _ column: TrialList.Column, with tmf: String?, _ subject: String,
        document: DocumentNumber? = nil
    ) {
        guard let list = row.texts[column], list != tmf else { return }
        different.append(
            Difference(
                row: row.row, document: document, subject: subject, field: column.rawValue, list: list,
                tmf: tmf ?? ""))
    }
}

extension Reconciliation.Unmatched {
    fileprivate var json: JSON {
        .full([
            ("row", row.map(JSON.int)), ("document", document.map { .string($0.description) }),
            ("subject", .string(subject)), ("reason", .string(reason)),
        ])
    }
}

extension Reconciliation.Difference {
    fileprivate var json: JSON {
        .full([
            ("row", .int(row)), ("document", document.map { .string($0.description) }), ("subject", .string(subject)),
            ("field", .string(field)), ("list", .string(list)), ("tmf", .string(tmf)),
        ])
    }
}
