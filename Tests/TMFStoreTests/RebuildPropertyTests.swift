import GRDB
import SystemPackage
import TMFIntake
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFStore

/// Whatever is done, the journal alone makes the same catalog again.
@Suite struct RebuildPropertyTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `rebuilding from the journal makes the catalog that was there`(seed: UInt64) throws {
        let trial = try TrialFolder()
        var live: [String: [Row]] = [:]
        let snapshot: StudySnapshot
        do {
            let store = try trial.create()
            var clerk = try RandomClerk(store: store, folder: trial.folder, seed: seed)
            for _ in 0..<50 {
                if clerk.generator.next() % 4 == 0 { trial.clock.advance(seconds: 40_000) }
                try clerk.act()
            }
            #expect(try store.snapshot(of: "ABC-101").documents.isEmpty == false)
            live = try RebuildPropertyTests.tables(of: store)
            snapshot = try store.snapshot(of: "ABC-101")

            let replay = try JournalReplay(study: "ABC-101")
            try store.forEachLine(of: "ABC-101") { try replay.apply($0.line) }
            #expect(try replay.snapshot(head: store.head(of: "ABC-101")) == snapshot)
        }

        _ = try Store.rebuild(trial.root)
        try compare(try trial.open(.reading), live, snapshot)

        for suffix in ["", "-wal", "-shm"] {
            let path = trial.root.appending("catalog.sqlite" + suffix)
            if try run("test", "-e", path.string).status == 0 { try remove(path) }
        }
        _ = try Store.rebuild(trial.root)
        let restored = try trial.open(.reading)
        try compare(restored, live, snapshot)
        #expect(try restored.verify().problems == [])
    }

    @Test func `given time, chance does everything that can be done`() throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        var clerk = try RandomClerk(store: store, folder: trial.folder, seed: 1)
        for _ in 0..<800 { try clerk.act() }
        let kinds = Set(try store.entries(of: "ABC-101").map(\.event.name))
        #expect(
            kinds.sorted() == [
                "blocker.overridden", "disposal.confirmed", "document.amended", "document.filed", "document.linked",
                "document.moved", "document.withdrawn", "duplicate.decided", "hold.lifted", "hold.placed",
                "issue.answered", "issue.closed", "issue.raised",
                "link.removed",
                "override.lifted", "place.locked", "place.unlocked", "quality.accepted", "quality.returned",
                "retention-event.stated", "retention-event.withdrawn", "sample.drawn", "slot.waived", "study.changed",
                "version.filed", "waiver.lifted",
            ])
    }

    @Test(arguments: 100..<140 as Range<UInt64>)
    func `every past day is what the entries until then add up to, asked alone or with all others`(
        seed: UInt64
    ) throws {
        let trial = try TrialFolder()
        let store = try trial.create()
        var clerk = try RandomClerk(store: store, folder: trial.folder, seed: seed)
        for _ in 0..<80 {
            if clerk.generator.next() % 4 == 0 { trial.clock.advance(seconds: 60_000) }
            try clerk.act()
        }
        let entries = try store.entries(of: "ABC-101")
        let days = Set(entries.map(\.at.day)).sorted()
        #expect(days.count > 5)
        var known: [Day: StudySnapshot] = [:]
        for day in days {
            let replay = try JournalReplay(study: "ABC-101")
            var last = 0
            try store.forEachLine(of: "ABC-101") { line in
                guard entries[line.seq - 1].at.day <= day else { return }
                try replay.apply(line.line)
                last = line.seq
            }
            let head = try store.database.read {
                try JournalTable.head(of: "ABC-101", until: entries[last - 1].at, in: $0)
            }
            known[day] = try replay.snapshot(head: head)
        }

        for day in days { #expect(try store.snapshot(of: "ABC-101", asOf: day) == known[day], "\(day)") }
        for some in [days, days.filter { $0.daysSince1970.isMultiple(of: 3) }] {
            var seen: [Day] = []
            try store.forEachSnapshot(of: "ABC-101", atEndsOf: some) { day, snapshot in
                #expect(snapshot == known[day], "\(day) of \(some.count)")
                seen.append(day)
            }
            #expect(seen == some)
        }
    }

    private func compare(_ store: Store, _ live: [String: [Row]], _ snapshot: StudySnapshot) throws {
        let rebuilt = try RebuildPropertyTests.tables(of: store)
        for (table, rows) in live { #expect(rebuilt[table] == rows, "table \(table)") }
        #expect(rebuilt.count == live.count)
        #expect(try store.snapshot(of: "ABC-101") == snapshot)
    }

    /// Every row of every table, whole.
    private static func tables(of store: Store) throws -> [String: [Row]] {
        try store.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            var rows: [String: [Row]] = [:]
            for table in tables { rows[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)") }
            return rows
        }
    }
}

extension Store {
    func entries(of study: String) throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        try forEachLine(of: study) { entries.append(try JournalEntry(line: $0.line)) }
        return entries
    }
}

