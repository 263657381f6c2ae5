import GRDB
public import TMFModel

extension Store {
    /// The studies of the store, by name.
    public func studies() throws -> [String] { try database.read { try JournalTable.studies(in: $0) } }

    /// The study that is meant: the named one, or the only one. Throws `StoreError`.
    public func study(named name: String?) throws -> String {
        let known = try studies()
        if let name {
            guard known.contains(name) else { throw StoreError.noSuchStudy(name, known: known) }
            return name
        }
        guard let only = known.first, known.count == 1 else { throw StoreError.whichStudy(known: known) }
        return only
    }

    /// The newest entry of a study's journal; nil if the study has none.
    public func head(of study: String) throws -> JournalHead? {
        try database.read { try JournalTable.head(of: study, in: $0) }
    }

    /// Everything known and filed: now, or at the end of a past day, rebuilt from the journal.
    ///
    /// Throws `StoreError.noSuchStudy` if there is none of that name, `StoreError.notYetThere` if it came later.
    public func snapshot(of study: String, asOf day: Day? = nil) throws -> StudySnapshot {
        let snapshot = try database.read { db -> StudySnapshot? in
            let head = try JournalTable.head(of: study, in: db)
            guard let day, let head, day < head.at.day else {
                return try CatalogReading.snapshot(of: study, in: db, head: head, beside: CatalogTwin(root: root))
            }
            guard let past = try JournalTable.head(of: study, until: Instant(endOf: day), in: db) else { return nil }
            let settled = try SettledDocuments(of: study, at: [past.seq], in: db) { newest in
                try CatalogReading.documents(
                    of: study, through: newest, in: db, head: head, beside: CatalogTwin(root: root))
            }
            let replay = try JournalReplay(study: study)
            try settled.forEachOtherLine(of: study, through: past.seq, in: db) { try replay.apply($0) }
            return try replay.snapshot(head: past).map { settled.complete($0, through: past.seq) }
        }
        if let snapshot { return try withModel(snapshot) }
        if let first = try entries(of: study, 1...1).first { throw StoreError.notYetThere(study, first: first.at) }
        throw StoreError.noSuchStudy(study, known: try studies())
    }

    /// The same, with the documents one at a time, in the order of their numbers: everything else is handed to `frame`
    /// first, as a snapshot without documents. All of it is of one moment.
    ///
    /// Throws `StoreError.noSuchStudy` if the study was not there yet.
    public func read(
        _ study: String, asOf day: Day? = nil, frame: (StudySnapshot) throws -> Void,
        document: (Document) throws -> Void
    ) throws {
        func complete(_ snapshot: StudySnapshot) throws { try frame(withModel(snapshot)) }
        let isThere = try database.read { db in
            let head = try JournalTable.head(of: study, in: db)
            guard let day, let head, day < head.at.day else {
                return try CatalogReading.read(study, in: db, head: head, frame: complete, document: document)
            }
            let past = try JournalTable.head(of: study, until: Instant(endOf: day), in: db)
            let replay = try JournalReplay(study: study)
            try JournalTable.forEachLine(of: study, through: past?.seq ?? 0, in: db) { try replay.apply($0.line) }
            return try replay.read(head: past, frame: complete, document: document)
        }
        if !isThere { throw StoreError.noSuchStudy(study, known: try studies()) }
    }

    /// The journal's lines after entry `seq`, oldest first, one in memory at a time.
    public func forEachLine(of study: String, after seq: Int = 0, _ body: (JournalLine) throws -> Void) throws {
        try database.read { db in try JournalTable.forEachLine(of: study, after: seq, in: db, body) }
    }

    /// The entries that speak of a document, oldest first.
    public func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry] {
        // CROSS JOIN keeps the order: by the few entries of the document, never through the whole journal.
        let sql = """
            SELECT line FROM mention CROSS JOIN journal USING (study, seq)
            WHERE mention.study = ? AND mention.document = ? ORDER BY seq
            """
        // One question, asked of every document of a package: it needs no transaction, and is prepared once.
        let lines = try database.unsafeRead { db in
            try String.fetchAll(db.cachedStatement(sql: sql), arguments: [study, Int(document.value)])
        }
        return try lines.map { try JournalEntry(line: $0) }
    }

    /// Every document with the number of every entry that speaks of it.
    public func forEachMention(of study: String, _ body: (DocumentNumber, Int) throws -> Void) throws {
        try database.read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT document, seq FROM mention WHERE study = ?", arguments: [study])
            while let row = try rows.next() { try body(DocumentNumber(row[0] as Int), row[1]) }
        }
    }

    /// The study as it stands; nil if the store has none of that name.
    public func currentStudy(_ id: String) throws -> Study? {
        try database.read { try CatalogReading.study(id, in: $0) }
    }

    /// One document with its versions; nil if there is none of that number.
    public func document(_ number: DocumentNumber, in study: String) throws -> Document? {
        try database.read { try CatalogReading.document(number, of: study, in: $0) }
    }

    public func waivers(of study: String) throws -> [Waiver] {
        try database.read { try CatalogReading.waivers(of: study, in: $0) }
    }

    /// Quality control, issues, gates and locks as they stand.
    public func oversight(of study: String) throws -> Oversight {
        try database.read { try OversightReading.oversight(of: study, in: $0) }
    }

    /// The locked parts of the trial.
    public func locks(of study: String) throws -> [PlaceLock] {
        try database.read { try OversightReading.locks(of: study, in: $0) }
    }

    /// Asks whether locks would let events through, without recording them. Throws what `record` would.
    public func checkLocks(_ events: [JournalEvent], in study: String, by attribution: Attribution) throws {
        try database.read { db in
            let locks = try LockGuard(of: study, in: db)
            for event in events { try locks.check(event, by: attribution, in: db) }
        }
    }

    public func links(of study: String) throws -> [DocumentLink] {
        try database.read { try CatalogReading.links(of: study, in: $0) }
    }
}

extension Store {
    /// The entries with these numbers, oldest first.
    public func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        try database.read { db in
            try JournalTable.forEachLine(
                of: study, after: numbers.lowerBound - 1, through: numbers.upperBound, in: db
            ) { entries.append(try JournalEntry(line: $0.line)) }
        }
        return entries
    }
}
