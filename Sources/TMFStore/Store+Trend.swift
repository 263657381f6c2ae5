import GRDB
public import TMFModel

extension Store {
    /// Everything known and filed at the end of each of the days, the earliest first, by reading the journal once.
    ///
    /// Days before the study was there are passed over. One snapshot is in memory at a time if `body` keeps none; the
    /// store answers nothing else meanwhile, so `body` must not ask it.
    public func forEachSnapshot(
        of study: String, atEndsOf days: [Day], _ body: (Day, StudySnapshot) throws -> Void
    ) throws {
        try database.read { db in
            guard let head = try JournalTable.head(of: study, in: db) else { return }
            let past = days.filter { $0 < head.at.day }.sorted()
            if let last = past.last {
                let end = try JournalTable.head(of: study, until: Instant(endOf: last), in: db)
                try Self.replay(study, through: end?.seq ?? 0, stoppingAfter: past, in: db, body)
            }
            let present = days.filter { $0 >= head.at.day }.sorted()
            guard !present.isEmpty, let now = try CatalogReading.snapshot(of: study, in: db, head: head) else { return }
            for day in present { try body(day, now) }
        }
    }

    private static func replay(
        _ study: String, through seq: Int, stoppingAfter days: [Day], in db: Database,
        _ body: (Day, StudySnapshot) throws -> Void
    ) throws {
        let replay = try JournalReplay(study: study)
        var ahead = days[...]
        var head: JournalHead?
        func stop(before day: Day?) throws {
            while let next = ahead.first, day.map({ next < $0 }) ?? true {
                if let head, let snapshot = try replay.snapshot(head: head) { try body(next, snapshot) }
                ahead.removeFirst()
            }
        }
        try JournalTable.forEachLine(of: study, through: seq, in: db) { line in
            let entry = try JournalEntry(line: line.line)
            try stop(before: entry.at.day)
            try replay.apply(entry)
            head = JournalHead(seq: line.seq, hash: line.hash, at: entry.at)
        }
        try stop(before: nil)
    }
}