/// Does one thing after the other to a study's file, as chance will have it. Refusals are part of the day.
private struct RandomClerk {
    let store: Store
    let folder: TemporaryFolder
    let model: ReferenceModel
    var generator: SeededGenerator
    private var count = 0

    init(store: Store, folder: TemporaryFolder, seed: UInt64) throws {
        self.store = store
        self.folder = folder
        generator = SeededGenerator(seed: seed)
        model = try ReferenceModel.sample()
    }

    mutating func act() throws {
        count += 1
        // A lock is lifted soon, or nothing else would happen.
        let lock = chance(4) == 0 ? try store.locks(of: "ABC-101").first : nil
        let head = try store.head(of: "ABC-101")
        do {
            let filing = try Filing(store: store, study: "ABC-101", model: model, by: attribution())
            if let lock { return try filing.unlock(lock.locking.scope) }
            // The first thing is a filing: a lock that comes before any would leave nothing to look at.
            switch count == 1 ? 0 : chance(30) {
            case 0...3, 24...29: _ = try filing.file(try content(), facts(), version())
            case 4: _ = try filing.signpost(facts(), VersionFacts(url: "https://example.org/\(chance(5))"))
            case 5, 6: _ = try filing.revise(document(), with: try content(), version())
            case 7, 8: _ = try filing.amend(document(), version: chance(3) == 0 ? 1 : nil, setting: settings())
            case 9: _ = try filing.move(document(), to: address())
            case 10: if chance(2) == 0 { _ = try filing.withdraw(document()) }
            case 11, 16:
                _ = try filing.review(
                    document(), outcome: chance(2) == 0 ? .accepted : .returned,
                    code: one(of: [nil, "incomplete", "other", "unheard-of"]))
            case 12: try filing.waive(address())
            case 13:
                let waivers = try store.waivers(of: "ABC-101")
                try filing.liftWaiver(waivers.isEmpty ? address() : one(of: waivers).address)
            case 14:
                let links = try store.links(of: "ABC-101")
                try chance(3) == 0 ? filing.unlink(links.isEmpty ? link() : one(of: links)) : filing.link(link())
            case 17...20: try oversee(filing)
            case 21: try keep(filing)
            case 22: if count > 15 { try lockOrUnlock(filing) }
            default: _ = try StudyApplying.apply(study(), to: store, by: attribution())
            }
        } catch let error where error is InputProblems || error is StoreError {
            #expect(try store.head(of: "ABC-101") == head)
        }
        #expect(try names(in: store.root.appending("incoming")) == [])
    }

