import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct UnknownNamesTests {
    private let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        for name in ["a", "b", "c", "d", "e"] { try desk.put("file \(name)", "\(name).txt") }
    }

    private func load() throws -> ImportReport {
        let manifest = try desk.folder.write(
            """
            path,artifact,level,country,site,person,organization
            a.txt,05.02.04,site,DEU,101,p-new,
            b.txt,05.02.04,site,DEU,909,p-new,lab-9
            c.txt,05.02.04,site,ESP,901,p-other,
            d.txt,05.02.04,site,DEU,101,p-new,lab-9
            e.txt,01.01.01,trial,,,p-chief,

            """, to: "manifest.csv")
        let rules = try BundledReferenceModel.load("3.3.1").rules
        return try Importing(
            store: desk.store, study: "ABC-101", model: desk.model, expecting: rules, by: .test
        ).run(IntakeSource(desk.folder("in")), Importing.Options(manifest: manifest))
    }

    @Test func `each name that the study does not have is told once, with how many rows name it`() throws {
        let report = try load()
        #expect(
            report.unknown.map { "\($0.kind.rawValue) \($0.id) in \($0.scope?.description ?? "-"): \($0.count)" }
                == [
                    "person p-new in DEU/101: 3", "site 909 in DEU: 1", "organization lab-9 in -: 2",
                    "country ESP in ESP/901: 1", "site 901 in ESP: 1", "person p-other in ESP/901: 1",
                    "person p-chief in trial: 1",
                ])
        #expect(report.read == report.failed)
    }

    @Test func `the lines for the study file are of its own form, and add what was named`() throws {
        let lines = try load().unknown.studyLines(for: "ABC-101")
        #expect(
            lines == """
                organizations:
                  - {id: lab-9, name: lab-9, kind: unknown}
                people:
                  - {id: p-chief, name: p-chief, role: unknown}
                countries:
                  - code: ESP
                    sites:
                      - id: "901"
                        name: "901"
                        people:
                          - {id: p-other, name: p-other, role: principal-investigator}
                  - code: DEU
                    sites:
                      - id: "909"
                        name: "909"
                      - id: "101"
                        name: "101"
                        people:
                          - {id: p-new, name: p-new, role: principal-investigator}

                """)
        let study = try StudyFile.read("study: X-1\ntitle: x\nsponsor: y\n" + lines, source: "study.yaml")
        #expect(study.hasPerson("p-new"))
        #expect(study.organization("lab-9") != nil)
        #expect(study.contains(.site(try #require(CountryCode("ESP")), "901")))
        #expect([UnknownName]().studyLines(for: "ABC-101") == "")
    }
}
