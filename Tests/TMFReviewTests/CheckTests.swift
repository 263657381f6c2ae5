import Foundation
import TMFModel
import TMFReview
import Testing

/// One example that a check speaks of, and one on which it is silent.
struct CheckExample: Sendable, CustomTestStringConvertible {
    let code: String
    let firing: Binder
    let silent: Binder
    var testDescription: String { code }
}

@Suite struct CheckTests {
    private static let once = [rule("plan", plan, .trial, due: "02")]
    private static let blinded = study(traits: ["blinded"])

    private static func plans(_ versions: Version...) -> Binder { binder([document(1, plan, versions: versions)]) }

    static let examples: [CheckExample] = oneRecord + sequenceExamples + examined + alike

    /// What was seen in a file, and an example where something else was.
    private static let examined: [CheckExample] = FileCondition.allCases.filter {
        ![.empty, .mediaTypeMismatch].contains($0)
    }.map { condition in
        let other: FileCondition = condition == .macros ? .script : .macros
        return .init(
            code: condition.rawValue, firing: seen(FileRemark(condition, "is odd")),
            silent: seen(FileRemark(other, "is odd")))
    }

    /// Two plans that say the same; somebody decided, or a link says how they belong together.
    private static let alike: [CheckExample] = [
        .init(code: "likely-duplicate", firing: twins(), silent: twins(decided: 1)),
        .init(code: "likely-duplicate", firing: twins(decided: 1, versions: 2), silent: twins(isLinked: true)),
        .init(code: "exact-duplicate", firing: twins("same", "same"), silent: twins("same", "same", decided: 1)),
    ]

    /// Alike in their newest versions; `decided` when each had so many.
    private static func twins(
        _ text: String = "one", _ other: String = "two", decided: Int? = nil, versions: Int = 1, isLinked: Bool = false
    ) -> Binder {
        let documents = [(1, text), (2, other)].map { number, text in
            document(
                number, plan,
                versions: (1...versions).map { version($0, text: $0 == versions ? text : "\(number) \($0)") })
        }
        let (one, two) = (documents[0], documents[1])
        let decisions = decided.map { count in
            DecidedDuplicate(
                decision: DuplicateDecision(
                    .init(document: one.number, versions: count), .init(document: two.number, versions: count),
                    outcome: .bothKept), reason: "two plans", by: "someone", at: Instant(startOf: day("2026-01-10")))
        }
        let snapshot = binder(documents).snapshot
        let digests = documents.compactMap { $0.versions.last?.facts.content?.digest }
        return Binder(
            snapshot: StudySnapshot(
                study: snapshot.study, documents: documents,
                links: isLinked ? [DocumentLink(document: two.number, relation: .relatedTo, target: one.number)] : [],
                oversight: Oversight(duplicates: decisions.map { [$0] } ?? []),
                likenesses: digests[0] == digests[1]
                    ? []
                    : [
                        ContentLikeness(
                            digests[0], digests[1], kind: .text, share: 1_000, evidence: ["the same 20 words"])
                    ]),
            model: plans().model, rules: [], asOf: plans().asOf)
    }

    private static func seen(_ remark: FileRemark) -> Binder {
        let filed = version()
        var snapshot = plans(filed).snapshot
        snapshot.remarks = filed.facts.content.map { [$0.digest: [remark]] } ?? [:]
        return Binder(snapshot: snapshot, model: plans().model, rules: [], asOf: plans().asOf)
    }

