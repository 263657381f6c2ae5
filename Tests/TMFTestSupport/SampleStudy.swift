package import TMFModel

extension Attribution {
    /// Somebody, somewhere, with a reason.
    package static let test = Attribution(actor: "tester", host: "desk", reason: "because the test says so")
    /// The same without a reason.
    package static let testWithoutReason = Attribution(actor: "tester", host: "desk")
}

extension CountryCode {
    package static let germany = known("DEU")
    package static let france = known("FRA")

    private static func known(_ code: String) -> CountryCode {
        guard let code = CountryCode(code) else { preconditionFailure("\(code) is no country") }
        return code
    }
}

extension Study {
    /// ABC-101: two countries, three sites, a few people.
    package static let sample = Study(
        id: "ABC-101", title: "A study of nothing", sponsor: "Example Pharma", model: "3.3.1", traits: ["blinded"],
        settings: StudySettings(filingDays: 30, expiryWindowDays: 90, isQualityControlRequired: true),
        organizations: [
            Organization(id: "cro-1", name: "Example CRO", kind: "cro"),
            Organization(id: "lab-1", name: "Central Lab", kind: "central-laboratory"),
        ],
        milestones: [Milestone(milestone: "02", planned: Day("2024-01-15"), actual: Day("2024-01-20"))],
        people: [Person(id: "p-monitor", name: "Max Beispiel", role: "medical-monitor")],
        countries: [
            Country(
                code: .germany, activated: Day("2024-02-01"),
                milestones: [Milestone(milestone: "02", actual: Day("2024-02-10"))],
                people: [Person(id: "p-manager", name: "Erika Muster", role: "country-manager")],
                sites: [
                    Site(
                        id: "101", name: "Klinik am See", activated: Day("2024-03-01"),
                        milestones: [Milestone(milestone: "03", actual: Day("2024-03-01"))],
                        people: [
                            Person(
                                id: "p-beispiel", name: "Dr. Berta Beispiel", role: "principal-investigator",
                                from: Day("2024-02-01")),
                            Person(
                                id: "p-muster", name: "Dr. Moritz Muster", role: "sub-investigator",
                                from: Day("2024-02-01"), to: Day("2025-01-31")),
                        ]),
                    Site(id: "102", name: "Klinik im Wald"),
                ]),
            Country(code: .france, sites: [Site(id: "201", name: "Hôpital d'Exemple")]),
        ])
}
