import TMFModel
import TMFTestSupport
import Testing

@Suite struct JournalEntryTests {
    private static let slot = SlotAddress(
        artifact: .investigatorCV, subArtifact: "CV, \"signed\"", scope: .site(.germany, "101"), person: "p-beispiel",
        organization: "cro-1")
    private static let fullFacts = DocumentFacts(
        artifact: .investigatorCV, subArtifact: "CV", scope: .site(.germany, "101"), person: "p-beispiel",
        organization: "cro-1", title: "Lebenslauf \"Beispiel\"\n😀", language: "de", translationOf: "D-000002",
        isRestricted: true, key: "cv-1")
    private static let fullVersion = VersionFacts(
        label: "3.0", documentDate: Day("2024-02-29"), receivedDate: Day("2024-03-01"), expiryDate: Day("2026-02-28"),
        expiryRule: .months(24),
        copy: CopyStatement(
            kind: .certifiedCopy, certifiedBy: "A. Muster", certifiedOn: Day("2024-03-02"), certifiedMethod: "compared"),
        status: .approved, filedElsewhere: Day("2024-03-05"),
        source: Source(system: "old-etmf", id: "4711", path: "05/CV.pdf"), originalName: "CV.pdf",
        content: Content(digest: Digest(of: [1, 2, 3]), bytes: 3, mediaType: "application/pdf"),
        url: "https://example.org/1", note: "n", metadata: [JSON.Member("Zone", "5"), JSON.Member("Box", "")])
    private static let few = DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "Protocol")
    private static let one = DocumentNumber(1)
    private static let two = DocumentNumber(2)

    private static let events: [JournalEvent] =
        [
            .studyChanged(Study.sample.changes(since: nil)),
            .studyChanged([]),
            .studyChanged([StudyChange(entity: .trait, key: "blinded", from: true, to: .null)]),
            .documentFiled(one, fullFacts, fullVersion),
            .documentFiled(two, few, VersionFacts()),
            .documentFiled(
                two, few, VersionFacts(expiryRule: ExpiryRule.none, copy: CopyStatement(kind: .copy), url: "https://x")),
            .versionFiled(one, ordinal: 2, fullVersion),
            .documentAmended(one, version: nil, [FactChange(field: "title", from: "A", to: "B")]),
            .documentAmended(
                one, version: 3,
                [FactChange(field: "note", from: .null, to: "B"), FactChange(field: "url", from: "A", to: .null)]),
            .documentMoved(one, from: slot, to: SlotAddress(artifact: .trialProtocol, scope: .trial)),
            .documentWithdrawn(one),
            .qualityReviewed(QualityReview(document: one, version: 2, outcome: .accepted, from: .filed)),
            .qualityReviewed(QualityReview(document: one, version: 2, outcome: .returned, from: .approved)),
            .qualityReviewed(
                QualityReview(document: one, version: 2, outcome: .returned, from: .filed, code: "no-code-of-today")),
            .versionFiled(one, ordinal: 2, VersionFacts(url: "https://x", isAddendum: true)),
            .slotWaived(slot),
            .slotWaived(SlotAddress(artifact: .ethicsApproval, scope: .country(.france))),
            .waiverLifted(slot),
        ]
        + DocumentLink.Relation.allCases.flatMap { relation -> [JournalEvent] in
            let link = DocumentLink(document: one, relation: relation, target: two)
            return [.documentsLinked(link), .linkRemoved(link)]
        } + oversight.map { .oversight($0) } + retention.map { .retention($0) }

    private static let approval = RetentionEvent(name: "approval", country: .france, day: Day(daysSince1970: 20_000))
    private static let retention: [RetentionChange] = [
        .eventStated(approval, before: nil), .eventStated(approval, before: Day("2024-02-29")),
        .eventStated(RetentionEvent(name: "end-of-trial", day: Day(daysSince1970: 0)), before: nil),
        .eventWithdrawn(approval), .holdPlaced(HoldStatement(number: HoldNumber(1), kind: .regulatory)),
        .holdPlaced(
            HoldStatement(
                number: HoldNumber(2), kind: .legal, scope: .site(.germany, "1"), branch: "05.02", document: one,
                reference: "\"x\"")),
        .holdLifted(HoldNumber(1), nil), .holdLifted(HoldNumber(2), one),
        .disposalConfirmed(
            DisposalStatement(
                number: DisposalNumber(1), subject: .original, document: two, version: 1, day: approval.day,
                method: "m", confirmedBy: "Ü", witness: "w", basis: "b")),
        .disposalConfirmed(
            DisposalStatement(
                number: DisposalNumber(20_000), subject: .investigator, document: two, day: approval.day, method: "m",
                confirmedBy: "c", basis: "b")),
    ]

    @Test func `what is withheld of a held or destroyed document is withheld of that, too`() {
        #expect(JournalEntryTests.retention.filter { $0.documents == [JournalEntryTests.one] }.count == 2)
        #expect(JournalEntryTests.retention.filter { $0.documents == [JournalEntryTests.two] }.count == 2)
    }

    private static let oversight: [OversightEvent] = [
        .sampleDrawn(
            QualityDraw(
                number: 2, seed: .max, percent: 20, population: .waiting, place: .site(.germany, "101"), size: 3,
                digest: Digest(of: "x".utf8), weighting: 1, through: 9,
                drawn: [.init(document: two, version: 3), .init(document: one, version: 1)])),
        .sampleDrawn(
            QualityDraw(
                number: 1, seed: 0, percent: 100, population: .filed, place: nil, size: 0, digest: .zero, weighting: 1,
                through: 0, drawn: [])),
        .issueRaised(
            IssueStatement(
                number: IssueNumber(1), text: "a \"text\"\n", severity: .critical, document: one,
                artifact: .investigatorCV,
                scope: .site(.germany, "101"), owner: "Ü", due: Day("2026-01-31"), capa: "CAPA-1")),
        .issueRaised(IssueStatement(number: IssueNumber(12_345), text: "t", severity: .minor)),
        .issueAnswered(IssueNumber(1), one, text: "answer", capa: "CAPA-2"),
        .issueAnswered(IssueNumber(1), nil, text: "answer", capa: nil),
        .issueClosed(IssueNumber(1), one, capa: nil), .issueClosed(IssueNumber(1), nil, capa: "CAPA-3"),
        .blockerOverridden(
            OverriddenBlocker(gate: "close-out", blocker: "issue:Q-0001", scope: .country(.france), document: two)),
        .overrideLifted(OverriddenBlocker(gate: "inspection", blocker: "b", scope: .trial)),
        .placeLocked(Locking(scope: .site(.germany, "101"), gate: "close-out", judged: 8, overridden: ["a", "b"])),
        .placeLocked(Locking(scope: .trial, gate: "close-out", judged: 8)),
        .placeUnlocked(.trial), .placeUnlocked(.country(.germany)),
        .duplicateDecided(
            DuplicateDecision(
                .init(document: two, versions: 1), .init(document: one, versions: 3), outcome: .rejected(two))),
        .duplicateDecided(
            DuplicateDecision(
                .init(document: one, versions: 1), .init(document: two, versions: 3), outcome: .linked(.relatedTo))),
        .duplicateDecided(
            DuplicateDecision(
                .init(document: two, versions: 2), .init(document: one, versions: 3), otherStudy: "ABC-102",
                outcome: .bothKept)),
    ]

    @Test func `what is withheld of an issue's document is withheld of its answers`() {
        let speaking = JournalEntryTests.oversight.filter { $0.documents == [JournalEntryTests.one] }
        #expect(speaking.map(\.name) == ["issue.raised", "issue.answered", "issue.closed"])
    }

    @Test(arguments: [
        ("\"judged\":8", "\"judged\":0"), ("\"level\":\"trial\"", "\"level\":\"moon\""),
        ("\"gate\":\"close-out\",", ""),
        ("place.locked", "place.blessed"),
    ])
    func `a lock that does not hold together is refused`(part: String, replacement: String) {
        let line = JournalEntry(
            seq: 9, study: "S", at: Instant(milliseconds: 0), by: .test,
            event: .oversight(.placeLocked(Locking(scope: .trial, gate: "close-out", judged: 8)))
        ).line
        #expect(line.contains(part))
        #expect(throws: JournalLineError.self) { try JournalEntry(line: line.replacing(part, with: replacement)) }
    }

    @Test(arguments: events) func `an entry reads back from its line`(event: JournalEvent) throws {
        for by in [Attribution.test, .testWithoutReason, Attribution(actor: "Ü \"x\"\n", host: "", reason: "")] {
            let entry = JournalEntry(
                seq: 7, study: "ABC-101", at: Instant(milliseconds: 1_774_960_496_789), by: by, event: event)
            let line = entry.line
            #expect(!line.contains("\n"))
            #expect(try JournalEntry(line: line) == entry)
            #expect(try JournalEntry(line: line).line == line)
        }
    }

    @Test func `a line has the keys that other programs rely on, in their order`() throws {
        let entry = JournalEntry(
            seq: 1, study: "ABC-101", at: Instant(milliseconds: 0), by: .testWithoutReason,
            event: .documentWithdrawn(DocumentNumber(3)))
        let expected =
            #"{"seq":1,"study":"ABC-101","at":"1970-01-01T00:00:00.000Z","actor":"tester","host":"desk","#
            + #""reason":null,"event":"document.withdrawn","data":{"document":"D-000003"}}"#
        #expect(entry.line == expected)
    }

    @Test(arguments: [
        ("\"seq\":1", "\"seq\":0"), ("\"seq\":1", "\"seq\":\"1\""), ("\"seq\":1", "\"seq\":1.5"),
        ("\"study\":\"S\"", "\"study\":5"), ("1970-01-01T00:00:00.000Z", "1970-01-01"), ("\"actor\":\"a\",", ""),
        ("slot.waived", "slot.blessed"), ("05.02.04", "05.02"), ("\"level\":\"site\"", "\"level\":\"trial\""),
        ("\"country\":\"DEU\",", ""), ("\"level\":\"site\"", "\"level\":\"Site\""), ("}}", "}"),
        ("{\"seq\"", "\"seq\""),
    ])
    func `a line that is no entry is refused`(part: String, replacement: String) throws {
        let line =
            #"{"seq":1,"study":"S","at":"1970-01-01T00:00:00.000Z","actor":"a","host":"h","reason":null,"#
            + #""event":"slot.waived","data":{"artifact":"05.02.04","level":"site","country":"DEU","site":"101"}}"#
        _ = try JournalEntry(line: line)
        #expect(line.contains(part))
        #expect(throws: JournalLineError.self) {
            try JournalEntry(line: line.replacing(part, with: replacement, maxReplacements: 1))
        }
    }

    @Test func `facts that do not fit their field are refused by name`() throws {
        let json = JournalEntryTests.fullVersion.json
        for (field, value) in [
            ("document_date", JSON.string("2024-02-30")), ("expiry_rule", "sometimes"), ("copy", "photo"),
            ("status", .null), ("status", "superseded"), ("sha256", "12"), ("received_date", 5), ("bytes", "3"),
        ] {
            let changed = json.applying([FactChange(field: field, from: .null, to: value)])
            let error = #expect(throws: FactError.self) { try VersionFacts(json: changed) }
            #expect(error?.field == field)
        }
    }

    @Test func `the changes between two records turn one into the other`() throws {
        let before = JournalEntryTests.fullVersion.json
        let after = VersionFacts(label: "4.0", status: .filed, note: "n").json
        let changes = before.changes(to: after)
        #expect(changes.map(\.field) == changes.map(\.field).sorted())
        #expect(try VersionFacts(json: before.applying(changes)) == VersionFacts(json: after))
        #expect(before.changes(to: before).isEmpty)
    }
}