    private static let oneRecord: [CheckExample] = [
        .init(
            code: "missing", firing: binder(rules: once),
            silent: binder(rules: once, study: study(trial: [.init(milestone: "02", planned: day("2026-04-01"))]))),
        .init(
            code: "missing", firing: binder([document(1, plan, versions: [version(status: .filed)])], rules: once),
            silent: binder([document(1, plan)], rules: once)),
        .init(
            code: "expired", firing: plans(version(expires: "2026-03-30")),
            silent: plans(version(expires: "2026-03-30"), version(2, expires: "2027-03-30", text: "new"))),
        .init(
            code: "expired", firing: renewal(by: "p-2"), silent: renewal(by: "p-1")),
        .init(
            code: "expiring", firing: plans(version(expires: "2026-06-29")),
            silent: plans(version(expires: "2026-06-30"))),
        .init(
            code: "awaiting-quality-control", firing: plans(version(status: .filed)),
            silent: plans(version(), version(2, status: .draft, text: "draft"))),
        .init(
            code: "returned", firing: plans(version(status: .returned)),
            silent: plans(version(status: .returned), version(2, text: "corrected"))),
        .init(
            code: "open-quality-issue", firing: binder(oversight: Oversight(issues: [issue(1)])),
            silent: binder(oversight: Oversight(issues: [issue(1, closed: "2026-03-01")]))),
        .init(
            code: "version-gap", firing: plans(version(label: "1.0"), version(2, label: "v3.0", text: "3")),
            silent: plans(version(label: "1.0"), version(2, label: "2024-01-31", text: "2"))),
        .init(
            code: "repeated-label", firing: plans(version(label: "1.0"), version(2, label: "1.0", text: "2")),
            silent: plans(version(status: .returned, label: "1.0"), version(2, label: "1.0", text: "2"))),
        .init(
            code: "late-filing", firing: plans(version(filed: "2024-02-06")),
            silent: plans(version(filed: "2024-02-05"))),
        .init(
            code: "missing-document-date", firing: plans(version(dated: nil)),
            silent: plans(version(dated: nil, url: "https://example.org"))),
        .init(
            code: "partial-document-date", firing: plans(partlyDated("UN-MAR-2024")),
            silent: plans(partlyDated("UN-MAR-2024"), version(2, text: "new"))),
        .init(
            code: "missing-document-date", firing: plans(version(dated: nil)), silent: plans(partlyDated("2024"))),
        .init(
            code: "future-date", firing: plans(version(received: "2026-04-01")),
            silent: plans(version(received: "2026-03-31", filed: "2026-03-31"))),
        .init(
            code: "exact-duplicate",
            firing: binder([1, 2].map { document($0, plan, versions: [version(text: "same")]) }),
            silent: binder([
                document(1, plan, versions: [version(text: "same")]),
                document(2, plan, isWithdrawn: true, versions: [version(text: "same")]),
            ])),
        .init(
            code: "translation-of-unknown", firing: binder([document(1, plan, translationOf: "plan-en")]),
            silent: binder([
                document(1, plan, key: "plan-en"), document(2, plan, translationOf: "plan-en"),
                document(3, plan, translationOf: "D-000001"),
            ])),
        .init(
            code: "uncertified-copy", firing: plans(version(copy: .copy)),
            silent: binder([
                document(1, plan, versions: [version(text: "1", copy: .certifiedCopy)]),
                document(2, log, "DEU/101", versions: [version(text: "2", copy: .copy)]),
            ])),
        .init(
            code: "unknown-artifact", firing: binder([document(1, number("11.11.11"))]),
            silent: binder([document(1, plan)])),
        .init(
            code: "wrong-level", firing: binder([document(1, plan, "DEU")]),
            silent: binder([document(1, insurance, "DEU")])),
        .init(
            code: "never-expected", firing: laboratory(when: .trait("local-laboratory")),
            // Its milestone may still come.
            silent: laboratory(when: .milestone("08"))),
        .init(
            code: "never-expected", firing: binder([document(1, resume, "DEU/101", person: "p-9")], rules: resumes),
            silent: binder([document(1, resume, "DEU/101", person: "p-1")], rules: resumes)),
        .init(
            code: "over-count", firing: resumes(dated: "2024-01-05"),
            // The later one renews the earlier.
            silent: resumes(dated: "2025-01-05")),
        .init(
            code: "over-count", firing: logs(atMost: 1, dated: "2025-01-05"),
            silent: logs(atMost: 2, dated: "2025-01-05")),
        .init(
            code: "restricted-kind-in-open-part", firing: binder([document(1, list)], study: blinded),
            silent: binder([document(1, list, isRestricted: true), document(2, plan)], study: blinded)),
        .init(
            code: "restricted-kind-in-open-part", firing: binder([document(1, list)], study: blinded),
            silent: binder([document(1, list)])),
        .init(
            code: "damaged-file", firing: plans(version(defect: .truncated)), silent: plans(version(defect: .encrypted))
        ),
        .init(code: "damaged-file", firing: plans(version(defect: .damaged)), silent: plans(version())),
        .init(code: "encrypted-file", firing: plans(version(defect: .encrypted)), silent: plans(version())),
        .init(code: "empty-file", firing: plans(version(bytes: 0)), silent: plans(version(bytes: 1))),
        .init(
            code: "media-type-mismatch", firing: plans(version(name: "plan.PDF", mediaType: "image/png")),
            silent: plans(version(name: "plan.pdf"), version(2, text: "2", name: "plan.csv", mediaType: "text/plain"))),
    ]

    private static func partlyDated(_ printed: String) -> Version {
        var version = version(dated: nil)
        version.facts.partialDocumentDate = PartialDay(printed)
        return version
    }

    /// A lapsed CV of p-1, and a newer one of somebody.
    private static func renewal(by person: String) -> Binder {
        binder([
            document(1, resume, "DEU/101", person: "p-1", versions: [version(expires: "2026-01-31", text: "old")]),
            document(
                2, resume, "DEU/101", person: person,
                versions: [version(dated: "2025-12-01", received: nil, text: "new")]),
        ])
    }

