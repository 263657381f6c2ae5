import TMFModel
import TMFPages
import Testing

@Suite struct PlainWordsTests {
    private func sentence(_ event: JournalEvent, reason: String? = nil) throws -> String {
        let at = try LiteralStudy.required(Instant("2026-01-05T14:03:00.000Z"))
        let by = Attribution(actor: "m.beispiel", host: "office-1", reason: reason)
        return PlainWords(JournalEntry(seq: 7, study: "ABC-101", at: at, by: by, event: event)).sentence
    }

    private var number: DocumentNumber { DocumentNumber(17) }

    @Test func `a filed version is told with label, size and status`() throws {
        let facts = VersionFacts(
            label: "2.0", documentDate: LiteralStudy.day(2026, 1, 3), status: .approved,
            content: Content(digest: Digest(of: [1]), bytes: 84_100, mediaType: "application/pdf"))

        #expect(
            try sentence(.versionFiled(number, ordinal: 2, facts), reason: "New address") == """
                05-Jan-2026 14:03 UTC · m.beispiel filed version 2 (label 2.0), 84 KB application/pdf, approved of \
                D-000017: document date: 03-Jan-2026. Reason: New address
                """)
    }

    @Test func `a correction is told from and to`() throws {
        let changes = [
            FactChange(field: "document_date", from: "2026-01-03", to: "2026-01-04"),
            FactChange(field: "note", from: .null, to: "signed"),
        ]

        #expect(
            try sentence(.documentAmended(number, version: 2, changes)).contains(
                "corrected version 2 of D-000017: document date: 03-Jan-2026 → 04-Jan-2026; note: not set → signed"))
    }

    @Test func `every event has its sentence`() throws {
        let deu = try LiteralStudy.country("DEU")
        let address = SlotAddress(
            artifact: try LiteralStudy.artifact("05.02.04"), scope: .site(deu, "101"), person: "p-mueller")
        let link = DocumentLink(document: number, relation: .approves, target: DocumentNumber(2))
        let facts = DocumentFacts(artifact: address.artifact, scope: .trial, title: "CV")
        let site = StudyChange(
            entity: .site, key: "DEU/101", from: .object([.init("name", "Old")]), to: .object([.init("name", "New")]))
        let review = QualityReview(document: number, version: 1, outcome: .returned, from: .filed)
        let expected: [(JournalEvent, String)] = [
            (.studyChanged([site]), "changed the study in 1 place: site DEU/101: name Old → New"),
            (
                .documentFiled(number, facts, VersionFacts(url: "https://x.example")),
                "filed D-000017 at 05.02.04, the trial: version 1, held at https://x.example, filed"
            ),
            (
                .documentMoved(number, from: address, to: SlotAddress(artifact: address.artifact, scope: .trial)),
                "moved D-000017 from 05.02.04, site DEU/101, p-mueller to 05.02.04, the trial"
            ),
            (.documentWithdrawn(number), "withdrew D-000017"),
            (.qualityReviewed(review), "sent back version 1 of D-000017 in quality control: filed → returned"),
            (
                .qualityReviewed(
                    QualityReview(
                        document: number, version: 1, outcome: .returned, from: .filed, code: "incomplete")),
                "filed → returned: reason code: incomplete (Incomplete)"
            ),
            (
                .versionFiled(number, ordinal: 2, VersionFacts(url: "https://x.example", isAddendum: true)),
                "filed version 2, held at https://x.example, filed, as an addendum after the lock of D-000017"
            ),
            (.slotWaived(address), "waived 05.02.04, site DEU/101, p-mueller"),
            (.waiverLifted(address), "lifted the waiver of 05.02.04"),
            (.documentsLinked(link), "linked D-000017 to D-000002: D-000017 approves D-000002"),
            (.linkRemoved(link), "removed the link of D-000017 to D-000002"),
        ]

        for (event, words) in expected {
            let told = try sentence(event)
            #expect(told.contains(words), "\(event.name): \(told)")
        }
    }

    @Test func `events of retention, holds and disposals have their sentences`() throws {
        let usa = try #require(CountryCode("USA"))
        let event = RetentionEvent(name: "approval", country: usa, day: LiteralStudy.day(2026, 1, 31))
        let hold = HoldStatement(
            number: HoldNumber(1), kind: .legal, scope: .country(usa), branch: "05", reference: "7/26")
        let disposal = DisposalStatement(
            number: DisposalNumber(2), subject: .original, document: number, version: 1, day: event.day,
            method: "burnt", confirmedBy: "anna", witness: "bob", basis: "certified")
        let expected: [(RetentionChange, String)] = [
            (.eventStated(event, before: nil), "stated that approval in USA was on 31-Jan-2026."),
            (
                .eventStated(event, before: LiteralStudy.day(2026, 1, 1)),
                "stated that approval in USA was on 31-Jan-2026: stated before: 01-Jan-2026."
            ),
            (.eventWithdrawn(event), "took back that approval in USA was on 31-Jan-2026."),
            (
                .holdPlaced(hold),
                "placed hold H-0001 (legal) on 05 of country USA: nothing of it may be destroyed: reference: 7/26."
            ),
            (.holdLifted(HoldNumber(1), nil), "lifted hold H-0001."),
            (
                .disposalConfirmed(disposal),
                "confirmed disposal X-0002: the original of version 1 of D-000017 was destroyed on 31-Jan-2026: "
                    + "method: burnt; confirmed by: anna; witness: bob; basis: certified."
            ),
        ]
        for (change, words) in expected {
            let told = try sentence(.retention(change))
            #expect(told.hasSuffix("m.beispiel \(words)"), "\(told)")
        }
    }

    @Test func `every event of oversight has its sentence`() throws {
        let site = Scope.site(try LiteralStudy.country("DEU"), "101")
        let draw = QualityDraw(
            number: 3, seed: 7, percent: 20, population: .waiting, place: site, size: 10, digest: .zero, weighting: 1,
            through: 9, drawn: [.init(document: number, version: 2), .init(document: DocumentNumber(2), version: 1)])
        let statement = IssueStatement(
            number: IssueNumber(1), text: "two pages", severity: .major, document: number, scope: site, owner: "anna",
            due: LiteralStudy.day(2026, 1, 31), capa: "CAPA-1")
        let blocker = OverriddenBlocker(gate: "close-out", blocker: "issue:Q-0001", scope: site)
        let expected: [(OversightEvent, String)] = [
            (
                .sampleDrawn(draw),
                "drew sample 3 for quality control: 2 of 10 versions in site DEU/101, 20 percent, seed 7: population: "
                    + "what waited for quality control; drawn: D-000017/2, D-000002/1."
            ),
            (
                .issueRaised(statement),
                "raised issue Q-0001 (major) about D-000017: two pages: owner: anna; due: 31-Jan-2026; CAPA: CAPA-1."
            ),
            (
                .issueRaised(IssueStatement(number: IssueNumber(2), text: "x", severity: .minor, scope: site)),
                "raised issue Q-0002 (minor) about site DEU/101: x."
            ),
            (.issueAnswered(IssueNumber(1), nil, text: "found", capa: nil), "answered issue Q-0001: found."),
            (.issueClosed(IssueNumber(1), nil, capa: "CAPA-2"), "closed issue Q-0001: CAPA: CAPA-2."),
            (.blockerOverridden(blocker), "overrode a blocker of the close-out gate: issue:Q-0001."),
            (.overrideLifted(blocker), "lifted the override of a blocker of the close-out gate: issue:Q-0001."),
            (
                .placeLocked(Locking(scope: site, gate: "close-out", judged: 1, overridden: ["a"])),
                "locked site DEU/101: it takes addenda only: blockers overridden: a."
            ),
            (.placeUnlocked(.trial), "unlocked the trial: it takes every change again."),
            (
                .duplicateDecided(
                    DuplicateDecision(
                        .init(document: DocumentNumber(7), versions: 1),
                        .init(document: DocumentNumber(4), versions: 2),
                        outcome: .rejected(DocumentNumber(7)))),
                "decided that of D-000004 and D-000007, which are alike, D-000007 is rejected."
            ),
        ]

        for (event, words) in expected {
            let told = try sentence(.oversight(event))
            #expect(told.hasSuffix("m.beispiel \(words)"), "\(told)")
        }
    }
}
