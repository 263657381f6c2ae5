import GRDB
public import TMFModel

extension Store {
    /// The last day of every month in which the study was there, as far as `from` and `to` go, and `day` for the month it
    /// falls in: the days of a trend.
    public func monthEnds(
        of study: String, from: Month? = nil, to: Month? = nil, until day: Day
    ) throws -> [Day] {
        guard let began = try entries(of: study, 1...1).first?.at.day, began <= day else { return [] }
        let first = max(from ?? Month(of: began), Month(of: began))
        return Month.ends(from: first, through: min(to ?? Month(of: day), Month(of: day)), until: day)
    }

    /// Everything known and filed at the end of each of the days, the earliest first, by reading the journal once.
    ///
    /// Days before the study was there are passed over. One snapshot is in memory at a time if `body` keeps none; the
    /// store answers nothing else meanwhile, so `body` must not ask it. `later` is what was known at the end of the last
    /// of the days or after it, if somebody read that already: its documents are shared, not read once more.
    public func forEachSnapshot(
        of study: String, atEndsOf days: [Day], knowing later: StudySnapshot? = nil,
        _ body: (Day, StudySnapshot) throws -> Void
    ) throws {
        func complete(_ day: Day, _ snapshot: StudySnapshot) throws { try body(day, withModel(snapshot)) }
        try database.read { db in
            guard let head = try JournalTable.head(of: study, in: db) else { return }
            let past = days.filter { $0 < head.at.day }.sorted()
            if !past.isEmpty { try replay(study, stoppingAfter: past, knowing: later, in: db, head: head, complete) }
            let present = days.filter { $0 >= head.at.day }.sorted()
            guard !present.isEmpty,
                let now = try CatalogReading.snapshot(of: study, in: db, head: head, beside: CatalogTwin(root: root))
            else { return }
            for day in present { try complete(day, now) }
        }
    }

    private func replay(
        _ study: String, stoppingAfter days: [Day], knowing later: StudySnapshot?, in db: Database,
        head: JournalHead?, _ body: (Day, StudySnapshot) throws -> Void
    ) throws {
        let moments = try days.compactMap { day in
            try JournalTable.head(of: study, until: Instant(endOf: day), in: db).map { (day: day, head: $0) }
        }
        let settled = try SettledDocuments(of: study, at: moments.map(\.head.seq), in: db) { newest in
            // The later snapshot knows every entry about them.
            if let later { return later.documents }
            return try CatalogReading.documents(
                of: study, through: newest, in: db, head: head, beside: CatalogTwin(root: root))
        }
        let replay = try JournalReplay(study: study)
        var applied = 0
        for (day, head) in moments {
            try settled.forEachOtherLine(of: study, after: applied, through: head.seq, in: db) {
                try replay.apply($0)
            }
            applied = head.seq
            if let snapshot = try replay.snapshot(head: head) {
                try body(day, settled.complete(snapshot, through: head.seq))
            }
        }
    }
}
