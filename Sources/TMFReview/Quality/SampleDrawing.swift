public import TMFModel

/// Draws a risk-weighted sample for quality control.
///
/// The population is put in the order of its numbers, each version with the weight of its risk. A generator that the
/// seed alone determines (SplitMix64) draws one version after the other, each with a chance in proportion to its weight
/// among those left, until `percent` of the population, rounded up, are drawn. The same seed and the same population
/// give the same sample, on any machine and on any day.
public struct SampleDrawing: Sendable {
    public let seed: Int
    /// 1 to 100.
    public let percent: Int
    public let population: QualityDraw.Population
    /// Only this country with its sites, or this site; nil for the whole study.
    public let place: Scope?

    /// Throws `FactError` if the percentage or the seed is out of its bounds.
    public init(
        seed: Int, percent: Int, population: QualityDraw.Population = .filed, place: Scope? = nil
    ) throws(FactError) {
        guard (1...100).contains(percent) else { throw FactError(field: "percent", expected: "1 to 100") }
        guard seed >= 0 else { throw FactError(field: "seed", expected: "a whole number from 0") }
        self.seed = seed
        self.percent = percent
        self.population = population
        self.place = place
    }

    /// The versions that can be drawn with their weights, in the order of their numbers.
    public func candidates(in binder: Binder) -> [(member: QualityDraw.Member, weight: Int)] {
        let table = RiskTable(binder)
        return binder.snapshot.documents.flatMap { document -> [(QualityDraw.Member, Int)] in
            guard place?.contains(document.facts.scope) ?? true else { return [] }
            return versions(of: document).map { version in
                (
                    QualityDraw.Member(document: document.number, version: version.ordinal),
                    table.risk(of: version, in: document).weight
                )
            }
        }
    }

    /// Draws. `number` is the sample's in its study.
    public func draw(from binder: Binder, number: Int) -> QualityDraw {
        let candidates = candidates(in: binder)
        var digest = DigestBuilder()
        for (member, weight) in candidates { digest.add(Array("\(member) \(weight)\n".utf8)[...]) }
        var drawing = WeightedDraw(weights: candidates.map(\.weight), seed: seed)
        var drawn: [QualityDraw.Member] = []
        let count = (candidates.count * percent + 99) / 100
        while drawn.count < count, let place = drawing.next() { drawn.append(candidates[place].member) }
        return QualityDraw(
            number: number, seed: seed, percent: percent, population: population, place: place,
            size: candidates.count, digest: digest.finish(), weighting: RiskFactor.weighting,
            through: binder.snapshot.head?.seq ?? 0, drawn: drawn)
    }

    private func versions(of document: Document) -> [Version] {
        switch population {
        case .waiting: return document.awaitingReview
        case .filed, .approved:
            guard let current = document.current, !current.isSignpost, current.facts.status != .draft,
                population == .filed || current.facts.status == .approved
            else { return [] }
            return [current]
        }
    }
}
