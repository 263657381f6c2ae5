import TMFFormats
import TMFModel
import Testing

@Suite struct StudyFileTests {
    private let example = """
        study: ABC-101                    # protocol number
        title: A Phase III study of Smith & Wesson's *own* drug
        sponsor: Example Pharma
        model: 3.3.1
        traits: [blinded, data-monitoring-committee, central-laboratory]
        settings: {filing-days: 20, expiry-window-days: 0, quality-control: required}
        organizations:
          - {id: cro-1, name: Example CRO, kind: cro}
          - {id: lab-1, name: Central Lab, kind: central-laboratory}
        milestones:
          - {milestone: 2, planned: 2024-01-15, actual: 2024-01-20}
        people:
          - {id: p-lead, name: Lead, role: study-manager}
        countries:
          - code: DEU
            activated: 2024-02-01
            milestones: []
            sites:
              - id: 0101
                name: University Hospital Example
                closed: null
                milestones: [{milestone: 08, actual: 2024-03-01}]
                people:
                  - {id: p-mueller, name: Dr Anna Müller, role: principal-investigator, from: 2024-02-01, to: null}

        """

    private func problems(_ text: String) -> [InputProblem] {
        do {
            _ = try StudyFile.read(text, source: "study.yaml")
            return []
        } catch { return error.problems }
    }

    @Test func `every part of a study is read`() throws {
        let study = try StudyFile.read(example, source: "study.yaml")

        #expect(study.id == "ABC-101")
        #expect(study.title.hasSuffix("*own* drug"))
        #expect(study.traits == ["blinded", "data-monitoring-committee", "central-laboratory"])
        #expect(study.settings == StudySettings(filingDays: 20, expiryWindowDays: 0, isQualityControlRequired: true))
        #expect(study.organizations.map(\.id) == ["cro-1", "lab-1"])
        #expect(study.milestones.first?.milestone == "02")
        #expect(study.milestones.first?.planned == Day("2024-01-15"))
        #expect(study.people.first?.role == "study-manager")
        let scope = try #require(Scope("DEU/0101"))
        let site = try #require(study.site(scope))
        #expect(site.milestones.first?.milestone == "08")
        #expect(site.people.first?.name == "Dr Anna Müller")
        #expect(site.people.first?.from == Day("2024-02-01"))
        #expect(study.countries.first?.activated == Day("2024-02-01"))
    }

    @Test func `what is written reads back`() throws {
        var study = try StudyFile.read(example, source: "study.yaml")
        study.title = "\"Quoted\": a, b # {c} 'd' \\ 100% – ü"
        study.sponsor = "null"
        study.countries[0].sites[0].id = "0x1F"
        study.countries[0].sites[0].name = "2024-01-01"
        study.countries[0].people = [Study.Person(id: "123", name: "yes", role: "monitor", to: Day("2025-01-01"))]

        #expect(try StudyFile.read(StudyFile.text(of: study), source: "again") == study)
        #expect(try StudyFile.read(StudyFile.text(of: Study(id: "X")), source: "again") == Study(id: "X"))
    }

    @Test func `only the study's number is required`() throws {
        #expect(try StudyFile.read("study: X\n", source: "s") == Study(id: "X"))
        #expect(problems("title: X\n").map(\.column) == ["study"])
    }

    @Test func `all problems are listed at once, with line and key`() {
        let found = problems(
            """
            study: ABC 101
            titel: X
            settings: {filing-days: 0, quality-control: maybe}
            milestones:
              - {milestone: "13"}
              - {milestone: "02", planned: 2024-02-30}
            countries:
              - code: DE
              - code: FRA
                closed: 2024-01-01
                activated: 2024-02-01
                sites:
                  - {id: a/b}
                  - id: "7"
                    people: [{id: p, name: P, role: pi, from: 2024-02-02, to: 2024-02-01}]
            """)

        #expect(found.map(\.row) == [1, 2, 3, 3, 5, 6, 8, 10, 13, 15])
        #expect(
            found.map(\.column) == [
                "study", "titel", "settings.filing-days", "settings.quality-control", "milestones[13].milestone",
                "milestones[02].planned", "countries[DE].code", "countries[FRA].closed",
                "countries[FRA].sites[#1].id", "countries[FRA].sites[7].people[p].to",
            ])
        #expect(found[1].message.contains("did you mean 'title'"))
        #expect(found[5].message.contains("2024-02-30"))
    }

    @Test(arguments: [
        "traits: [blinded, blinded]", "organizations: [{id: o, name: O, kind: cro}, {id: o, name: P, kind: cro}]",
        "countries: [{code: DEU}, {code: DEU}]", "milestones: [{milestone: 2}, {milestone: '02'}]",
        "people: [{id: p, name: P, role: pi}, {id: p, name: Q, role: pi}]",
        "countries: [{code: DEU, sites: [{id: '1'}]}, {code: FRA, sites: [{id: 1}]}]",
    ])
    func `what stands twice is named`(text: String) {
        let found = problems("study: X\n\(text)\n")
        #expect(found.count == 1)
        #expect(found.first?.row == 2)
    }

    @Test func `a person may have two roles`() {
        #expect(problems("study: X\npeople: [{id: p, name: P, role: pi}, {id: p, name: P, role: monitor}]\n").isEmpty)
    }

    @Test(arguments: [
        "study: [X]", "- study", "study", "", "---\n", "study: X\nstudy: Y", "study: X\n---\nstudy: Y", "study: {X",
        "study: X\ntraits: blinded", "study: X\nsettings: []", "study: X\ncountries: [DEU]", "study: .X", "study: a/b",
        "study: X\norganizations: [{id: o, name: O, kind: 'a|b'}]", "study: X\nsettings: {filing-days: 1.5}",
        "study: !!int 1", "study: !x X", "study: &a X", "study: &a X\ntitle: *a", "study: X\ntitle: *b",
        "study: X\ntitle: \"a\\nb\"", "study: X\ntitle: \"\\u202Eabc\"", "\tstudy: X", "study: X\n? {a: b}\n: c",
        "study: X\n<<: {title: Y}", "study: X\npeople: [{id: \"a\\u0000\", name: P, role: pi}]", "study: X\u{0}",
        "study: X\nmilestones: [{planned: 2024-01-01}]", "study: X\ncountries: [{code: DEU, sites: [{name: N}]}]",
    ])
    func `bad text is refused`(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func `a few lines cannot be made to stand for billions`() {
        var bomb = "study: X\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            bomb += "a\(level): &a\(level) {? *a\(level - 1) : [*a\(level - 1), *a\(level - 1)]}\n"
        }
        #expect(problems(bomb).first?.row == 3)
        #expect(problems("study: X\ntitle: \(String(repeating: "x", count: 8 << 20))").count == 1)
        #expect(!problems("study: " + String(repeating: "[", count: 100_000)).isEmpty)
        #expect(!problems("study: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)).isEmpty)
    }
}
