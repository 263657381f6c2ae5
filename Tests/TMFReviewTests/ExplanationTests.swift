import TMFModel
import TMFReview
import Testing

@Suite struct ExplanationTests {
    private let rules = [
        rule("cv", resume, .site, subject: .person(roles: ["principal-investigator"]), days: 14),
        rule("cv-signed", resume, .site, subArtifact: "Signed", expectation: .no),
        rule("cv-blinded", resume, .site, expectation: .when, conditions: [.trait("blinded")]),
    ]

    @Test func `an explanation has every rule, every slot and every document of the place`() {
        let filed = document(
            1, resume, "DEU/101", person: "p-1", title: "A secret", versions: [version(status: .filed)])
        let explanation = binder([filed], rules: rules).explain(resume, in: scope("DEU/101"))

        #expect(
            explanation.sentences == [
                "05.02.04 Curriculum Vitae, site 101 (DEU).",
                "Rule cv-signed expects nothing at site level: because.",
                "Rule cv-blinded asks for nothing here: it holds only where the study has the trait 'blinded'.",
                "05.02.04 Curriculum Vitae, site 101 (DEU), Dr Ånna Möller (p-1): unapproved, overdue.",
                "Rule cv expects a document for 05.02.04 Curriculum Vitae, site 101 (DEU), Dr Ånna Möller (p-1), "
                    + "as for every principal investigator: because.",
                "Milestone 03 Site Live was reached on 2024-03-01 (site 101 (DEU)); "
                    + "due 14 days after 2024-03-01, on 2024-03-15.",
                "On 2026-03-31 it is overdue by 746 days.",
                "Filed but not approved: D-000001.", "Filed there: D-000001.",
            ])
    }

    @Test func `what the model and the rules do not know is said`() {
        let sentences = binder().explain(number("09.09.09")).sentences

        #expect(sentences == ["09.09.09.", "No rule speaks of it.", "No document is filed there."])
    }

    @Test func `a slot is the promised object`() throws {
        let slot = try #require(binder(rules: rules, waivers: [waiver(resume, "DEU/101")]).slots.first)

        #expect(
            slot.json.line == """
                {"rule":"cv","artifact":"05.02.04","sub_artifact":null,"level":"site","country":"DEU","site":"101",\
                "person":"p-1","organization":null,"protocol_version":null,"language":null,"renews":null,\
                "due":"2024-03-15","timing":"due","state":"waived","documents":[],"explanation":[\
                "Rule cv expects a document for 05.02.04 Curriculum Vitae, site 101 (DEU), Dr Ånna Möller (p-1), \
                as for every principal investigator: because.",\
                "Milestone 03 Site Live was reached on 2024-03-01 (site 101 (DEU)); \
                due 14 days after 2024-03-01, on 2024-03-15.",\
                "Waived by someone on 2026-03-31: Not done here."]}
                """)
    }
}