    private mutating func oversee(_ filing: Filing) throws {
        switch chance(7) {
        case 5:
            try filing.decideDuplicate(
                document(), document(), otherStudy: one(of: [nil, nil, "ABC-102"]),
                as: one(of: [.keepBoth, .link(.relatedTo), .reject(document())]), otherVersions: 1)
        case 0:
            let members = (0..<chance(4)).map { _ in QualityDraw.Member(document: document(), version: 1) }
            let through = try store.head(of: "ABC-101")?.seq ?? 0
            _ = try filing.recordSample(
                QualityDraw(
                    number: try filing.nextSampleNumber(), seed: chance(9), percent: 20,
                    population: one(of: [.filed, .waiting]), place: one(of: [nil, .site(.germany, "101")]), size: 10,
                    digest: .zero, weighting: 1, through: through - chance(6) / 5, drawn: members))
        case 1:
            let about = chance(2) == 0 ? document() : nil
            _ = try filing.raiseIssue(
                one(of: ["tëxt", " ", "two\nlines"]), severity: one(of: [.critical, .minor]), document: about,
                scope: one(of: [.trial, .country(.germany)]), owner: one(of: [nil, "anna"]),
                due: one(of: [nil, Day("2025-01-01")]), capa: one(of: [nil, "CAPA-1"]))
        case 2: _ = try filing.answerIssue(IssueNumber(1 + chance(5)), "answer", capa: one(of: [nil, "CAPA-2"]))
        case 3: _ = try filing.closeIssue(IssueNumber(1 + chance(5)))
        case 4:
            try filing.override(
                OverriddenBlocker(
                    gate: "close-out", blocker: "b-\(chance(2))", scope: address().scope,
                    document: one(of: [nil, document()])))
        default: try filing.liftOverride(of: "b-\(chance(2))", gate: "close-out")
        }
    }

    private mutating func keep(_ filing: Filing) throws {
        let event = RetentionEvent(
            name: one(of: ["end-of-trial", "approval"]), country: one(of: [nil, .germany]),
            day: Day(daysSince1970: 19_000 + chance(3)))
        switch chance(9) {
        case 0, 1: _ = try filing.stateEvent(event)
        case 2: _ = try filing.withdrawEvent(event.name, in: event.country)
        case 3:
            let about = chance(2) == 0 ? document() : nil
            _ = try filing.placeHold(
                one(of: [.legal, .other]), on: one(of: [.trial, .site(.germany, "101")]),
                branch: about == nil ? one(of: [nil, "05"]) : nil, document: about, reference: one(of: [nil, "7/26"]))
        case 4...6:
            // One that holds, most of the time: nothing could be destroyed otherwise.
            let holds = try store.oversight(of: "ABC-101").retention.holds.filter(\.isInForce)
            _ = try filing.liftHold(holds.isEmpty ? HoldNumber(1 + chance(3)) : one(of: holds).number)
        default:
            let number = try filing.nextDisposalNumber()
            try filing.confirm(
                (0..<1 + chance(2)).map { _ in
                    DisposalStatement(
                        number: number, subject: one(of: [.original, .sponsor]), document: document(),
                        version: one(of: [nil, 1]), day: event.day,
                        method: one(of: ["burnt", "burnt", "shredded", " "]),
                        confirmedBy: "anna", witness: one(of: [nil, "björn"]), basis: "b")
                })
        }
    }

    private mutating func lockOrUnlock(_ filing: Filing) throws {
        let scope: Scope = one(of: [.trial, .country(.germany), .site(.germany, "101"), .site(.france, "201")])
        let seq = try store.head(of: "ABC-101")?.seq ?? 0
        _ = try filing.lock(
            Locking(
                scope: scope, gate: "close-out", judged: seq - chance(6) / 5,
                overridden: one(of: [[], ["b-1"]])))
    }

