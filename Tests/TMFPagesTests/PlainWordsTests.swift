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
}