    private static let resumes = [rule("cv", resume, .site, subject: .person(roles: ["principal-investigator"]))]

    /// Two CVs of p-1, the first of 5 January 2024.
    private static func resumes(dated: String) -> Binder {
        binder(
            [
                document(1, resume, "DEU/101", person: "p-1", versions: [version(text: "old")]),
                document(
                    2, resume, "DEU/101", person: "p-1", versions: [version(dated: dated, received: nil, text: "new")]),
            ], rules: resumes)
    }

    /// Two logs where a rule allows so many.
    private static func logs(atMost most: Int, dated: String) -> Binder {
        let rule = ExpectationRule(
            id: "log", artifact: log, level: .site, due: .init(milestone: "03", days: 0), atMost: most)
        return binder(
            [
                document(1, log, "DEU/101"),
                document(2, log, "DEU/101", versions: [version(dated: dated, received: nil, text: "2")]),
            ], rules: [rule])
    }

    /// A laboratory's certificate at a site, which a rule asks for under a condition that does not hold.
    private static func laboratory(when condition: ExpectationRule.Condition) -> Binder {
        binder(
            [document(1, certificate, "DEU/101")],
            rules: [rule("lab", certificate, .site, expectation: .when, conditions: [condition])])
    }

    @Test func `every flaw of a file that an import counts is reported by a check`() {
        #expect(FileFlaw.allCases.allSatisfy { flaw in Check.all.contains { $0.code == flaw.rule } })
    }

    @Test(arguments: examples)
    func `a check fires on its example and is silent on its counterpart`(example: CheckExample) {
        #expect(example.firing.findings.contains { $0.rule == example.code })
        #expect(!example.silent.findings.contains { $0.rule == example.code })
    }

    @Test func `every check has an example, and a code of its own`() {
        #expect(Set(Self.examples.map(\.code)) == Set(Check.all.map(\.code)))
        #expect(Set(Check.all.map(\.code)).count == Check.all.count)
    }

    @Test func `every check is described for its readers`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/checks.md"), encoding: .utf8)
        let described = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
            $0.split(separator: "`").dropFirst().first.map(String.init)
        }

        #expect(described == Check.all.map(\.code))
    }

    @Test(arguments: examples)
    func `findings carry the code of a check, and no title`(example: CheckExample) {
        for finding in example.firing.findings {
            #expect(Check.all.contains { $0.code == finding.rule })
            #expect(!finding.message.contains("A record"))
            // A check's own reason may well speak of a record.
            let said = finding.explanation.filter { sentence in !Check.all.contains { $0.rationale == sentence } }
            #expect(!said.contains { $0.contains("A record") })
            #expect(!finding.explanation.isEmpty)
        }
    }

    @Test func `a study built complete has no findings`() {
        let rules =
            Self.once + [
                rule("cv", resume, .site, subject: .person(roles: ["principal-investigator"])), rule("log", log, .site),
            ]
        let documents = [
            document(1, plan), document(2, resume, "DEU/101", person: "p-1"), document(3, log, "DEU/101"),
        ]

        #expect(binder(documents, rules: rules, study: Self.blinded).findings == [])
    }

    @Test func `a rule weighs its own missing records, and heavier findings come first`() {
        let rules = [
            rule("log", log, .site, severity: .notice), rule("plan", plan, .trial, due: "02", severity: .warning),
            rule("cv", resume, .site),
        ]

        #expect(binder(rules: rules).findings.map(\.severity) == [.error, .warning, .notice])
    }

    @Test func `an expired record is an error only where a due slot stands empty for it`() {
        let expired = document(1, plan, versions: [version(expires: "2026-03-01", text: "1")])

        #expect(binder([expired], rules: Self.once).findings.map(\.severity) == [.error])
        #expect(binder([expired, document(2, plan)], rules: Self.once).findings.map(\.severity) == [.warning])
    }

    @Test func `a finding is the promised object`() throws {
        let finding = try #require(binder(rules: Self.once).findings.first)

        #expect(
            finding.json.line == """
                {"rule":"missing","severity":"error","artifact":"01.01.01","level":"trial","country":null,\
                "site":null,"person":null,"organization":null,"document":null,\
                "message":"01.01.01 Plan, the trial: nothing is filed, due since 2024-01-20, 801 days ago.",\
                "due":"2024-01-20","explanation":[\
                "Rule plan expects a document for 01.01.01 Plan, the trial: because.",\
                "Milestone 02 Ready was reached on 2024-01-20 (the trial); due on the same day, 2024-01-20.",\
                "On 2026-03-31 it is overdue by 801 days.","Nothing is filed."]}
                """)
    }
}
