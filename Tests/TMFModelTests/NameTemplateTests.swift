import TMFModel
import Testing

@Suite struct NameTemplateTests {
    private func name(_ text: String, _ values: [NameTemplate.Field: String]) throws -> String {
        try NameTemplate(text).name { values[$0] }
    }

    @Test func `fields are filled in, and what is not said leaves no trace`() throws {
        let text = "{artifact} {site} {person}[ ({version})] [[x]] {{y}}"
        #expect(
            try name(text, [.artifact: "CV", .site: "101", .person: "Dr Müller", .version: "2.0"])
                == "CV 101 Dr Müller (2.0) [x] {y}")
        #expect(try name(text, [.artifact: "CV", .person: "Dr Müller"]) == "CV Dr Müller [x] {y}")
        #expect(try name("{site}", [:]) == "")
        #expect(try name("only [ {version}]x{site}", [.version: "1"]) == "")
    }

    @Test(arguments: [
        ("{artefact}", "character 2"), ("CV {person", "character 4"), ("CV person}", "character 10"),
        ("[{site}", "character 1"), ("{site}]", "character 7"), ("[a[{site}]]", "character 3"), ("CV", "character 1"),
        ("", "character 1"), ("{site}\n", "character 7"), ("{}", "character 2"),
    ])
    func `a template that is not well formed is refused with its place`(text: String, place: String) throws {
        let error = #expect(throws: FactError.self) { _ = try NameTemplate(text) }
        #expect(error?.field == place)
    }

    @Test func `an artifact's own template stands before that for all`() throws {
        var titles = TitleTemplates()
        try titles.set("all", to: "{number}")
        try titles.set("05.02.04", to: "CV {person}")
        #expect(titles.settings.map(\.key) == ["all", "05.02.04"])
        #expect(throws: FactError.self) { try titles.set("05.02", to: "{site}") }
    }
}
