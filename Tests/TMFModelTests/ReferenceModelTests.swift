import TMFModel
import TMFTestSupport
import Testing

@Suite struct ReferenceModelTests {
    @Test func `artifacts, sections and zones are found by number`() throws {
        let model = try ReferenceModel.sample()
        #expect(model.artifact(.investigatorCV)?.levels == [.site])
        #expect(model.artifacts(ofSection: "05.02").map(\.number) == [.investigatorCV])
        #expect(model.sections(ofZone: "05").map(\.number) == ["05.02", "05.04"])
        #expect(model.zone("05")?.name == "Site Management")
        #expect(model.milestone("03")?.name == "Site Live")
        #expect(model.zone("99") == nil)
    }

    @Test func `tables that contradict themselves are refused`() throws {
        let zone = ReferenceModel.Zone(number: "05", name: "Z")
        let section = ReferenceModel.Section(number: "05.02", name: "S")
        let artifact = Artifact(number: .investigatorCV, uniqueID: "1", name: "A", isCore: true, levels: [.site])
        let sameID = Artifact(number: .ethicsApproval, uniqueID: "1", name: "A", isCore: true, levels: [.site])
        let noLevel = Artifact(number: .investigatorCV, uniqueID: "1", name: "A", isCore: true, levels: [])
        let tables: [([ReferenceModel.Zone], [ReferenceModel.Section], [Artifact])] = [
            ([zone, zone], [section], [artifact]), ([zone], [section, section], [artifact]),
            ([zone], [section], [artifact, artifact]), ([zone], [section], [artifact, sameID]),
            ([], [section], [artifact]), ([zone], [], [artifact]), ([zone], [section], [noLevel]),
        ]
        for (zones, sections, artifacts) in tables {
            #expect(throws: ReferenceModelError.self) {
                try ReferenceModel(
                    version: "1", zones: zones, sections: sections, artifacts: artifacts, milestones: [])
            }
        }
    }
}
