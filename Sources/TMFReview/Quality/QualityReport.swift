public import TMFModel

/// How quality control goes: what was reviewed, what was accepted at once, what came back, and how long that took.
public struct QualityReport: Hashable, Sendable {
    /// The figures of one artifact, one contributor, or the whole study.
    public struct Figures: Hashable, Sendable {
        /// Versions reviewed at least once.
        public var reviewed = 0
        /// Those of them that were accepted at their first review.
        public var acceptedFirstTime = 0
        /// Returns, every round counted.
        public var returns = 0
        /// Returns that nothing has answered yet.
        public var unanswered = 0
        /// Days from return to answer: of the answered returns, their number and their sum.
        public var answered = 0
        public var reworkDays = 0

        public init() {}
    }

    /// The figures of one artifact or contributor.
    public struct Group: Hashable, Sendable {
        /// The artifact's number, or who filed.
        public let key: String
        /// The artifact's name; empty for a contributor.
        public let name: String
        public let figures: Figures
    }

    /// How often one reason was given.
    public struct ReasonCount: Hashable, Sendable {
        /// Nil for returns older than the table of reasons.
        public let code: String?
        /// What the table calls it; empty if it does not know the code.
        public let title: String
        public let count: Int
    }

    /// One return, with its clock.
    public struct Rework: Hashable, Sendable {
        public let record: QualityReturn
        public let artifact: ArtifactNumber
        /// Who filed the version that was sent back.
        public let contributor: String
        /// Days from the return to its answer, or to the day of the report.
        public let days: Int
    }

    public let study: String
    public let asOf: Day
    public let total: Figures
    /// Versions that wait, and the days of the longest waiting.
    public let waiting: Int
    public let oldestDays: Int
    /// Accepted versions by the round in which they were accepted: 1 is at the first review.
    public let rounds: [Int: Int]
    /// The most frequent first.
    public let reasons: [ReasonCount]
    public let artifacts: [Group]
    public let contributors: [Group]
    /// The unanswered first, then the longest.
    public let reworks: [Rework]

    /// The figures of everything in a binder, on its day. Withdrawn documents count: their reviews were done.
    public init(binder: Binder) {
        var total = Figures()
        var artifacts: [ArtifactNumber: Figures] = [:]
        var contributors: [String: Figures] = [:]
        var rounds: [Int: Int] = [:]
        var reworks: [Rework] = []
        func count(_ document: Document, _ contributor: String, _ change: (inout Figures) -> Void) {
            change(&total)
            change(&artifacts[document.facts.artifact, default: Figures()])
            change(&contributors[contributor, default: Figures()])
        }
        let returns = Dictionary(grouping: binder.snapshot.oversight.returns, by: \.document)
        for document in binder.snapshot.documents {
            var since = 0
            for version in document.versions {
                guard let first = version.firstReview else { continue }
                count(document, version.filedBy) { figures in
                    figures.reviewed += 1
                    if first == .accepted { figures.acceptedFirstTime += 1 }
                }
                since += (returns[document.number] ?? []).count { $0.version == version.ordinal }
                if version.facts.status == .approved {
                    rounds[since + 1, default: 0] += 1
                    since = 0
                }
            }
            for record in returns[document.number] ?? [] {
                let contributor = document.version(record.version)?.filedBy ?? ""
                let days = record.days(until: binder.asOf)
                count(document, contributor) { figures in
                    figures.returns += 1
                    if record.answer == nil {
                        figures.unanswered += 1
                    } else {
                        figures.answered += 1
                        figures.reworkDays += days
                    }
                }
                reworks.append(
                    Rework(
                        record: record, artifact: document.facts.artifact, contributor: contributor, days: days))
            }
        }
        let queue = binder.qualityQueue
        study = binder.study.id
        asOf = binder.asOf
        self.total = total
        waiting = queue.count
        oldestDays = queue.map(\.days).max() ?? 0
        self.rounds = rounds
        reasons = Self.reasons(binder.snapshot.oversight.returns)
        self.artifacts = artifacts.sorted { $0.key < $1.key }.map {
            Group(key: $0.key.description, name: binder.model.artifact($0.key)?.name ?? "", figures: $0.value)
        }
        self.contributors = contributors.sorted { $0.key < $1.key }.map {
            Group(key: $0.key, name: "", figures: $0.value)
        }
        self.reworks = reworks.sorted {
            ($0.record.answer == nil ? 0 : 1, -$0.days, $0.record.document, $0.record.round)
                < ($1.record.answer == nil ? 0 : 1, -$1.days, $1.record.document, $1.record.round)
        }
    }

    private static func reasons(_ returns: [QualityReturn]) -> [ReasonCount] {
        let counts = returns.reduce(into: [String?: Int]()) { $0[$1.code, default: 0] += 1 }
        return counts.sorted { (-$0.value, $0.key ?? "") < (-$1.value, $1.key ?? "") }.map { code, count in
            ReasonCount(
                code: code, title: code.flatMap { QualityReasonCode.known($0)?.title } ?? "", count: count)
        }
    }
}
