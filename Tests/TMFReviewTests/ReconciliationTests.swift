import TMFModel
import TMFReview
import Testing

/// Lists of other systems held against a small file that is written out here.
@Suite struct ReconciliationTests {
    private let study = Study(
        id: "ABC-101",
        countries: [
            Study.Country(
                code: ReconciliationTests.germany,
                sites: [
                    Study.Site(
                        id: "101", name: "Klinik am See", activated: Day("2024-03-01"),
                        people: [
                            Study.Person(
                                id: "p-1", name: "Dr. Berta Beispiel", role: "principal-investigator",
                                from: Day("2024-02-01")),
                            Study.Person(id: "p-2", name: "Moritz Muster", role: "sub-investigator"),
                        ]),
                    Study.Site(
                        id: "102", name: "Klinik im Wald",
                        milestones: [Study.Milestone(milestone: "03", actual: Day("2024-05-01"))]),
                ])
        ])

    private static let germany = country("DEU")
    private let at101 = Scope.site(ReconciliationTests.germany, "101")

    private func document(
        _ number: Int, _ artifact: String, _ scope: Scope, _ day: String? = nil, title: String = "x",
        label: String? = nil, person: String? = nil, source: Source = Source()
    ) -> Document {
        let facts = DocumentFacts(
            artifact: TMFReviewTests.number(artifact), scope: scope, person: person,
            title: title)
        let version = VersionFacts(
            label: label, documentDate: day.flatMap { Day($0) }, status: .approved, source: source)
        return Document(
            number: DocumentNumber(number), facts: facts,
            versions: [Version(ordinal: 1, facts: version, filedAt: Instant(milliseconds: 0), filedBy: "x")])
    }

    private func reconcile(
        _ kind: TrialList.Kind, _ rows: [[TrialList.Column: String]], _ documents: [Document] = [],
        links: [DocumentLink] = [], columns: Set<TrialList.Column>? = nil
    ) -> Reconciliation {
        let read = rows.enumerated().map { place, texts in
            TrialList.Row(
                row: place + 2, texts: texts,
                days: texts.filter { $0.key.isDay }.compactMapValues { Day($0) },
                country: texts[.country].flatMap { CountryCode($0) })
        }
        let columns = columns ?? Set(rows.flatMap(\.keys))
        return Reconciliation(
            TrialList(kind: kind, columns: columns, rows: read),
            StudySnapshot(study: study, documents: documents, links: links), model: smallModel)
    }

