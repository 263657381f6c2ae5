/// A list that another system keeps of a trial, such as a CTMS of sites or an EDC of safety cases: what the file is
/// held against.
public struct TrialList: Hashable, Sendable {
    /// What the rows of a list are.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case sites, people, visits, amendments, safety
    }

    /// What a column says. Raw values are the names in the header.
    public enum Column: String, Hashable, Sendable, CaseIterable {
        case site, country, name, activated, closed
        /// The person's id in the study file.
        case person
        case role, from, to
        /// Of a visit, an amendment or a safety report.
        case date
        /// Of a visit: qualification, initiation, monitoring or close-out.
        case type
        /// The protocol version that an amendment made, as printed on it.
        case version
        case amendment
        case regulatoryApproval = "regulatory_approval"
        case ethicsApproval = "ethics_approval"
        case safetyCase = "case"

        /// Whether its cells are days.
        public var isDay: Bool {
            switch self {
            case .activated, .closed, .from, .to, .date, .regulatoryApproval, .ethicsApproval: true
            default: false
            }
        }
    }

    public struct Row: Hashable, Sendable {
        /// As a spreadsheet counts it.
        public let row: Int
        /// Cells that are not blank.
        public let texts: [Column: String]
        public let days: [Column: Day]
        public let country: CountryCode?

        public init(row: Int, texts: [Column: String] = [:], days: [Column: Day] = [:], country: CountryCode? = nil) {
            self.row = row
            self.texts = texts
            self.days = days
            self.country = country
        }
    }

    public let kind: Kind
    /// The columns that the list has, of those that its kind knows.
    public let columns: Set<Column>
    public let rows: [Row]

    public init(kind: Kind, columns: Set<Column>, rows: [Row]) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
    }
}

extension TrialList.Kind {
    /// Columns without which a list of this kind says nothing: of each group one must be there.
    public var required: [[TrialList.Column]] {
        switch self {
        case .sites: [[.site]]
        case .people: [[.person, .name], [.role]]
        case .visits: [[.site], [.date]]
        case .amendments: [[.version]]
        case .safety: [[.safetyCase]]
        }
    }

    /// Columns that are compared where they are there.
    public var optional: [TrialList.Column] {
        switch self {
        case .sites: [.country, .name, .activated, .closed]
        case .people: [.country, .site, .from, .to]
        case .visits: [.country, .type]
        case .amendments: [.amendment, .country, .date, .regulatoryApproval, .ethicsApproval]
        case .safety: [.country, .site, .date]
        }
    }

    /// The kind that a file's name begins or ends with, such as `sites.csv` or `ctms-visits-2026.csv`; nil if it names
    /// none, or several.
    public init?(fileName: String) {
        let words = fileName.lowercased().split { !$0.isLetter }.map(String.init)
        let named = TrialList.Kind.allCases.filter { words.contains($0.rawValue) }
        guard let only = named.first, named.count == 1 else { return nil }
        self = only
    }
}
