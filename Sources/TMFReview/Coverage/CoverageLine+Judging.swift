import TMFModel

extension CoverageLine {
    /// Compares needs and holdings up to the day of the binder: what comes after it is the matter of expiry.
    init(
        requirement: CoverageRequirement, artifact: ArtifactNumber, person: String?, organization: String?,
        needs: [Need], held: [Holding], unapproved: [DocumentNumber], isWithheld: Bool, asOf: Day
    ) {
        self.requirement = requirement
        self.artifact = artifact
        self.person = person
        self.organization = organization
        self.needs = needs
        self.held = held
        self.unapproved = unapproved
        let periods = held.map(\.period)
        let needed = Period.merged(
            needs.filter { $0.first <= asOf }.map { Period(first: $0.first, last: min($0.last ?? asOf, asOf)) })
        let isNeededNow = needs.contains { Period(first: $0.first, last: $0.last).contains(asOf) }
        var gaps: [Gap] = []
        for need in needed {
            guard let first = need.first, let last = need.last else { continue }
            for days in Period.days(from: first, to: last, without: periods) {
                guard let first = days.first, let last = days.last else { continue }
                gaps.append(
                    Gap(
                        first: first, last: last, isOpen: last == asOf && isNeededNow,
                        scope: needs.first { Period(first: $0.first, last: $0.last).contains(first) }?.scope ?? .trial,
                        after: held.last { $0.period.last.map { $0 < first } ?? false }))
            }
        }
        self.gaps = isWithheld ? [] : gaps
        state =
            if needed.isEmpty { .notNeeded } else if gaps.isEmpty { .covered } else if isWithheld {
                .withheld
            } else if held.isEmpty { .nothingHeld } else { .gap }
    }
}

extension CoverageLine.Holding {
    /// Every approved version of the documents, and every signpost, by its first day.
    ///
    /// A version that says of itself that it does not expire holds for ever. One that says nothing, or holds until it
    /// is replaced, ends where the next one begins.
    static func all(of documents: [Document]) -> [Self] {
        var found: [Filed] = []
        for document in documents {
            for version in document.versions {
                let counts =
                    version.facts.status == .approved || (version.isSignpost && version.facts.status == .filed)
                guard counts else { continue }
                let holding = Self(
                    document: document.number, version: version.ordinal,
                    period: Period(first: version.facts.documentDate, last: version.expires),
                    isSignpost: version.isSignpost)
                found.append(Filed(holding: holding, facts: document.facts, rule: version.facts.expiryRule))
            }
        }
        found.sort { order($0.holding) < order($1.holding) }
        return found.indices.map { place in
            let filed = found[place]
            let holding = filed.holding
            guard holding.period.last == nil, filed.rule != ExpiryRule.none, !holding.isSignpost,
                let first = holding.period.first,
                let next = found[(place + 1)...].first(where: {
                    $0.replaces(filed) && $0.holding.period.first.map { $0 > first } ?? false
                })?.holding.period.first
            else { return holding }
            return Self(
                document: holding.document, version: holding.version,
                period: Period(first: first, last: next.adding(days: -1)), isSignpost: false)
        }
    }

    private struct Filed {
        let holding: CoverageLine.Holding
        let facts: DocumentFacts
        let rule: ExpiryRule?

        /// Whether this is the next one after a version without an end. Two documents about a place may be about
        /// different matters: the later one replaces the earlier one only if that says that it can be replaced.
        func replaces(_ earlier: Filed) -> Bool {
            if holding.document == earlier.holding.document { return true }
            let isNamed = facts.person != nil || facts.organization != nil
            return facts.subArtifact == earlier.facts.subArtifact
                && (facts.person != nil || facts.scope == earlier.facts.scope)
                && (isNamed || earlier.rule == .untilReplaced)
        }
    }

    private static func order(_ holding: Self) -> (Int, DocumentNumber, Int) {
        (holding.period.first.map { Int($0.daysSince1970) } ?? .min, holding.document, holding.version)
    }
}
