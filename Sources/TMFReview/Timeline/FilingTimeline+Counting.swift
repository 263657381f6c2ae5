public import TMFModel

extension FilingTimeline {
    /// The timeline of the documents that `includes` takes, or of all; milestones of the scopes that `contains` takes.
    ///
    /// Time is linear in versions; they are gone through twice, and not kept.
    public init(
        _ binder: Binder, includes: (Document) -> Bool = { _ in true }, contains: (Scope) -> Bool = { _ in true }
    ) {
        let limit = binder.study.settings.filingDays
        func forEachFiling(_ body: (Filing) -> Void) {
            for document in binder.snapshot.documents where document.withdrawal == nil && includes(document) {
                for version in document.versions { body(Filing(document.number, version, limit: limit)) }
            }
        }
        let scopes = [Scope.trial] + [.country, .site].flatMap { binder.study.scopes(at: $0) }.filter(contains)
        milestones = TimelineMilestone.all(of: binder.study, binder.model, in: scopes)
        var extent = TimelineExtent(milestones)
        forEachFiling { extent.add($0) }
        var counting = TimelineCounting(
            extent.span(asOf: binder.asOf), isByDay: extent.versions <= Self.dayLimit)
        forEachFiling { counting.add($0) }

        limitDays = limit
        months = counting.months
        cells = counting.cells
        counts = counting.counts
        undated = counting.undated
        outside = counting.outside
        latest = counting.latest.compactMap { $0.lateFiling(limit: limit) }
    }

    /// What the timeline needs of one version.
    struct Filing {
        let document: DocumentNumber
        let version: Int
        let dated: Day?
        let filed: Day
        let delay: Int?
        let counts: Counts

        init(_ document: DocumentNumber, _ version: Version, limit: Int) {
            self.document = document
            self.version = version.ordinal
            dated = version.facts.documentDate
            filed = version.filedDay
            delay = version.filingDelay
            var counts = Counts()
            switch delay {
            case nil: counts.unmeasured = 1
            case let days?: if days <= limit { counts.onTime = 1 } else { counts.late = 1 }
            }
            self.counts = counts
        }

        func lateFiling(limit: Int) -> LateFiling? {
            guard let delay, delay > limit else { return nil }
            return LateFiling(
                document: document, version: version, daysLate: delay - limit, start: filed.adding(days: -delay),
                filed: filed)
        }

        /// The latest filing first.
        static func isLater(_ left: Filing, _ right: Filing) -> Bool {
            (right.delay ?? 0, left.document, left.version) < (left.delay ?? 0, right.document, right.version)
        }
    }
}
