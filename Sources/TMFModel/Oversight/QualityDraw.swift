/// A sample for quality control as it was drawn: enough to draw it again and to prove that nothing else came out.
public struct QualityDraw: Hashable, Sendable {
    /// Which versions could be drawn.
    public enum Population: String, Hashable, Sendable, CaseIterable {
        /// The version in force of every document, drafts and signposts left out.
        case filed
        /// What waits for quality control.
        case waiting
        /// Approved versions in force.
        case approved
    }

    /// A version by its document's number and its ordinal.
    public struct Member: Hashable, Sendable {
        public let document: DocumentNumber
        public let version: Int

        public init(document: DocumentNumber, version: Int) {
            self.document = document
            self.version = version
        }
    }

    /// 1 for the first of a study.
    public let number: Int
    public let seed: Int
    /// 1 to 100.
    public let percent: Int
    public let population: Population
    /// Only this country with its sites, or this site; nil for the whole study.
    public let place: Scope?
    /// How many versions could be drawn.
    public let size: Int
    /// SHA-256 over the population, one line `D-000001/2 7` (version and weight) each, by number, every line ended by LF.
    public let digest: Digest
    /// The version of the table of weights.
    public let weighting: Int
    /// The last entry of the journal that the population was read from.
    public let through: Int
    /// In the order in which they were drawn.
    public let drawn: [Member]

    public init(
        number: Int, seed: Int, percent: Int, population: Population, place: Scope?, size: Int, digest: Digest,
        weighting: Int, through: Int, drawn: [Member]
    ) {
        self.number = number
        self.seed = seed
        self.percent = percent
        self.population = population
        self.place = place
        self.size = size
        self.digest = digest
        self.weighting = weighting
        self.through = through
        self.drawn = drawn
    }
}

/// A draw, by whom, when, and why, and what reviewing its members gave.
public struct QualitySample: Hashable, Sendable {
    /// The latest review of a member since it was drawn.
    public struct Result: Hashable, Sendable {
        public let member: QualityDraw.Member
        public let outcome: QualityReview.Outcome
        public let by: String
        public let at: Instant

        public init(member: QualityDraw.Member, outcome: QualityReview.Outcome, by: String, at: Instant) {
            self.member = member
            self.outcome = outcome
            self.by = by
            self.at = at
        }
    }

    public let draw: QualityDraw
    public let by: String
    public let at: Instant
    public let reason: String?
    /// In the order of the draw; members that nobody has reviewed since are absent.
    public let results: [Result]

    public init(draw: QualityDraw, by: String, at: Instant, reason: String? = nil, results: [Result] = []) {
        self.draw = draw
        self.by = by
        self.at = at
        self.reason = reason
        self.results = results
    }
}

extension QualityDraw.Member: LosslessStringConvertible {
    /// `D-000001/2`
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let document = DocumentNumber(String(parts[0])), let version = Int(parts[1]),
            version >= 1
        else { return nil }
        self.init(document: document, version: version)
    }

    public var description: String { "\(document)/\(version)" }
}
