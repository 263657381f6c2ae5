import TMFModel
import TMFReview
import Testing

@Suite struct FigureTests {
    private func places(_ texts: String...) -> [Responsibility] { texts.compactMap { Responsibility($0) } }

    /// A trial, a country with two open sites, a laboratory, and a CRO that answers for the sites' zone in the country.
    private func shared(_ targets: StudyTargets = StudyTargets()) -> Binder {
        func site(_ id: String) -> Study.Site {
            .init(id: id, name: "Site \(id)", milestones: [.init(milestone: "03", actual: day("2024-03-01"))])
        }
        let shared = Study(
            id: "ABC-101", settings: StudySettings(filingDays: 10, targets: targets),
            organizations: [
                .init(id: "cro-1", name: "CRO", kind: "cro", responsible: places("05 in DEU")),
                .init(id: "lab-1", name: "Lab", kind: "laboratory"),
            ],
            milestones: [.init(milestone: "02", actual: day("2024-01-20"))],
            countries: [.init(code: country("DEU"), sites: [site("101"), site("102")])])
        let rules = [
            rule("plan", plan, .trial, due: "02"), rule("log", log, .site), rule("cv", resume, .site),
            rule("lab", certificate, .trial, subject: .organization(kinds: ["laboratory"]), due: "02"),
        ]
        let documents = [
            document(1, plan, versions: [version(text: "1", review: .accepted)]),
            // 14 days after it was received.
            document(2, log, "DEU/101", versions: [version(filed: "2024-01-20", text: "2", review: .returned)]),
            document(3, resume, "DEU/101", versions: [version(expires: "2026-04-30", text: "3")]),
            document(4, log, "DEU/102", versions: [version(expires: "2026-02-28", text: "4")]),
            document(5, certificate, organization: "lab-1", versions: [version(text: "5")]),
            // About the laboratory, though it stands where the CRO answers.
            document(6, resume, "DEU/102", organization: "lab-1", versions: [version(status: .filed, text: "6")]),
        ]
        return binder(documents, rules: rules, study: shared)
    }

    @Test func `an organization answers for what is about it, and for what it names`() throws {
        let organizations = StatusReport(binder: shared()).organizations
        let cro = try #require(organizations.first)
        let lab = try #require(organizations.last)

        // Both sites' log and curriculum vitae.
        #expect(cro.completeness == .init(expected: 4, due: 4, complete: 2))
        #expect(cro.expired == 1)
        #expect(cro.documents == 3)
        #expect(cro.timeliness == .init(measured: 3, onTime: 2))
        #expect(cro.quality == .init(reviewed: 1, acceptedFirstTime: 0))
        #expect(cro.expiry == .init(expired: 1, expiring: 1))
        #expect(lab.completeness == .init(expected: 1, due: 1, complete: 1))
        #expect(lab.documents == 2)
        #expect(lab.timeliness == .init(measured: 2, onTime: 2))
    }

    @Test(arguments: StatusReport.Division.allCases)
    func `groups and what belongs to none of them add up to the whole`(division: StatusReport.Division) {
        let report = StatusReport(binder: shared())
        let parts = report.groups(by: division) + [report.rest(beside: division)]

        #expect(parts.reduce(0) { $0 + $1.completeness.expected } == report.completeness.expected)
        #expect(parts.reduce(0) { $0 + $1.completeness.complete } == 4)
        #expect(parts.reduce(0) { $0 + $1.documents } == 6)
        #expect(parts.reduce(0) { $0 + $1.timeliness.onTime } == 5)
        #expect(parts.reduce(0) { $0 + $1.quality.reviewed } == 2)
        #expect(parts.reduce(0) { $0 + $1.expiry.expired + $1.expiry.expiring } == 2)
        #expect(parts.reduce(0) { $0 + $1.findings.error } == report.findings.error)
        #expect(parts.reduce(0) { $0 + $1.findings.warning } == report.findings.warning)
        #expect(parts.allSatisfy { $0.documents >= 0 && $0.missing >= 0 && $0.findings.error >= 0 })
    }

