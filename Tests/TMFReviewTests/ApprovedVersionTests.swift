import TMFModel
import TMFReview
import Testing

/// One record for each protocol version that was approved where it is asked for.
@Suite struct ApprovedVersionTests {
    private static func pages() throws -> ExpectationRule {
        try ExpectationRule(
            id: "pages",
            texts: [
                .artifact: "05.02.02", .level: "site", .due: "03+0",
                .subject: "person:principal-investigator & approved-version+90",
            ], model: trialModel)
    }

    private static let first = Study.Person(id: "p-1", name: "First", role: "principal-investigator")

    /// Protocol 1.0 of October 2023, and 2.0 of June 2024; the site opened in March 2024.
    private static let protocolVersions = document(
        1, trialProtocol,
        versions: [
            version(label: "1.0", dated: "2023-10-01", received: nil, text: "p1"),
            version(2, label: "2.0", dated: "2024-06-01", received: nil, text: "p2"),
        ])

    private static let began = [
        protocolVersions, record(2, permit, "DEU", "2024-01-10", label: "1.0"),
        record(3, opinion, "DEU", "2024-01-12", label: "1.0"),
    ]

    private func places(_ documents: [Document], _ people: [Study.Person] = [first]) throws -> [String] {
        try file(documents, study: trial(people: people), rules: [Self.pages()]).slots.map { slot in
            let parts = [
                slot.address.person, slot.address.protocolVersion, slot.state.rawValue, slot.due?.description,
            ]
            return parts.compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test func `a version that nobody approved is asked of no site`() throws {
        #expect(try places(Self.began) == ["p-1 1.0 missing 2024-03-01"])
    }

    @Test func `a later version is asked for from the last decision on, and given time to arrive`() throws {
        let approved =
            Self.began + [
                record(4, permit, "DEU", "2024-08-01", label: "2.0"),
                record(5, opinion, "DEU", "2024-08-15", label: "v2"),
                record(6, opinion, "DEU/101", "2024-12-01", label: "2.0"),
            ]

        // 90 days after 15 August; that a committee decided once more changes nothing.
        #expect(try places(approved) == ["p-1 1.0 missing 2024-03-01", "p-1 2.0 missing 2024-11-13"])
        let binder = try file(approved, study: trial(people: [Self.first]), rules: [Self.pages()])
        #expect(
            binder.slots[1].explanation.contains {
                $0.contains(
                    "protocol version 2.0 was approved there by 2024-08-15, with 90 days for the record to arrive")
            })
        #expect(!binder.findings.contains { $0.rule == "amendment-cascade" && $0.artifact == signature })
        #expect(binder.findings.contains { $0.rule == "missing" && $0.message.contains("protocol version 2.0") })
    }

    @Test func `a version that replaced another before the site opened is the first there`() throws {
        let both =
            Self.began + [
                record(4, permit, "DEU", "2024-02-01", label: "2.0")
            ]
        var early = Self.protocolVersions
        early.versions[1].facts.documentDate = day("2024-01-20")

        #expect(try places([early] + both.dropFirst()) == ["p-1 2.0 missing 2024-03-01"])
    }

    @Test func `without decisions that name a version the newest one at the opening is asked for`() throws {
        #expect(
            try places([Self.protocolVersions, record(2, permit, "DEU", "2024-01-10")]) == [
                "p-1 1.0 missing 2024-03-01"
            ])
    }

    @Test func `who left is not asked for what came later, nor who came later for what was replaced`() throws {
        let approved = Self.began + [record(4, permit, "DEU", "2024-08-01", label: "2.0")]
        let people = [
            Study.Person(id: "p-1", name: "A", role: "principal-investigator", to: day("2024-05-31")),
            Study.Person(id: "p-2", name: "B", role: "principal-investigator", from: day("2024-09-01")),
            Study.Person(id: "p-3", name: "C", role: "principal-investigator", to: day("2024-02-01")),
        ]

        #expect(
            try places(approved, people) == [
                "p-1 1.0 missing 2024-03-01", "p-2 2.0 missing 2024-09-01", "p-3 1.0 missing",
            ])
        let binder = try file(approved, study: trial(people: people), rules: [Self.pages()])
        #expect(
            binder.slots.last?.explanation.contains {
                $0.hasPrefix("Not due: C (p-3) left the role on 2024-02-01, before ")
            }
                ?? false)
    }

    @Test func `a page that names no version is for the one that was the newest when it was made`() throws {
        let approved = Self.began + [record(4, permit, "DEU", "2024-08-01", label: "2.0")]
        let signed = approved + [record(7, signature, "DEU/101", "2024-09-01", person: "p-1")]
        let binder = try file(signed, study: trial(people: [Self.first]), rules: [Self.pages()])

        #expect(binder.slots.map(\.state) == [.missing, .complete])
        #expect(
            binder.slots[1].explanation.suffix(2) == [
                "Filled by D-000007, approved and in force: matched by artifact, site and person.",
                "The record names no protocol version; 2.0 was the newest when it was made.",
            ])
    }

    @Test func `a page for a version that was replaced in time is no stranger`() throws {
        var early = Self.protocolVersions
        early.versions[1].facts.documentDate = day("2024-01-20")
        let documents = [
            early, record(4, permit, "DEU", "2024-02-01", label: "2.0"),
            record(5, signature, "DEU/101", "2024-01-15", label: "1.0", person: "p-1"),
        ]
        let found = try file(documents, study: trial(people: [Self.first]), rules: [Self.pages()]).unexpected()

        #expect(!found.contains { $0.documents.contains(DocumentNumber(5)) })
    }

    @Test func `records of another artifact serve where the rule says so`() throws {
        let rule = try written("pages", log, .site, [.also: "05.02.04", .due: "03+0"])
        let filed = binder([document(1, resume, "DEU/101")], rules: [rule])

        #expect(filed.slots.map(\.state) == [.complete])
        #expect(filed.unexpected() == [])
        #expect(filed.unexpected(at: resume) == [])
        #expect(throws: FactError.self) { try written("pages", log, .site, [.also: "01.01.01"]) }
        #expect(throws: FactError.self) { try written("pages", log, .site, [.also: "05.03.01"]) }
    }
}
