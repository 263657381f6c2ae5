import TMFModel

/// A study of many sites: 300 documents for each, 25 in a country, six people at each.
struct LargeStudy {
    static let firstDay = Day(daysSince1970: 18_993)  // 2022-01-01
    static let lastDay = Day(daysSince1970: 20_453)  // 2025-12-31
    static let roles = [
        "principal-investigator", "sub-investigator", "sub-investigator", "study-coordinator", "pharmacist",
        "study-nurse",
    ]
    private static let codes = """
        DEU FRA ITA ESP POL NLD BEL AUT CHE SWE NOR DNK FIN IRL PRT GRC CZE SVK HUN ROU BGR HRV SVN EST LVA LTU GBR USA \
        CAN MEX BRA ARG CHL AUS NZL JPN KOR TWN ISR ZAF
        """

    let study: Study

    init(documents: Int) {
        let sites = max(1, documents / 300)
        let codes = LargeStudy.codes.split(separator: " ").compactMap { CountryCode(String($0)) }
        let countries = min(codes.count, max(1, sites / 25))
        var study = Study(
            id: "LARGE-1", title: "A study to measure by", sponsor: "Example Pharma",
            traits: ["blinded", "data-monitoring-committee", "central-laboratory"],
            organizations: [
                .init(id: "cro-1", name: "Example CRO", kind: "cro"),
                .init(id: "lab-1", name: "Central Lab", kind: "central-laboratory"),
            ],
            milestones: ["01", "02"].map { .init(milestone: $0, actual: LargeStudy.firstDay) },
            countries: codes.prefix(countries).map { .init(code: $0, activated: LargeStudy.firstDay.adding(days: 30)) })
        for number in 0..<sites {
            let opened = LargeStudy.firstDay.adding(days: 60 + number % 400)
            study.countries[number % countries].sites.append(
                .init(
                    id: "\(1_001 + number)", name: "Site \(1_001 + number)", activated: opened,
                    milestones: [.init(milestone: "03", actual: opened)],
                    people: LargeStudy.roles.enumerated().map { place, role in
                        .init(
                            id: "p-\(1_001 + number)-\(place)", name: "Dr \(number) \(place)", role: role,
                            from: opened.adding(days: -20))
                    }))
        }
        self.study = study
    }
}
