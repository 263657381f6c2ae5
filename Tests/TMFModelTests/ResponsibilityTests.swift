import TMFModel
import TMFTestSupport
import Testing

@Suite struct ResponsibilityTests {
    private func number(_ text: String) throws -> ArtifactNumber { try #require(ArtifactNumber(text)) }

    @Test(arguments: ["02", "05.02", "05.02.04", "trial", "DEU", "DEU/101", "05.02 in DEU", "11 in DEU/1 in 2"])
    func `a responsibility reads back as it was written`(text: String) throws {
        #expect(try #require(Responsibility(text)).description == text)
    }

    @Test(arguments: ["", "5", "00", "05.", "05.02.04.01", "XXX", "05 in", "05 in XXX", "DEU in 05", "05 at DEU", "+5"])
    func `anything else is refused`(text: String) { #expect(Responsibility(text) == nil) }

    @Test func `a country stands with its sites, and the trial by itself`() throws {
        let germany = try #require(Responsibility("DEU"))
        let trial = try #require(Responsibility("trial"))
        let artifact = try number("05.02.04")

        #expect(germany.contains(artifact, .country(.germany)))
        #expect(germany.contains(artifact, .site(.germany, "101")))
        #expect(!germany.contains(artifact, .trial))
        #expect(trial.contains(artifact, .trial))
        #expect(!trial.contains(artifact, .country(.germany)))
    }

    @Test func `whoever names a place most nearly answers for it`() throws {
        func organization(_ id: String, _ places: String...) -> Study.Organization {
            .init(id: id, name: id, kind: "cro", responsible: places.compactMap { Responsibility($0) })
        }
        let study = Study(
            id: "X",
            organizations: [
                organization("everything-there", "DEU"), organization("section", "05.02"), organization("zone", "05"),
                organization("section-there", "05.02 in DEU"), organization("site", "DEU/101"),
                organization("second", "05"),
            ])
        let who = Responsibilities(study)

        #expect(who.organization(at: try number("05.02.04"), in: .trial) == "section")
        #expect(who.organization(at: try number("05.03.01"), in: .trial) == "zone")
        #expect(who.organization(at: try number("05.03.01"), in: .country(.germany)) == "everything-there")
        #expect(who.organization(at: try number("05.02.04"), in: .site(.germany, "102")) == "section-there")
        #expect(who.organization(at: try number("05.02.04"), in: .site(.germany, "101")) == "site")
        #expect(who.organization(at: try number("01.01.01"), in: .trial) == nil)
        #expect(Responsibilities(.sample).isEmpty)
    }

    @Test func `a study without targets and responsibilities has the entities that it always had`() throws {
        let organization = try #require(Study.sample.entities.first { $0.kind == .organization })

        #expect(organization.value.line == #"{"name":"Example CRO","kind":"cro"}"#)
        #expect(
            Study.sample.entities.filter { $0.kind == .setting }.map(\.key) == [
                "filing-days", "expiry-window-days", "quality-control",
            ])
    }
}
