import TMFModel
import TMFReview
import Testing

@Suite struct AmendmentTests {
    private func protocols(_ versions: (String, String)...) -> Document {
        document(
            1, trialProtocol,
            versions: versions.enumerated().map { place, label in
                version(place + 1, label: label.0, dated: label.1, received: nil, text: "\(place)")
            })
    }

    private func steps(_ binder: Binder) -> [String] {
        binder.amendments.map { "\($0.version) \($0.scope) \($0.record.rawValue): \($0.state.rawValue)" }
    }

    @Test func `the first version is what every trial needs, and no amendment`() {
        #expect(file([protocols(("1.0", "2024-01-05"))]).amendments == [])
    }

    @Test func `sites are asked once somebody has approved the version`() {
        let versions = protocols(("1.0", "2024-01-05"), ("2.0", "2024-06-01"))
        #expect(steps(file([versions])) == ["2.0 DEU authority decision: open", "2.0 DEU/101 ethics decision: open"])

        let approved = [
            versions, record(2, opinion, "DEU", "2024-07-01", label: "2.0"),
            record(3, consent, "DEU", "2024-06-15", label: "2.0"), record(4, training, "DEU/101", "2024-07-02"),
        ]
        #expect(
            steps(file(approved)) == [
                "2.0 DEU authority decision: open", "2.0 DEU ethics decision: done", "2.0 DEU/101 consent form: done",
                "2.0 DEU/101 protocol signature page: open", "2.0 DEU/101 site training evidence: unknown",
            ])
    }

    @Test func `the matrix has a row for each version and place, and counts by country`() throws {
        let versions = protocols(("1.0", "2024-01-05"), ("2.0", "2024-06-01"))
        let matrix = AmendmentMatrix(
            file([
                versions, record(2, opinion, "DEU", "2024-07-01", label: "2.0"),
                record(3, training, "DEU/101", "2024-07-02"),
            ]))

        #expect(matrix.versions.map(\.label) == ["2.0"])
        #expect(matrix.rows.map(\.scope) == [scope("DEU"), scope("DEU/101")])
        #expect(matrix.rows[0].step(.ethicsDecision)?.state == .done)
        #expect(matrix.rows[0].step(.consentForm) == nil)
        let counts = matrix.counts(of: "2.0", in: country("DEU"))
        #expect(counts[.done] == 1 && counts[.open] == 3 && counts[.unknown] == 1 && counts.total == 5)
        #expect(matrix.counts(of: "2.0", in: country("FRA")).total == 0)
    }

    @Test func `a version has ninety days to arrive`() throws {
        let versions = protocols(("1.0", "2024-01-05"), ("2.0", "2025-12-31"))

        #expect(steps(file([versions], asOf: day("2026-03-31"))).first == "2.0 DEU authority decision: pending")
        #expect(steps(file([versions], asOf: day("2026-04-01"))).first == "2.0 DEU authority decision: open")
    }

    @Test func `who began after the next version never used this one`() {
        let versions = protocols(("1.0", "2022-01-05"), ("2.0", "2023-01-01"), ("3.0", "2024-01-01"))

        #expect(Set(file([versions]).amendments.map(\.version)) == ["3.0"])
        let closed = trial(opened: "2022-03-01", closed: "2022-12-31")
        #expect(file([versions], study: closed).amendments == [])
        #expect(file([versions], study: trial(opened: nil)).amendments == [])
    }

    @Test func `an administrative version is followed only if somebody names it`() {
        let versions = protocols(("1.0", "2024-01-05"), ("1.1", "2024-06-01"))

        #expect(file([versions]).amendments == [])
        #expect(
            steps(file([versions, record(2, permit, "DEU", "2024-07-01", label: "1.1")])).prefix(2) == [
                "1.1 DEU authority decision: done", "1.1 DEU/101 ethics decision: open",
            ])
    }

    @Test func `what is waived, withheld or held elsewhere is not missed`() {
        let versions = protocols(("1.0", "2024-01-05"), ("2.0", "2024-06-01"))
        let withheld = WithheldRecord(
            document: DocumentNumber(9), artifact: opinion, scope: scope("DEU"), versions: 1, counts: true,
            reason: "restricted")
        let signpost = document(
            2, permit, "DEU", versions: [version(dated: nil, received: nil, url: "https://example.org")])

        #expect(
            steps(file([versions], waivers: [waiver(permit, "DEU")])).first == "2.0 DEU authority decision: unknown")
        #expect(steps(file([versions], withheld: [withheld])).last == "2.0 DEU/101 ethics decision: unknown")
        #expect(steps(file([versions, signpost])).first == "2.0 DEU authority decision: unknown")
    }

    @Test func `a finding says what was compared`() throws {
        let binder = file([
            protocols(("1.0", "2024-01-05"), ("2.0", "2024-06-01")),
            record(2, permit, "DEU", "2024-01-20", label: "1.0"),
        ])
        let finding = try #require(binder.findings.first { $0.rule == "amendment-cascade" && $0.artifact == permit })

        #expect(finding.message == "No authority decision for protocol version 2.0 is filed for country DEU.")
        #expect(finding.due == day("2024-08-30"))
        #expect(
            finding.explanation == [
                "Protocol version 2.0 is D-000001 version 2, dated 2024-06-01.",
                "Filed there, but for other versions or older: D-000002 version 1, dated 2024-01-20.",
                "It had 90 days, until 2024-08-30, to arrive.",
            ])
    }
}
