public import TMFModel

/// Why a version deserves a closer look: what makes it more likely to be drawn, and what a reviewer takes first.
public enum RiskFactor: String, Hashable, Sendable, CaseIterable {
    /// The reference model counts its artifact as core.
    case core
    /// It could unblind.
    case restricted
    /// Quality control sent the document back before; counted once for every return, three at most.
    case returned
    /// It was filed after the study's filing days.
    case late

    /// What every version weighs without any of these.
    public static let baseWeight = 2

    /// What the factor adds to the weight.
    public var weight: Int {
        switch self {
        case .core: 2
        case .restricted: 4
        case .returned: 3
        case .late: 2
        }
    }

    /// Raised whenever a weight changes: a sample names the version it was drawn by.
    public static let weighting = 1

    /// The most returns of a document that count.
    static let mostReturns = 3
}

/// A version's risk: its factors, and the weight they add up to.
public struct VersionRisk: Hashable, Sendable {
    /// In the order of `RiskFactor`; `returned` once for every return that counts.
    public let factors: [RiskFactor]

    public init(factors: [RiskFactor]) { self.factors = factors }

    /// 2 or more.
    public var weight: Int { factors.reduce(RiskFactor.baseWeight) { $0 + $1.weight } }

    /// `core, returned × 2`
    public var inWords: String {
        RiskFactor.allCases.compactMap { factor in
            let count = factors.count { $0 == factor }
            return count == 0 ? nil : count == 1 ? factor.rawValue : "\(factor.rawValue) × \(count)"
        }.joined(separator: ", ")
    }
}

/// Finds the risk of versions; what it needs of the binder is looked up once.
public struct RiskTable: Sendable {
    private let core: Set<ArtifactNumber>
    private let returns: [DocumentNumber: Int]
    private let filingDays: Int

    public init(_ binder: Binder) {
        core = Set(binder.model.artifacts.filter(\.isCore).map(\.number))
        returns = binder.snapshot.oversight.returns.reduce(into: [:]) { $0[$1.document, default: 0] += 1 }
        filingDays = binder.study.settings.filingDays
    }

    public func risk(of version: Version, in document: Document) -> VersionRisk {
        var factors: [RiskFactor] = []
        if core.contains(document.facts.artifact) { factors.append(.core) }
        if document.facts.isRestricted { factors.append(.restricted) }
        let count = min(RiskFactor.mostReturns, returns[document.number] ?? 0)
        factors += Array(repeating: .returned, count: count)
        if let delay = version.filingDelay, delay > filingDays { factors.append(.late) }
        return VersionRisk(factors: factors)
    }
}
