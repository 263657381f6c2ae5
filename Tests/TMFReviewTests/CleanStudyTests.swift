import TMFModel
import TMFReview
import Testing

/// A small study in which everything was done in its order, written out by hand.
@Suite struct CleanStudyTests {
    private static let study: Study = {
        let people = [
            Study.Person(id: "p-1", name: "First", role: "principal-investigator", from: day("2024-02-01")),
            Study.Person(
                id: "p-2", name: "Second", role: "sub-investigator", from: day("2024-02-01"), to: day("2025-01-31")),
        ]
        let france = Study.Country(
            code: country("FRA"),
            sites: [
                .init(
                    id: "201", name: "Hôpital", activated: day("2025-09-01"),
                    people: [.init(id: "p-3", name: "Third", role: "principal-investigator", from: day("2025-08-01"))])
            ])
        return trial(
            traits: ["blinded", "certified-translations"],
            organizations: [.init(id: "lab-1", name: "Lab", kind: "central-laboratory")], people: people,
            others: [france])
    }()

    private static let documents: [Document] = [
        document(
            1, trialProtocol, key: "protocol",
            versions: [
                version(label: "1.0", dated: "2023-10-01", received: nil, text: "p1"),
                version(2, label: "2.0", dated: "2025-01-10", received: nil, text: "p2"),
            ]),
        document(
            2, consent, key: "consent",
            versions: [
                version(label: "1.0", dated: "2023-10-10", received: nil, text: "c1"),
                version(2, label: "2.0", dated: "2025-01-15", received: nil, text: "c2"),
            ]),
        // Germany
        record(10, request, "DEU", "2023-11-01", label: "1.0"), record(11, permit, "DEU", "2024-01-10", label: "1.0"),
        record(12, petition, "DEU", "2023-11-01", label: "1.0"),
        record(13, opinion, "DEU", "2024-01-12", label: "1.0", rule: ExpiryRule.none),
        document(
            14, consent, "DEU", translationOf: "consent",
            versions: [
                version(label: "1.0", dated: "2023-10-20", received: nil, text: "d1", copy: .certifiedCopy),
                version(2, label: "2.0", dated: "2025-01-20", received: nil, text: "d2", copy: .certifiedCopy),
            ]),
        document(
            15, cover, "DEU",
            versions: [
                version(dated: "2024-01-01", received: nil, expires: "2025-12-31", text: "i1", rule: .printed),
                version(2, dated: "2026-01-01", received: nil, expires: "2026-12-31", text: "i2", rule: .printed),
            ]),
        record(16, signature, "DEU/101", "2024-02-10", label: "1.0", person: "p-1"),
        record(17, agreement, "DEU/101", "2024-02-20"),
        record(18, training, "DEU/101", "2024-02-25", label: "1.0"),
        record(19, cv, "DEU/101", "2024-02-01", person: "p-1", rule: .months(36)),
        // Lapsed before the person left, by days that nobody needed: not a gap.
        record(20, cv, "DEU/101", "2024-02-01", person: "p-2", rule: .months(12)),
        gcp(21, "p-1", "2023-06-01", "2025-05-31"), gcp(22, "p-1", "2025-05-20", "2027-05-19"),
        gcp(23, "p-2", "2023-03-01", "2025-02-28"),
        // Protocol 2.0
        record(30, request, "DEU", "2025-02-01", label: "2.0"), record(31, permit, "DEU", "2025-03-01", label: "2.0"),
        record(32, petition, "DEU", "2025-02-01", label: "2.0"),
        record(33, opinion, "DEU", "2025-03-05", label: "2.0", rule: ExpiryRule.none),
        record(34, signature, "DEU/101", "2025-03-10", label: "2.0", person: "p-1"),
        record(35, training, "DEU/101", "2025-03-12", label: "2.0"),
        // France began with protocol 2.0
        record(40, request, "FRA", "2025-02-01", label: "2.0"), record(41, permit, "FRA", "2025-04-01", label: "2.0"),
        record(42, petition, "FRA/201", "2025-02-01", label: "2.0"),
        record(43, opinion, "FRA/201", "2025-04-02", label: "2.0", expires: "2027-04-01", rule: .printed),
        document(
            44, consent, "FRA", translationOf: "consent",
            versions: [
                version(label: "2.0", dated: "2025-01-25", received: nil, text: "f2", copy: .certifiedCopy)
            ]),
        record(45, cover, "FRA", "2025-06-01", rule: .untilReplaced),
        record(46, signature, "FRA/201", "2025-08-10", label: "2.0", person: "p-3"),
        record(47, agreement, "FRA/201", "2025-08-11"), record(48, training, "FRA/201", "2025-08-12", label: "2.0"),
        record(49, cv, "FRA/201", "2025-08-01", person: "p-3", rule: ExpiryRule.none),
        document(
            50, qualification, "FRA/201", subArtifact: "ICH-GCP Evidence of Training", person: "p-3",
            versions: [version(dated: "2025-08-02", received: nil, text: "g3", rule: .months(36))]),
        // The laboratory
        record(60, accreditation, "trial", "2023-01-01", organization: "lab-1", expires: "2027-01-01", rule: .printed),
        record(61, ranges, "trial", "2024-01-15", organization: "lab-1", rule: .untilReplaced),
    ]