    private mutating func chance(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    private mutating func one<Element>(of elements: [Element]) -> Element { elements[chance(elements.count)] }

    private mutating func attribution() -> Attribution {
        Attribution(
            actor: one(of: ["anna", "björn"]), host: "desk", reason: one(of: ["it was \"wrong\"", "ü\n", "later"]))
    }

    private mutating func document() -> DocumentNumber { DocumentNumber(1 + chance(min(8, max(1, count / 5)))) }

    private mutating func content() throws -> FilePath {
        try folder.write(String(repeating: "text \(chance(12))\n", count: 1 + chance(50)), to: "file-\(count).txt")
    }

    private mutating func address() -> SlotAddress {
        let artifact = one(of: [ArtifactNumber.trialProtocol, .ethicsApproval, .investigatorCV])
        let scope: Scope
        switch artifact {
        case .trialProtocol: scope = .trial
        case .ethicsApproval: scope = one(of: [.country(.germany), .country(.france), .site(.germany, "101")])
        default: scope = one(of: [.site(.germany, "101"), .site(.germany, "102"), .site(.france, "201")])
        }
        return SlotAddress(
            artifact: artifact, subArtifact: one(of: [nil, "A"]), scope: scope,
            person: chance(12) == 0 ? "p-nobody" : one(of: [nil, "p-beispiel"]), organization: one(of: [nil, "cro-1"]))
    }

    private mutating func facts() -> DocumentFacts {
        let address = address()
        return DocumentFacts(
            artifact: address.artifact, subArtifact: address.subArtifact, scope: address.scope,
            person: address.person, organization: address.organization, title: one(of: ["Title", "Tïtle 😀", "\"\\"]),
            language: one(of: [nil, "de"]), isRestricted: chance(5) == 0, key: one(of: [nil, "key-\(chance(3))"]))
    }

    private mutating func version() -> VersionFacts {
        VersionFacts(
            label: one(of: [nil, "1.0"]), documentDate: one(of: [nil, Day("2024-02-29")]),
            receivedDate: one(of: [nil, Day("2024-03-01")]), expiryDate: one(of: [nil, Day("2025-01-01")]),
            expiryRule: one(of: [nil, nil, ExpiryRule.none, .untilReplaced, chance(4) == 0 ? .months(24) : nil]),
            copy: one(of: [nil, CopyStatement(kind: .copy)]),
            status: one(of: [.draft, .filed, .filed, .approved]), filedElsewhere: one(of: [nil, Day("2024-03-02")]),
            source: one(of: [Source(), Source(system: "old", id: "\(chance(9))", path: "a/b")]),
            note: one(of: [nil, "note"]), isAddendum: chance(4) == 0,
            metadata: one(of: [[], [JSON.Member("Box", "7"), JSON.Member("Älter", .null)]]))
    }

    private mutating func settings() -> [(field: String, value: String)] {
        let all: [(field: String, value: String)] = [
            ("title", "Amended \(chance(3))"), ("language", one(of: ["", "fr"])),
            ("restricted", one(of: ["yes", "no"])),
            ("version", one(of: ["", "2.0"])), ("document_date", one(of: ["", "2024-05-05", "nonsense"])),
            ("expiry_rule", one(of: ["", "+12 months", "none"])), ("copy", one(of: ["", "original"])),
            ("note", one(of: ["", "amended"])), ("status", one(of: ["draft", "filed"])),
            ("url", one(of: ["", "https://x"])),
        ]
        return (0...chance(3)).map { _ in one(of: all) }
    }

    private mutating func link() -> DocumentLink {
        DocumentLink(document: document(), relation: one(of: [.amends, .supports]), target: document())
    }

    private mutating func study() -> Study {
        var study = Study.sample
        study.title = one(of: ["A", "B"])
        study.settings.filingDays = 10 + chance(3)
        if chance(2) == 0 { study.traits.append("open-label") }
        if chance(2) == 0 { study.organizations.removeFirst() }
        if chance(2) == 0 { study.countries[1].sites.append(Study.Site(id: "20\(2 + chance(3))")) }
        if chance(8) == 0 { study.countries.removeFirst() }
        if chance(3) == 0, let person = study.countries[0].sites[0].people.popLast() {
            study.countries[0].sites[0].people = []
            study.people.append(person)
        }
        return study
    }
}
