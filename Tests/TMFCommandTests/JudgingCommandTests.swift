import Foundation
import SystemPackage
import TMFModel
import Testing

@Suite struct JudgingCommandTests {
    private static let study = """
        study: ABC-101
        title: A Phase III study of an example
        sponsor: Example Pharma
        model: 3.3.1
        organizations:
          - {id: lab-1, name: Central Lab, kind: central-laboratory}
        milestones:
          - {milestone: "02", actual: 2024-01-20}
        countries:
          - code: DEU
            sites:
              - id: "101"
                name: University Hospital Example
                activated: 2024-03-01
                people:
                  - {id: p-mueller, name: Dr Anna Müller, role: principal-investigator, from: 2024-02-01}
        """

    /// GCP training of p-mueller with a gap from 20 January to 10 February 2025, and a licence without an end.
    private static func place() throws -> Workplace {
        let place = try Workplace(hasStore: false)
        try place.write("study.yaml", study)
        for name in ["a", "b", "c"] { try place.write("in-\(name).txt", name) }
        try place.write(
            "plan.csv",
            """
            path,artifact,sub_artifact,site,person,title,document_date,expiry_date,status
            in-a.txt,05.02.07,ICH-GCP Evidence of Training,101,p-mueller,GCP 1,2023-01-20,2025-01-19,approved
            in-b.txt,05.02.07,ICH-GCP Evidence of Training,101,p-mueller,GCP 2,2025-02-11,2027-02-10,approved
            in-c.txt,05.02.07,Medical License,101,p-mueller,Licence,2005-12-02,,approved
            """)
        try place.file(
            study: place.folder.appending("study.yaml"), source: place.folder,
            manifest: place.folder.appending("plan.csv"), on: "2026-11-20")
        return place
    }

    @Test func `was this valid on that day`() throws {
        let place = try Self.place()
        func on(_ day: String) throws -> (Int32, [String?]) {
            let outcome = try place.tmf(
                "coverage", "p-mueller", "--on", day, "--as-of", "2026-11-21", "--format", "json")
            let lines = try #require(try outcome.json()["coverage"]?.array)
            return (outcome.code, lines.map { $0["on_day"]?.string })
        }

        // Curriculum vitae, GCP training, licence.
        #expect(try on("2025-01-19") == (1, ["not-in-force", "in-force", "in-force"]))
        #expect(try on("2025-01-20") == (1, ["not-in-force", "not-in-force", "in-force"]))
        #expect(try on("2024-02-29") == (0, ["not-needed", "not-needed", "not-needed"]))
    }

    @Test func `coverage is a table, JSON and CSV`() throws {
        let place = try Self.place()

        let json = try place.tmf("coverage", "--gaps", "--as-of", "2026-11-21", "--format", "json").json()
        let line = try #require(json["coverage"]?.array?.first { $0["requirement"] == "gcp-training" })
        #expect(json.keys == ["study", "as_of", "on", "coverage"])
        #expect(
            line["gaps"]
                == .array([
                    .full([
                        ("first", "2025-01-20"), ("last", "2025-02-10"), ("open", false), ("days", 22),
                    ])
                ]))
        #expect(line["held"]?.array?.count == 2)
        let csv = try place.tmf("coverage", "p-mueller", "--as-of", "2026-11-21", "--format", "csv").output
        #expect(csv.contains("gcp-training,p-mueller,,DEU/101,05.02.07,gap,since 2024-03-01,"))
        #expect(csv.contains(",2025-01-20 to 2025-02-10,"))
        #expect(try place.tmf("coverage", "--organization", "lab-1").output.contains("nothing-held"))
        #expect(try place.tmf("coverage", "--site", "101").output.contains("GCP training"))
    }

    @Test func `who does not exist has no coverage, and the nearest name is offered`() throws {
        let place = try Self.place()

        let person = try place.tmf("coverage", "p-muller")
        let organization = try place.tmf("check", "--organization", "lab-2")
        #expect(person.code == 66)
        #expect(person.errors.contains("did you mean 'p-mueller'?"))
        #expect(organization.code == 66)
        #expect(organization.errors.contains("only lab-1"))
    }

    @Test func `findings are narrowed by rule, severity, branch, place and organization`() throws {
        let place = try Self.place()
        func rules(_ arguments: String...) throws -> Set<String> {
            let words = arguments.joined(separator: " ")
            let outcome = try place.shell("$TMF check --as-of 2026-11-21 --format json \(words)")
            return Set(try #require(try outcome.json()["findings"]?.array).compactMap { $0["rule"]?.string })
        }

        #expect(try rules("--rule coverage-gap", "--rule expiring") == ["coverage-gap", "expiring"])
        #expect(try rules("--severity error") == ["missing"])
        #expect(
            try rules("--zone 05.02.07") == ["coverage-gap", "expiring", "expiry-not-specified"])
        #expect(try rules("--country DEU", "--rule coverage-gap") == ["coverage-gap"])
        #expect(try rules("--organization lab-1") == ["missing"])
        #expect(try rules("--site 101", "--zone 08") == [])
    }

    @Test func `an unknown rule is wrong usage, and the nearest one is offered`() throws {
        let outcome = try Workplace(hasStore: false).tmf("check", "--rule", "coverge-gap")

        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("There is no check 'coverge-gap'. Did you mean 'coverage-gap'?"))
    }

    @Test func `checks are listed without a store`() throws {
        let place = try Workplace(hasStore: false)
        let list = try place.tmf("check", "--list", "--format", "json").json()
        let checks = try #require(list["checks"]?.array)

        #expect(checks.first?.keys == ["rule", "severity", "title", "rationale"])
        #expect(checks.contains { $0["rule"] == "amendment-cascade" })
        #expect(try place.tmf("check", "--list").output.contains("site-activated-before-approval"))
    }

    @Test func `what lapses is shown in windows, and what does not say when is a list of its own`() throws {
        let place = try Self.place()

        let expiring = try place.tmf("expiring", "--within", "120", "--as-of", "2026-11-21", "--format", "json").json()
        #expect(expiring["windows"]?.keys == ["expired", "0-30", "31-60", "61-90", "91-120", "121+"])
        #expect(expiring["windows"]?["61-90"] == 1)
        #expect(expiring["expiring"]?.array?.map { $0["window"] } == ["61-90"])
        let unspecified = try place.tmf("expiring", "--unspecified", "--format", "json").json()
        #expect(unspecified["unspecified"]?.array?.map { $0["title"] } == ["Licence"])
        #expect(try place.tmf("expiring", "--unspecified", "--within", "3").code == 64)
    }
}
