import TMFModel
import TMFReview
import Testing

@Suite struct StatusTests {
    @Test func `five items due, three with a document or a recorded reason, are sixty percent`() {
        let ready = [plan, insurance, list, certificate].map {
            rule("once-\($0)", $0, .trial, due: "02")
        }
        let later = rule("later", plan, .trial, subArtifact: "Final", due: "08")
        let visit = rule("visit", log, .site)
        let report = StatusReport(
            binder: binder(
                [document(1, plan), document(2, insurance), document(3, list, versions: [version(status: .filed)])],
                rules: ready + [visit, later], waivers: [waiver(certificate, "trial")]))

        #expect(report.completeness == .init(expected: 6, due: 5, complete: 3))
        #expect(report.completeness.percent == 60)
    }

    /// Two countries, three sites, of which one never opened; every figure counted by hand.
    private var worked: Binder {
        let sites = [
            Study.Site(
                id: "101", name: "North", milestones: [.init(milestone: "03", actual: day("2024-03-01"))],
                people: [principal, .init(id: "p-2", name: "B", role: "sub-investigator", from: day("2026-04-01"))]),
            Study.Site(id: "102", name: "South"),
        ]
        let abroad = Study.Site(
            id: "201", name: "East", milestones: [.init(milestone: "03", actual: day("2024-06-01"))],
            people: [.init(id: "p-3", name: "C", role: "principal-investigator")])
        let study = Study(
            id: "W-1", traits: ["blinded"], settings: StudySettings(filingDays: 10, expiryWindowDays: 60),
            organizations: [.init(id: "lab-1", name: "Lab", kind: "laboratory")],
            milestones: [
                .init(milestone: "02", actual: day("2024-01-20")), .init(milestone: "08", planned: day("2027-01-01")),
            ],
            countries: [.init(code: country("DEU"), sites: sites), .init(code: country("FRA"), sites: [abroad])])
        let rules = [
            rule("plan", plan, .trial, due: "02"), rule("closing", list, .trial, due: "08"),
            rule("insurance", insurance, .country, due: "02", severity: .warning),
            rule("cv", resume, .site, subject: .person(roles: ["principal-investigator", "sub-investigator"])),
            rule("log", log, .site), rule("nothing", log, .trial, expectation: .no),
            rule("lab", certificate, .trial, subject: .organization(kinds: ["laboratory"]), due: "02"),
        ]
        let documents = [
            // On time, accepted at once; 10 days after receipt is the last day on time.
            document(1, plan, versions: [version(filed: "2024-01-16", text: "1", review: .accepted)]),
            // Late, returned first; no longer in force.
            document(
                2, insurance, "DEU",
                versions: [
                    version(status: .returned, label: "1.0", filed: "2024-01-17", text: "2a", review: .returned),
                    version(2, label: "2.0", filed: "2024-01-10", expires: "2026-02-28", text: "2b", review: .accepted),
                ]),
            document(
                3, resume, "DEU/101", person: "p-1",
                versions: [
                    version(received: nil, expires: "2026-05-30", text: "3")
                ]),
            document(4, log, "FRA/201", versions: [version(status: .filed, text: "4")]),
            document(5, certificate, organization: "lab-1", versions: [version(url: "https://lab.example.org")]),
            document(6, log, "DEU/101", isWithdrawn: true),
        ]
        return Binder(
            snapshot: StudySnapshot(study: study, documents: documents, waivers: [waiver(resume, "FRA/201")]),
            model: smallModel, rules: rules, asOf: today)
    }

