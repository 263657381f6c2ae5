import TMFModel
import TMFReview
import Testing

@Suite struct GateTests {
    private static let rules = [
        rule("plan", plan, .trial, due: "02"),
        rule("cv", resume, .site, subject: .person(roles: ["principal-investigator"])),
        rule("log", log, .site, due: "03", days: 30),
        rule("insurance", insurance, .country, due: "02"),
        rule("certificate", certificate, .trial, due: "08", days: 30),
    ]

    /// Everything is dated, everything is there.
    private static let done = study(trial: [
        .init(milestone: "02", actual: day("2024-01-20")), .init(milestone: "08", actual: day("2026-01-20")),
    ])

    private static let everything = [
        document(1, plan), document(2, resume, "DEU/101", person: "p-1"), document(3, log, "DEU/101"),
        document(4, insurance, "DEU"), document(5, certificate),
    ]

    private func ids(_ report: GateReport) -> [String] { report.blockers.map(\.id) }

    private func override(_ gate: String, _ blocker: String) -> GateOverride {
        GateOverride(
            overridden: OverriddenBlocker(gate: gate, blocker: blocker, scope: .trial), reason: "agreed", by: "qa",
            at: Instant(startOf: today))
    }

    @Test(arguments: [Gate.closeOut, .inspection])
    func `a study built complete passes`(gate: Gate) {
        let report = GateReport(gate, in: binder(Self.everything, rules: Self.rules, study: Self.done))

        #expect(report.isOpen)
        #expect(report.json["open"] == true && report.json["blockers"]?.array == [])
    }

