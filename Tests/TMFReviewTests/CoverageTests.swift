import TMFModel
import TMFReview
import Testing

@Suite struct CoverageTests {
    private static let gcp = "ICH-GCP Evidence of Training"

    private func investigator(_ from: String? = "2024-02-01", to last: String? = nil) -> Study.Person {
        Study.Person(
            id: "p-1", name: "Somebody", role: "principal-investigator", from: from.map(day), to: last.map(day))
    }

    private func certificate(_ value: Int, _ dated: String?, _ expires: String?, rule: ExpiryRule? = nil) -> Document {
        record(
            value, qualification, "DEU/101", dated, subArtifact: Self.gcp, person: "p-1", expires: expires, rule: rule)
    }

    private func line(_ id: String, _ binder: Binder) throws -> CoverageLine {
        try #require(binder.coverage.first { $0.requirement.id == id })
    }

    /// Open from 1 March 2024, as of 31 March 2026. Each row: what was held, and the gaps worked out by hand.
    @Test(
        arguments: [
            ([("2024-01-01", "2026-12-31")], []),
            ([("2024-03-01", "2026-03-31")], []),
            ([("2024-03-02", "2026-03-30")], ["on 2024-03-01", "since 2026-03-31"]),
            ([("2023-01-20", "2025-01-19"), ("2025-02-11", "2027-02-10")], ["2025-01-20 to 2025-02-10"]),
            ([("2025-02-11", "2027-02-10"), ("2023-01-20", "2025-02-10")], []),
            ([("2020-01-01", "2021-01-01"), ("2024-06-01", nil)], ["2024-03-01 to 2024-05-31"]),
            ([(nil, "2025-12-31")], ["since 2026-01-01"]),
            ([(nil, nil)], []),
        ] as [([(String?, String?)], [String])])
    func `gaps are the days on which it was needed and not held`(held: [(String?, String?)], gaps: [String]) throws {
        let documents = held.enumerated().map { certificate($0 + 1, $1.0, $1.1) }
        let line = try line("gcp-training", file(documents, study: trial(people: [investigator()])))

        #expect(line.gaps.map(\.inWords) == gaps)
        #expect(line.state == (gaps.isEmpty ? .covered : .gap))
    }

    /// From when to when somebody was needed, by the person's own dates and the site's.
    @Test(
        arguments: [
            ("2024-02-01", nil, "2024-03-01", nil, ["2024-03-01 "]),
            ("2024-05-01", "2025-01-31", "2024-03-01", "2025-06-30", ["2024-05-01 2025-01-31"]),
            (nil, "2025-12-31", "2024-03-01", "2025-06-30", ["2024-03-01 2025-06-30"]),
            (nil, nil, nil, nil, []),
            ("2024-05-01", "2024-04-01", "2024-03-01", nil, []),
            ("2024-05-01", nil, "2024-03-01", "2024-04-01", []),
        ] as [(String?, String?, String?, String?, [String])])
    func `a person is needed while in the role at an open site`(
        from: String?, to: String?, opened: String?, closed: String?, needs: [String]
    ) throws {
        let study = trial(people: [investigator(from, to: to)], opened: opened, closed: closed)
        let line = try line("gcp-training", file([certificate(1, "2020-01-01", "2021-01-01")], study: study))

        #expect(line.needs.map { "\($0.first) \($0.last?.description ?? "")" } == needs)
        #expect(line.state == (needs.isEmpty ? .notNeeded : .gap))
    }

    @Test func `somebody listed twice is needed once, and a record serves every site`() throws {
        let second = Study.Country(
            code: country("FRA"),
            sites: [.init(id: "201", activated: day("2025-01-01"), people: [investigator("2023-01-01")])])
        let twice = [investigator(to: "2024-12-31"), .init(id: "p-1", name: "Somebody", role: "sub-investigator")]
        let line = try line(
            "gcp-training",
            file([certificate(1, "2024-01-01", "2024-12-30")], study: trial(people: twice, others: [second])))

        #expect(line.scopes == [scope("DEU/101"), scope("FRA/201")])
        #expect(line.gaps.map(\.inWords) == ["since 2024-12-31"])
        #expect(line.needs.count == 3)
    }

    @Test func `a version without an end holds until the next one begins`() throws {
        let resumes = [
            record(1, cv, "DEU/101", "2024-01-01", person: "p-1"),
            record(2, cv, "DEU/101", "2025-01-01", person: "p-1", rule: .months(6)),
        ]
        let study = trial(people: [investigator()])
        #expect(
            try line("curriculum-vitae", file(resumes, study: study)).gaps.map(\.inWords) == ["since 2025-07-02"])