    @Test func `sites are matched by number, their dates are compared, and both leftovers are named`() {
        let found = reconcile(
            .sites,
            [
                [.site: "101", .country: "FRA", .name: "KLINIK AM SEE", .activated: "2024-03-02"],
                [.site: "999"],
            ])

        #expect(found.matched == 1)
        #expect(found.unmatchedInList.map(\.row) == [3])
        #expect(found.unmatchedInTMF.map(\.subject) == ["site DEU/102"])
        #expect(
            found.different.map { "\($0.field) \($0.list) \($0.tmf)" } == [
                "country FRA DEU", "activated 2024-03-02 2024-03-01",
            ])
        #expect(!found.isClean)
        let milestone = reconcile(.sites, [[.site: "101"], [.site: "102", .activated: "2024-05-01"]])
        #expect(milestone.isClean)
    }

    @Test func `people are matched by id or name, with role, days and curriculum vitae`() {
        let cv = document(1, "05.02.04", at101, person: "p-1")
        let found = reconcile(
            .people,
            [
                [.person: "p-1", .role: "Principal Investigator", .site: "101", .from: "2024-02-01"],
                [.name: "moritz muster", .role: "pharmacist"], [.person: "p-9", .role: "monitor"],
            ], [cv])

        #expect(found.matched == 1)
        #expect(found.unmatchedInList.map(\.row) == [3, 4])
        #expect(found.unmatchedInList.first?.reason.contains("curriculum vitae") ?? false)
        #expect(found.different.map { "\($0.field) \($0.list) \($0.tmf)" } == ["role pharmacist sub-investigator"])
        #expect(found.unmatchedInTMF.isEmpty)
        #expect(reconcile(.people, []).unmatchedInTMF.count == 2)
    }

    @Test func `a person who is listed twice in one role is matched to two entries of the study at most once each`() {
        let found = reconcile(
            .people,
            [
                [.person: "p-1", .role: "principal-investigator"], [.person: "p-1", .role: "principal-investigator"],
            ])
        #expect(found.unmatchedInTMF.map(\.subject) == ["p-2 as sub-investigator in DEU/101"])
    }

    @Test func `visits take the report of their day, then one of a few days off, and no report serves two`() {
        let reports = [
            document(1, "05.04.03", at101, "2024-04-10"), document(2, "05.04.03", at101, "2024-05-12"),
            document(3, "05.03.01", at101, "2024-03-01"), document(4, "05.04.03", at101),
        ]
        let found = reconcile(
            .visits,
            [
                [.site: "101", .date: "2024-04-09", .type: "monitoring"],
                [.site: "101", .date: "2024-04-10", .type: "Routine Monitoring Visit"],
                [.site: "101", .date: "2024-05-10"], [.site: "101", .date: "2024-03-01", .type: "monitoring"],
                [.site: "777", .date: "2024-03-01"],
            ], reports)

        #expect(found.matched == 2)
        #expect(found.unmatchedInList.map(\.row) == [6, 2, 5])
        #expect(found.different.map { "\($0.row) \($0.tmf)" } == ["4 2024-05-12"])
        #expect(found.unmatchedInTMF.compactMap(\.document) == [DocumentNumber(3), DocumentNumber(4)])
    }

    @Test func `amendments need a filed version and the approvals of their country`() {
        let germany = Scope.country(ReconciliationTests.germany)
        let files = [
            document(1, "02.01.02", .trial, "2024-01-01", label: "1.0"),
            document(2, "02.01.04", .trial, "2025-01-01", label: "2.0"),
            document(3, "02.01.04", .trial, "2025-06-01", label: "3.0"),
            document(4, "03.01.02", germany, "2025-02-01", title: "Approval of protocol 2.0"),
            document(5, "04.01.02", germany, "2025-02-15"),
        ]
        let columns: Set<TrialList.Column> = [.version, .country, .regulatoryApproval, .ethicsApproval]
        let found = reconcile(
            .amendments,
            [
                [
                    .version: "v2", .country: "DEU", .regulatoryApproval: "2025-02-01",
                    .ethicsApproval: "2025-02-15",
                ],
                [.version: "2.0", .country: "DEU", .regulatoryApproval: "2025-02-03"],
                [.version: "2.0", .country: "DEU", .ethicsApproval: "2025-03-01"],
                [.version: "2.0", .country: "DEU"], [.version: "4.0"],
            ], files, columns: columns)

        #expect(found.matched == 3)
        #expect(found.unmatchedInList.map(\.row) == [4, 6])
        #expect(found.different.map { "\($0.row) \($0.field) \($0.tmf)" } == ["3 regulatory_approval 2025-02-01"])
        #expect(found.unmatchedInTMF.compactMap(\.document) == [DocumentNumber(3)])
        let linked = reconcile(
            .amendments, [[.version: "2.0", .country: "DEU"]], files,
            links: [
                DocumentLink(document: DocumentNumber(5), relation: .approves, target: DocumentNumber(2))
            ])
        #expect(linked.unmatchedInList.isEmpty)
        let unlinked = reconcile(.amendments, [[.version: "2.0", .country: "DEU"]], files)
        #expect(unlinked.unmatchedInList.count == 1)
    }

    @Test func `cases are found by a word of the title, the source or the metadata, not by a part of one`() {
        let files = [
            document(1, "07.02.02", at101, "2024-07-01", title: "SAE report DE-0012, initial"),
            document(2, "07.02.01", .trial, "2024-07-09", source: Source(system: "argus", id: "de-0012")),
            document(3, "07.02.02", at101, "2024-08-01", title: "SAE report DE-00123"),
        ]
        let found = reconcile(
            .safety,
            [
                [.safetyCase: "DE-0012", .site: "101", .date: "2024-07-09"],
                [.safetyCase: "DE-0099"],
            ], files)

        #expect(found.matched == 1)
        #expect(found.unmatchedInList.map(\.row) == [3])
        #expect(found.unmatchedInTMF.compactMap(\.document) == [DocumentNumber(3)])
        #expect(found.different.isEmpty)
        let late = reconcile(.safety, [[.safetyCase: "de-0012", .date: "2024-07-02", .site: "102"]], files)
        #expect(late.different.map(\.field) == ["date"])
    }

    @Test func `withdrawn records do not count`() {
        var report = document(1, "05.04.03", at101, "2024-04-10")
        report.withdrawal = Document.Withdrawal(at: Instant(milliseconds: 0), by: "x", reason: "wrong study")

        let found = reconcile(.visits, [[.site: "101", .date: "2024-04-10"]], [report])

        #expect(found.unmatchedInList.count == 1 && found.unmatchedInTMF.isEmpty)
    }
}