    @Test func `each missing record is named, with what fixes it and who`() throws {
        let report = GateReport(
            .closeOut, in: binder([document(3, log, "DEU/101")], rules: Self.rules, study: Self.done))

        #expect(
            ids(report) == [
                "record:plan", "record:insurance:DEU", "record:cv:DEU:101:p-1", "record:certificate",
            ])
        let cv = try #require(report.blockers.first { $0.id.hasPrefix("record:cv") })
        #expect(
            cv.what
                == "05.02.04 Curriculum Vitae, site 101 (DEU), Dr Ånna Möller (p-1): missing, due on 2024-03-01.")
        #expect(cv.fix == "tmf file FILE --artifact 05.02.04 --site 101 --person p-1")
        #expect(cv.who == "Dr Ånna Möller")
        #expect(cv.json["place"] == "DEU/101" && cv.json["document"] == .some(.null) || cv.json["document"] == nil)
        #expect(
            cv.explanation.last
                == "If it is not required there: `tmf waive 05.02.04 --site 101 --person p-1 --reason \"…\"`.")
        #expect(report.blockers.first?.who == "Example", "the sponsor answers for the trial")
    }

    @Test func `a blocker names the organization that says it is responsible there`() throws {
        var study = Self.done
        study.organizations = [
            .init(
                id: "cro-1", name: "Example CRO", kind: "cro",
                responsible: ["05 in DEU", "02", "DEU/101"].compactMap { Responsibility($0) })
        ]
        study.countries[0].sites[0].milestones.append(.init(milestone: "09", planned: day("2026-01-01")))
        let returned = document(3, log, "DEU/101", versions: [version(status: .returned)])
        let report = GateReport(.closeOut, in: binder([returned], rules: Self.rules, study: study))
        func who(_ id: String) -> String? { report.blockers.first { $0.id == id }?.who }

        #expect(who("record:cv:DEU:101:p-1") == "Example CRO")
        #expect(who("record:insurance:DEU") == "Example CRO")
        #expect(who("returned:D-000003/1") == "Example CRO")
        #expect(who("milestone:09:DEU/101") == "Example CRO")
        #expect(who("record:plan") == "Example", "nobody but the sponsor answers for zone 01")
    }

    @Test func `a record that is filed is accepted or revised, not filed again`() throws {
        let waiting = document(1, plan, versions: [version(status: .filed)])
        let lapsed = document(5, certificate, versions: [version(expires: "2026-03-01")])
        let report = GateReport(
            .inspection,
            in: binder(
                [waiting] + Self.everything[1...3] + [lapsed], rules: Self.rules, study: Self.done))
        func fix(_ id: String) -> String? { report.blockers.first { $0.id == id }?.fix }

        #expect(fix("record:plan") == "tmf qc accept D-000001 --version 1")
        #expect(fix("record:certificate") == "tmf revise D-000005 FILE")
        #expect(fix("quality-control:D-000001/1") == "tmf qc accept D-000001 --version 1")
        #expect(report.blockers.count == 3)
    }

    @Test func `milestones without a day keep close-out closed, and an inspection not`() throws {
        let open = study(trial: [
            .init(milestone: "02", actual: day("2024-01-20")), .init(milestone: "08", planned: day("2026-06-01")),
            .init(milestone: "06", planned: day("2027-01-01")), .init(milestone: "12", planned: day("2027-01-01")),
        ])
        let documents = Array(Self.everything.prefix(4))
        let closeOut = GateReport(.closeOut, in: binder(documents, rules: Self.rules, study: open))

        #expect(ids(closeOut) == ["milestone:08:trial"])
        #expect(closeOut.blockers.first?.what == "Milestone 08 Database Lock has no actual date for the trial.")
        #expect(
            closeOut.blockers.first?.explanation == [
                "It is planned for 2026-06-01.", "One expected record becomes due by it.",
            ])
        #expect(GateReport(.inspection, in: binder(documents, rules: Self.rules, study: open)).isOpen)

        let unknown = study()
        #expect(
            ids(GateReport(.closeOut, in: binder(documents, rules: Self.rules, study: unknown))) == [
                "milestone:08:trial"
            ])
    }

    @Test func `a site that never opened owes nothing`() {
        let sites = Self.done.countries[0].sites + [Study.Site(id: "102", name: "Never opened")]
        var study = Self.done
        study.countries[0].sites = sites
        let binder = binder(Self.everything, rules: Self.rules, study: study)

        #expect(GateReport(.closeOut, in: binder).isOpen)
        #expect(GateReport(.closeOut, at: scope("DEU/102"), in: binder).isOpen)
        #expect(
            ids(GateReport(.siteActivation, at: scope("DEU/102"), in: binder)) == ["principal-investigator:DEU/102"])
    }

    @Test func `a site opens when its own and its country's records are there, whatever their day`() {
        let site = Study.Site(id: "102", people: [principal])
        let study = study(trial: [], sites: [site])
        let empty = GateReport(.siteActivation, at: scope("DEU/102"), in: binder(rules: Self.rules, study: study))
        let ready = GateReport(
            .siteActivation, at: scope("DEU/102"),
            in: binder(
                [document(1, resume, "DEU/102", person: "p-1"), document(2, insurance, "DEU")], rules: Self.rules,
                study: study))

        #expect(ids(empty) == ["record:insurance:DEU", "record:cv:DEU:102:p-1"])
        #expect(ready.isOpen, "the visit log is due after the opening, the plan is the trial's")
    }

    @Test func `quality control, drafts, errors and issues stand in the way`() throws {
        let documents =
            Self.everything + [
                document(6, log, "DEU/101", versions: [version(status: .filed, text: "6")]),
                document(7, log, "DEU/101", versions: [version(status: .returned, text: "7")]),
                document(8, log, "DEU/101", versions: [version(status: .draft, text: "8")]),
                document(9, number("11.11.11"), versions: [version(text: "9")]),
                document(10, log, "DEU/101", isWithdrawn: true, versions: [version(status: .filed, text: "10")]),
            ]
        let report = GateReport(
            .closeOut,
            in: binder(
                documents, rules: Self.rules, study: Self.done,
                oversight: Oversight(
                    returns: [returned(7, on: "2026-03-01")],
                    issues: [issue(1, .minor, owner: "Dr Who"), issue(2, closed: "2026-03-01")])))

        #expect(
            ids(report) == [
                "finding:unknown-artifact:D-000009:trial", "quality-control:D-000006/1", "returned:D-000007/1",
                "draft:D-000008/1", "issue:Q-0001",
            ])
        #expect(report.blockers.map(\.who) == ["Example", "quality control", "someone", "someone", "Dr Who"])
        #expect(report.blockers.allSatisfy { $0.fix.hasPrefix("tmf ") && !$0.fix.contains(" D ") })
        #expect(report.blockers[2].explanation == ["Sent back on 2024-01-10 by reviewer, Incomplete."])
        #expect(Set(ids(report)).count == report.blockers.count)
        #expect(report.blockers.allSatisfy { !$0.what.contains("A record") })
    }

    @Test func `a part of the trial is judged by itself`() {
        let binder = binder(rules: Self.rules, study: Self.done)

        #expect(
            ids(GateReport(.inspection, at: scope("DEU/101"), in: binder)) == [
                "record:cv:DEU:101:p-1", "record:log:DEU:101",
            ])
        #expect(GateReport(.inspection, at: scope("DEU"), in: binder).blockers.count == 3)
        #expect(GateReport(.inspection, in: binder).blockers.count == 5)
    }

    @Test func `an override opens the gate for its blocker alone, and is shown`() throws {
        let documents = Array(Self.everything.dropFirst())
        func report(_ overrides: [GateOverride]) -> GateReport {
            GateReport(
                .closeOut,
                in: binder(
                    documents, rules: Self.rules, study: Self.done, oversight: Oversight(overrides: overrides)))
        }

        #expect(ids(report([])) == ["record:plan"])
        #expect(!report([override("inspection", "record:plan")]).isOpen)
        #expect(!report([override("close-out", "record:plans")]).isOpen)
        let open = report([override("close-out", "record:plan")])
        #expect(open.isOpen)
        let shown = try #require(open.json["overridden"]?.array?.first)
        #expect(shown["id"] == "record:plan" && shown["reason"] == "agreed" && shown["by"] == "qa")
    }

    @Test func `overrides, returns and issues of restricted documents are withheld`() {
        let secret = DocumentNumber(1)
        let oversight = Oversight(
            returns: [returned(1, on: "2026-03-01"), returned(2, on: "2026-03-01")],
            issues: [issue(1, document: 1), issue(2, document: 2), issue(3)],
            overrides: [
                GateOverride(
                    overridden: OverriddenBlocker(gate: "close-out", blocker: "x", scope: .trial, document: secret),
                    reason: "", by: "", at: Instant(startOf: today))
            ])
        let snapshot = StudySnapshot(
            study: study(), documents: [document(1, list, isRestricted: true), document(2, plan)], oversight: oversight)
        let open = snapshot.withholding(outside: .open, model: trialModel, on: today).kept.oversight

        #expect(open.returns.map(\.document.value) == [2])
        #expect(open.issues.map(\.statement.number.value) == [2, 3])
        #expect(open.overrides == [])
    }

    @Test func `a lock covers what lies below it`() {
        func lock(_ place: String) -> PlaceLock {
            PlaceLock(
                locking: Locking(scope: scope(place), gate: "close-out", judged: 1), by: "x",
                at: Instant(startOf: today))
        }
        #expect(Oversight(locks: [lock("trial")]).lock(covering: scope("DEU/101")) != nil)
        #expect(Oversight(locks: [lock("DEU")]).lock(covering: scope("DEU/101")) != nil)
        #expect(Oversight(locks: [lock("DEU")]).lock(covering: .trial) == nil)
        #expect(Oversight(locks: [lock("DEU/101")]).lock(covering: scope("DEU/102")) == nil)
        #expect(Oversight(locks: [lock("DEU/101")]).lock(covering: scope("DEU")) == nil)
        #expect(
            Oversight(locks: [lock("DEU/101"), lock("trial")]).lock(covering: scope("DEU/101"))?.locking.scope == .trial
        )
    }
}
