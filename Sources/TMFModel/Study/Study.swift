/// A trial as its file must know it: where it runs, who takes part, when its milestones fall.
public struct Study: Hashable, Sendable, Identifiable {
    /// The protocol number: `ABC-101`.
    public var id: String
    public var title: String
    public var sponsor: String
    /// The version of the reference model, `3.3.1`.
    public var model: String
    /// The SHA-256 of the model's table, if it is one that a store keeps: said when the study first used it.
    public var modelDigest: Digest?
    /// What the trial's design brings with it, such as `blinded`; rules ask for them.
    public var traits: [String]
    public var settings: StudySettings
    public var organizations: [Organization]
    public var milestones: [Milestone]
    /// People of the trial as a whole.
    public var people: [Person]
    public var countries: [Country]
    /// What the study adds to the stock rules of what is expected, changes in them, or switches off.
    public var rules: [Rule]

    public init(
        id: String, title: String = "", sponsor: String = "", model: String = "3.3.1", traits: [String] = [],
        settings: StudySettings = StudySettings(), organizations: [Organization] = [], milestones: [Milestone] = [],
        people: [Person] = [], countries: [Country] = [], rules: [Rule] = []
    ) {
        self.id = id
        self.title = title
        self.sponsor = sponsor
        self.model = model
        self.traits = traits
        self.settings = settings
        self.organizations = organizations
        self.milestones = milestones
        self.people = people
        self.countries = countries
        self.rules = rules
    }

    /// A company or institution with a part in the trial.
    public struct Organization: Hashable, Sendable {
        public var id: String
        public var name: String
        /// `cro`, `central-laboratory`…
        public var kind: String
        /// The places whose records it answers for; empty if it answers only for those about itself.
        public var responsible: [Responsibility]

        public init(id: String, name: String, kind: String, responsible: [Responsibility] = []) {
            self.id = id
            self.name = name
            self.kind = kind
            self.responsible = responsible
        }
    }

    /// One of the reference model's milestones, with its dates in one scope.
    public struct Milestone: Hashable, Sendable {
        /// `01` to `12`
        public var milestone: String
        public var planned: Day?
        public var actual: Day?

        public init(milestone: String, planned: Day? = nil, actual: Day? = nil) {
            self.milestone = milestone
            self.planned = planned
            self.actual = actual
        }
    }

    public struct Person: Hashable, Sendable {
        public var id: String
        public var name: String
        /// `principal-investigator`, `sub-investigator`…
        public var role: String
        /// First and last day in the role; nil where not known or not over.
        public var from: Day?
        public var to: Day?

        public init(id: String, name: String, role: String, from: Day? = nil, to: Day? = nil) {
            self.id = id
            self.name = name
            self.role = role
            self.from = from
            self.to = to
        }
    }

    public struct Country: Hashable, Sendable {
        public var code: CountryCode
        public var activated: Day?
        public var closed: Day?
        public var milestones: [Milestone]
        public var people: [Person]
        public var sites: [Site]
        /// ISO 639-1 codes of the languages in which subjects are addressed, `de`; each once.
        public var languages: [String]

        public init(
            code: CountryCode, activated: Day? = nil, closed: Day? = nil, milestones: [Milestone] = [],
            people: [Person] = [], sites: [Site] = [], languages: [String] = []
        ) {
            self.code = code
            self.activated = activated
            self.closed = closed
            self.milestones = milestones
            self.people = people
            self.sites = sites
            self.languages = languages
        }
    }

    public struct Site: Hashable, Sendable {
        /// The site's number; unique in the study.
        public var id: String
        public var name: String
        public var activated: Day?
        public var closed: Day?
        public var milestones: [Milestone]
        public var people: [Person]
        /// Those of its country's languages in which subjects are addressed here; all of them if empty.
        public var languages: [String]

        public init(
            id: String, name: String = "", activated: Day? = nil, closed: Day? = nil, milestones: [Milestone] = [],
            people: [Person] = [], languages: [String] = []
        ) {
            self.id = id
            self.name = name
            self.activated = activated
            self.closed = closed
            self.milestones = milestones
            self.people = people
            self.languages = languages
        }
    }
}

/// Thresholds and switches of a study. Every figure that depends on one is printed beside it.
public struct StudySettings: Hashable, Sendable {
    /// Days from the later of document date and received date within which a version is filed on time; 1 or more.
    public var filingDays: Int
    /// Days before its expiry from which a version counts as expiring; 0 or more.
    public var expiryWindowDays: Int
    /// Whether a filed version must be accepted by quality control before it counts.
    public var isQualityControlRequired: Bool
    /// What the figures should reach.
    public var targets: StudyTargets
    /// How records are called of which nobody says a title.
    public var titles: TitleTemplates

    public init(
        filingDays: Int = 30, expiryWindowDays: Int = 90, isQualityControlRequired: Bool = false,
        targets: StudyTargets = StudyTargets(), titles: TitleTemplates = TitleTemplates()
    ) {
        self.filingDays = filingDays
        self.expiryWindowDays = expiryWindowDays
        self.isQualityControlRequired = isQualityControlRequired
        self.targets = targets
        self.titles = titles
    }
}