    private static func gcp(_ value: Int, _ person: String, _ dated: String, _ expires: String) -> Document {
        record(
            value, qualification, "DEU/101", dated, subArtifact: "ICH-GCP Evidence of Training", person: person,
            expires: expires, rule: .printed)
    }

    private static let rules = [
        rule("protocol", trialProtocol, .trial, due: "02"), rule("insurance", cover, .country, due: "02"),
        rule("consent", consent, .country, due: "02"), rule("authority", permit, .country, due: "02"),
        rule("cv", cv, .site, subject: .person(roles: ["principal-investigator"])),
        rule("agreement", agreement, .site), rule("signature", signature, .site),
        rule("laboratory", accreditation, .trial, subject: .organization(kinds: ["central-laboratory"]), due: "02"),
    ]

    @Test func `a study in which everything is filed has no findings`() {
        let binder = file(Self.documents, study: Self.study, rules: Self.rules)

        #expect(binder.findings.map { "\($0.rule): \($0.message)" } == [])
        #expect(binder.amendments.allSatisfy { $0.state == .done })
        #expect(binder.amendments.count == 10)
        #expect(binder.coverage.filter { $0.state == .gap } == [])
    }

    /// Each record that something rests on, and what is said once it is taken away.
    @Test(arguments: [
        (16, ["site-activated-before-approval"]), (17, ["missing"]), (21, ["coverage-gap"]), (23, []),
        (31, ["amendment-cascade"]), (35, ["amendment-cascade"]), (13, ["site-activated-before-approval"]),
        (46, ["missing"]),
        (48, ["amendment-cascade"]), (60, ["missing"]), (61, []),
    ])
    func `taking one record away is noticed where it counts`(value: Int, rules: [String]) {
        let rest = Self.documents.filter { $0.number != DocumentNumber(value) }
        let found = file(rest, study: Self.study, rules: Self.rules).findings

        #expect(Set(found.map(\.rule)).isSuperset(of: rules))
        if rules.isEmpty { #expect(found == []) }
    }

    @Test func `a study without any date is silent, and nothing breaks`() {
        let undated = Self.documents.map { document in
            var document = document
            for place in document.versions.indices {
                document.versions[place].facts.documentDate = nil
                document.versions[place].facts.expiryRule = ExpiryRule.none
            }
            return document
        }
        let findings = file(undated, study: Self.study).findings

        #expect(Set(findings.map(\.rule)) == ["missing-document-date"])
    }
}
