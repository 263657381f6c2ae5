import TMFFormats
import TMFModel
import Testing

@Suite struct ManifestFactsTests {
    private let study: Study
    private let model: ReferenceModel

    init() throws {
        let germany = try #require(CountryCode("DEU"))
        let artifact = try #require(ArtifactNumber("05.02.04"))
        study = Study(id: "S", countries: [Study.Country(code: germany, sites: [Study.Site(id: "101")])])
        model = try ReferenceModel(
            version: "t", zones: [.init(number: "05", name: "Z")], sections: [.init(number: "05.02", name: "S")],
            artifacts: [Artifact(number: artifact, uniqueID: "001", name: "CV", isCore: true, levels: [.site])],
            milestones: [])
    }

    private func row(_ change: (inout ManifestRow) -> Void = { _ in }) -> ManifestRow {
        var row = ManifestRow(row: 7, path: "in/101_CV_Müller.final.pdf")
        row.artifact = ArtifactNumber("05.02.04")
        change(&row)
        return row
    }

    private func columns(_ row: ManifestRow) -> [String?] {
        do {
            _ = try row.facts(in: study, model: model, source: "m.csv")
            return []
        } catch { return error.problems.map(\.column) }
    }

    @Test func `what is not said follows from the rest`() throws {
        let (document, version) = try row { $0.site = "101" }.facts(in: study, model: model, source: "m.csv")

        #expect(document.scope == Scope("DEU/101"))
        #expect(document.title == "101 CV Müller.final")
        #expect(!document.isRestricted)
        #expect(version.status == .approved)
        #expect(version.originalName == "101_CV_Müller.final.pdf")
        #expect(version.source.path == "in/101_CV_Müller.final.pdf")
    }

    @Test func `a required quality control is waited for`() throws {
        var careful = study
        careful.settings.isQualityControlRequired = true

        #expect(try row().facts(in: careful, model: model, source: "m").version.status == .filed)
        #expect(
            try row { $0.status = .approved }.facts(in: careful, model: model, source: "m").version.status == .approved)
    }

    @Test func `the level follows from country and site`() throws {
        let country = try row { $0.country = CountryCode("FRA") }.facts(in: study, model: model, source: "m")
        let trial = try row().facts(in: study, model: model, source: "m")

        #expect(country.document.scope == Scope("FRA"))
        #expect(trial.document.scope == .trial)
    }

    @Test func `a signpost without a title is called by its artifact`() throws {
        let (document, version) = try row {
            $0.path = nil
            $0.url = "https://x.example"
        }.facts(in: study, model: model, source: "m")

        #expect(document.title == "CV")
        #expect(version.originalName == nil)
        #expect(version.url == "https://x.example")
    }

    @Test func `a row that does not say where is refused`() {
        #expect(columns(row { $0.artifact = nil }) == ["artifact"])
        #expect(columns(row { $0.site = "999" }) == ["site"])
        #expect(columns(row { $0.level = .site }) == ["site"])
        #expect(columns(row { $0.level = .country }) == ["country"])
        #expect(
            columns(
                row {
                    $0.level = .trial
                    $0.site = "101"
                }) == ["site"])
        #expect(columns(row { $0.certifiedBy = "X" }) == ["copy"])
    }
}