        let lasting = [record(1, cv, "DEU/101", "2024-01-01", person: "p-1", rule: ExpiryRule.none), resumes[1]]
        #expect(try line("curriculum-vitae", file(lasting, study: study)).gaps == [])
    }

    @Test func `what is not approved does not hold, and is named`() throws {
        let study = trial(people: [investigator()])
        let filed = record(
            1, qualification, "DEU/101", "2024-01-01", subArtifact: Self.gcp, person: "p-1", rule: ExpiryRule.none,
            status: .filed)
        let binder = file([filed], study: study)
        let line = try line("gcp-training", binder)

        #expect(line.state == .nothingHeld)
        #expect(line.unapproved.map(\.value) == [1])
        #expect(!binder.findings.contains { $0.rule == "coverage-gap" })
    }

    @Test func `where records are withheld nothing is said`() throws {
        let withheld = WithheldRecord(
            document: DocumentNumber(9), artifact: qualification, scope: scope("DEU/101"), versions: 1, counts: true,
            reason: "restricted")
        let binder = file(
            [certificate(1, "2024-03-02", "2025-01-01")], study: trial(people: [investigator()]), withheld: [withheld])
        let line = try line("gcp-training", binder)

        #expect(line.state == .withheld)
        #expect(line.validity(on: day("2025-06-01")) == .withheld)
        #expect(!binder.findings.contains { $0.rule == "coverage-gap" })
    }

    @Test func `a signpost holds, for its record is held elsewhere`() throws {
        let signpost = document(
            1, qualification, "DEU/101", subArtifact: Self.gcp, person: "p-1",
            versions: [version(dated: nil, received: nil, url: "https://example.org")])

        #expect(try line("gcp-training", file([signpost], study: trial(people: [investigator()]))).state == .covered)
    }

    @Test func `one day is answered by the version in force on it`() throws {
        let documents = [certificate(1, "2023-01-20", "2025-01-19"), certificate(2, "2025-02-11", "2027-02-10")]
        let line = try line("gcp-training", file(documents, study: trial(people: [investigator()])))

        #expect(line.validity(on: day("2025-01-19")) == .inForce)
        #expect(line.validity(on: day("2025-01-20")) == .notInForce)
        #expect(line.validity(on: day("2025-02-10")) == .notInForce)
        #expect(line.validity(on: day("2024-02-29")) == .notNeeded)
        #expect(line.holding(on: day("2025-02-11"))?.document == DocumentNumber(2))
    }

    @Test func `a laboratory is covered from the day the trial was ready`() throws {
        let study = trial(organizations: [.init(id: "lab-1", name: "Lab", kind: "central-laboratory")])
        let binder = file(
            [
                record(1, accreditation, "trial", "2021-09-01", organization: "lab-1", expires: "2024-08-31"),
                record(2, accreditation, "trial", "2024-09-02", organization: "lab-1", expires: "2027-08-31"),
                record(3, accreditation, "DEU/101", "2024-03-02", rule: .untilReplaced),
            ], study: study)

        #expect(try line("laboratory-accreditation", binder).gaps.map(\.inWords) == ["on 2024-09-01"])
        #expect(try line("laboratory-accreditation", binder).needs.first?.first == day("2024-01-20"))
        #expect(try line("site-laboratory-accreditation", binder).gaps.map(\.inWords) == ["on 2024-03-01"])
        #expect(try line("normal-ranges", binder).state == .nothingHeld)
    }

    @Test func `a country's record serves the sites that have none of their own`() throws {
        let sites = ["201", "202", "203"].map { Study.Site(id: $0, activated: day("2025-01-01")) }
        let study = trial(opened: nil, others: [.init(code: country("FRA"), sites: sites)])
        let binder = file(
            [
                record(1, opinion, "FRA", "2024-12-01", expires: "2025-11-30"),
                record(2, opinion, "FRA/203", "2025-11-01", expires: "2026-10-31"),
            ], study: study)
        let lines = binder.coverage.filter { $0.requirement.id == "ethics-approval" }

        #expect(lines.map { $0.scopes.map(\.description) } == [["FRA/203"], ["FRA/201", "FRA/202"]])
        #expect(lines.map { $0.gaps.map(\.inWords) } == [[], ["since 2025-12-01"]])
        #expect(binder.findings.count { $0.rule == "coverage-gap" } == 0)
        #expect(binder.findings.count { $0.rule == "expired" } == 1)
    }

    @Test func `a gap is reported once, with its days and what was held`() throws {
        let documents = [
            certificate(1, "2023-01-20", "2025-01-19"), certificate(2, "2025-02-11", "2026-02-10"),
        ]
        let binder = file(documents, study: trial(people: [investigator()]))
        let findings = binder.findings.filter { $0.rule == "coverage-gap" }

        // The one that is still open is what `expired` reports.
        #expect(findings.map(\.document) == [DocumentNumber(1)])
        #expect(binder.findings.filter { $0.rule == "expired" }.map(\.document) == [DocumentNumber(2)])
        #expect(
            findings.first?.message
                == "GCP training of Somebody (p-1): nothing was in force from 2025-01-20 to 2025-02-10, for 22 days.")
        #expect(
            findings.first?.explanation.suffix(2) == [
                "Needed since 2024-03-01 (site 101 (DEU)).",
                "Held: D-000001 version 1 from 2023-01-20 to 2025-01-19; D-000002 version 1 from 2025-02-11 to 2026-02-10.",
            ])
    }
}