    @Test func `every division has its figures`() {
        let report = StatusReport(binder: shared())

        #expect(report.sections.first { $0.number == "05.03" }?.timeliness == .init(measured: 2, onTime: 1))
        #expect(report.zones.first { $0.number == "05" }?.expiry == .init(expired: 1, expiring: 1))
        #expect(report.countries.map(\.timeliness) == [.init(measured: 4, onTime: 3)])
        #expect(report.sites.map(\.quality.reviewed) == [1, 0])
        #expect(report.rest(beside: .country).documents == 2)
        #expect(report.rest(beside: .organization).documents == 1)
        #expect(report.findings.error == report.sites.reduce(0) { $0 + $1.findings.error })
    }

    @Test(arguments: [
        (95, 100, 95, TrafficLight.green), (94, 100, 95, .amber), (85, 100, 95, .amber), (84, 100, 95, .red),
        // 94.96 % is printed as 95 and is below it all the same.
        (9_496, 10_000, 95, .amber), (1, 1, 100, .green), (0, 3, 1, .amber),
    ])
    func `a light compares the parts, not a rounded percentage`(part: Int, whole: Int, target: Int, light: TrafficLight)
    {
        #expect(TrafficLight(part, of: whole, target: target, margin: 10) == light)
        #expect(TrafficLight(part, of: whole, target: nil, margin: 10) == nil)
        #expect(TrafficLight(part, of: 0, target: target, margin: 10) == nil)
    }

    @Test func `every light has a symbol and words of its own`() {
        #expect(Set(TrafficLight.allCases.map(\.symbol)).count == 3)
        #expect(Set(TrafficLight.allCases.map(\.words)).count == 3)
    }

    @Test func `targets and lights are told where the study sets them`() {
        let targets = StudyTargets(completeness: 80, timeliness: 90, quality: 50, margin: 15)
        let json = StatusReport(binder: shared(targets)).json

        #expect(
            json["completeness"]?.line
                == #"{"expected":6,"due":6,"complete":4,"percent":66.7,"target":80,"light":"amber"}"#)
        #expect(json["timeliness"]?["light"] == "amber")
        #expect(json["quality"]?["light"] == "green")
        #expect(json["sites"]?.array?.compactMap { $0["light"] } == ["green", "red"])
        #expect(json["zones"]?.array?.first?["timeliness"]?["light"] == "green")
    }

    @Test func `one division is told with its rest and its sum`() {
        let json = StatusReport(binder: shared()).json(by: .organization)

        #expect(json.members?.map(\.key) == ["study", "as_of", "journal_head", "by", "groups", "rest", "total"])
        #expect(json["by"] == "organization")
        #expect(json["groups"]?.array?.compactMap { $0["number"] } == ["cro-1", "lab-1"])
        #expect(json["rest"]?["name"] == "the sponsor itself")
        #expect(json["rest"]?["documents"] == 1)
        #expect(json["total"]?["documents"] == 6)
    }

    @Test func `several studies are added up by their parts`() {
        // 1 of 1 and 0 of 3: their mean would be 50 %, and they are 25 %.
        let one = binder([document(1, plan)], rules: [rule("plan", plan, .trial, due: "02")])
        let many = [plan, insurance, list].map { rule("once-\($0)", $0, .trial, due: "02") }
        var other = study()
        other.id = "ABC-102"
        other.settings.filingDays = 5
        let portfolio = Portfolio([StatusReport(binder: one), StatusReport(binder: binder(rules: many, study: other))])

        #expect(portfolio.total.completeness == .init(expected: 4, due: 4, complete: 1))
        #expect(portfolio.json["total"]?["completeness"]?["percent"] == 25)
        #expect(portfolio.json["total"]?["documents"] == 1)
        #expect(portfolio.json["total"]?["timeliness"]?["limit_days"] == nil)
        #expect(portfolio.json["studies"]?.array?.compactMap { $0["study"] } == ["ABC-101", "ABC-102"])
        #expect(portfolio.json["studies"]?.array?.first == StatusReport(binder: one).json)
    }
}
