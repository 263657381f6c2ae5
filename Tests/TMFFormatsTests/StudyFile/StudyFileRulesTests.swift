import TMFFormats
import TMFModel
import Testing

@Suite struct StudyFileRulesTests {
    private let example = """
        study: ABC-101
        countries:
          - code: FRA
            languages: [fr, de]
        rules:
          - {rule: E-01.01.01-trial, off: true, reason: "No plan: it is part of the SOP"}
          - rule: E-05.02.04-site
            countries: [FRA]
            due: 03+30
            reason: Local practice
          - {rule: S-1, artifact: 05.02.08, level: site, for: "person:principal-investigator & version", due: from+0,
             count: 1, when: "status:open & trait:blinded", shared: anywhere, validity: +24 months, severity: warning,
             source: 21 CFR 312.53, reason: US sites}

        """

    private func problems(_ text: String) -> [String] {
        do {
            _ = try StudyFile.read(text, source: "study.yaml")
            return []
        } catch { return error.problems.map { "\($0.row ?? 0) \($0.column ?? "")" } }
    }

    @Test func `languages and rules are read and written`() throws {
        let study = try StudyFile.read(example, source: "study.yaml")

        #expect(study.countries[0].languages == ["fr", "de"])
        #expect(study.rules.map(\.key) == ["E-01.01.01-trial", "E-05.02.04-site@FRA", "S-1"])
        #expect(study.rules[0].isOff)
        #expect(study.rules[2].texts[.subject] == "person:principal-investigator & version")
        #expect(study.rules[2].reason == "US sites")
        #expect(try StudyFile.read(StudyFile.text(of: study), source: "again") == study)
    }

    @Test func `the rules that hold have the study's in them`() throws {
        let study = try StudyFile.read(example, source: "study.yaml")
        let bundled = try BundledReferenceModel.load("3.3.1")
        let book = try RuleBook(stock: bundled.rules, study: study, model: bundled.model)

        #expect(book.rules.count == bundled.rules.count + 2)
        #expect(book.rules.filter { $0.origin == .override }.map(\.id) == ["E-01.01.01-trial", "E-05.02.04-site@FRA"])
        let added = try #require(book.rules.last)
        #expect(added.origin == .study)
        #expect(added.due == .init(.own(.from), days: 0))
        #expect(added.validity == .months(24))
        #expect(added.source == "21 CFR 312.53")
    }

    @Test func `a bad rule is refused with its line and key`() {
        let head = "study: ABC-101\nrules:\n"
        #expect(problems(head + "  - {rule: E-01.01.01-trial, off: true}\n") == ["3 rules[E-01.01.01-trial].reason"])
        #expect(
            problems(head + "  - rule: E-01.01.01-trial\n    reason: r\n    due: 99+0\n")
                == ["5 rules[E-01.01.01-trial].due"])
        #expect(problems(head + "  - {rule: E-1, due: 03+0, reason: r}\n") == ["3 rules[E-1].artifact"])
        #expect(
            problems(head + "  - {rule: E-01.01.01-trial, of: true, reason: r}\n").first
                == "3 rules[E-01.01.01-trial].of")
        #expect(
            problems(
                head
                    + "  - {rule: E-01.01.01-trial, off: true, reason: r}\n  - {rule: E-01.01.01-trial, off: true, reason: r}\n"
            )
                == ["4 rules[E-01.01.01-trial]"])
        #expect(
            problems(head + "  - {rule: E-05.02.04-site, countries: [ITA], due: 03+1, reason: r}\n")
                == ["3 rules[E-05.02.04-site].countries"])
        #expect(
            problems("study: A\ncountries:\n  - {code: DEU, languages: [german]}\n") == ["3 countries[DEU].languages"])
    }
}