    @Test func `a study counted by hand has these figures`() {
        let report = StatusReport(binder: worked)

        #expect(report.documents == 5)
        #expect(report.versions == 6)
        // plan 1, closing 1, insurance 2, cv 3, log 3, lab 1; due: plan, insurance 2, cv of p-1 and p-3, log 2, lab
        #expect(report.completeness == .init(expected: 11, due: 8, complete: 4))
        #expect(report.timeliness == .init(measured: 5, onTime: 4))
        #expect(report.limitDays == 10)
        #expect(report.quality == .init(reviewed: 3, acceptedFirstTime: 2))
        #expect(report.expiry == .init(expired: 1, expiring: 1))
        #expect(report.zones.map(\.number) == ["01", "02", "05", "06", "08"])
        #expect(report.zones.map(\.completeness.due) == [1, 2, 4, 0, 1])
        #expect(report.zones.map(\.completeness.complete) == [1, 0, 2, 0, 1])
        #expect(report.zones.map(\.missing) == [0, 2, 2, 0, 0])
        #expect(report.zones.map(\.expired) == [0, 1, 0, 0, 0])
        #expect(report.zones.map(\.documents) == [1, 1, 2, 0, 1])
        #expect(report.countries.map(\.number) == ["DEU", "FRA"])
        #expect(
            report.countries.map(\.completeness) == [
                .init(expected: 5, due: 3, complete: 1), .init(expected: 3, due: 3, complete: 1),
            ])
        #expect(report.sites.map(\.name) == ["North", "South", "East"])
        #expect(
            report.sites.map(\.completeness) == [
                .init(expected: 3, due: 2, complete: 1), .init(expected: 1, due: 0, complete: 0),
                .init(expected: 2, due: 2, complete: 1),
            ])
        #expect(report.organizations.map(\.completeness) == [.init(expected: 1, due: 1, complete: 1)])
        #expect(report.organizations.map(\.documents) == [1])
    }

    @Test func `the trial, its countries and their sites add up to the whole`() {
        let binder = worked
        let parts = Level.allCases.flatMap { binder.study.scopes(at: $0) }.map { binder.tally(scope: $0) }

        #expect(parts.map(\.expected).reduce(0, +) == binder.tally.expected)
        #expect(parts.map(\.due).reduce(0, +) == binder.tally.due)
        #expect(parts.map(\.complete).reduce(0, +) == binder.tally.complete)
        #expect(parts.map(\.documents).reduce(0, +) == binder.tally.documents)
        #expect(binder.tally.waived == 1)
    }

    @Test func `tallies and lists open by artifact, section and cell`() {
        let binder = worked

        #expect(binder.tally(artifact: log) == SlotTally(expected: 3, due: 2, missing: 2, documents: 1))
        #expect(binder.tally(section: "05.03") == binder.tally(artifact: log))
        #expect(binder.tally(section: "05.03", scope: scope("FRA/201")).documents == 1)
        #expect(binder.tally(zone: "99") == SlotTally())
        #expect(binder.documents(at: log).map(\.number.value) == [4, 6])
        #expect(binder.documents(at: log, in: scope("DEU/101")).isEmpty)
        #expect(binder.slots(at: log).map(\.address.scope.description) == ["DEU/101", "DEU/102", "FRA/201"])
    }

    @Test func `the status object has the promised keys`() {
        let small = binder([document(1, plan)], rules: [rule("plan", plan, .trial, due: "02")])

        #expect(
            StatusReport(binder: small).json.line == """
                {"study":"ABC-101","as_of":"2026-03-31","journal_head":null,"documents":1,"versions":1,\
                "completeness":{"expected":1,"due":1,"complete":1,"percent":100},\
                "timeliness":{"measured":1,"on_time":1,"percent":100,"limit_days":30},\
                "quality":{"reviewed":0,"accepted_first_time":0,"percent":null},"expiry":{"expired":0,"expiring":0},\
                "zones":[\(zone("01", "Management", 1, percent: "100")),\(zone("02", "Central", 0)),\
                \(zone("05", "Sites", 0)),\(zone("06", "Product", 0)),\(zone("08", "Laboratory", 0))],\
                "countries":[\(zone("DEU", "DEU", 0))],"sites":[\(zone("101", "Hospital", 0))],"organizations":[],\
                "findings":{"error":0,"warning":0,"notice":0}}
                """)
    }

    private func zone(_ number: String, _ name: String, _ count: Int, percent: String = "null") -> String {
        """
        {"number":"\(number)","name":"\(name)","expected":\(count),"due":\(count),"complete":\(count),"missing":0,\
        "expired":0,"documents":\(count),"percent":\(percent),\
        "timeliness":{"measured":\(count),"on_time":\(count),"percent":\(percent)},\
        "quality":{"reviewed":0,"accepted_first_time":0,"percent":null},"expiry":{"expired":0,"expiring":0},\
        "findings":{"error":0,"warning":0,"notice":0}}
        """
    }

    @Test func `the journal's head is its hash`() throws {
        let head = JournalHead(seq: 1, hash: .zero, at: Instant(startOf: today))
        let snapshot = StudySnapshot(study: study(), documents: [], head: head)
        let report = StatusReport(binder: Binder(snapshot: snapshot, model: smallModel, rules: [], asOf: today))

        #expect(report.json["journal_head"]?.string == String(repeating: "0", count: 64))
    }
}
