import TMFModel
import TMFReview

/// Literals short enough to write a study by hand. A mistyped literal ends the test run, which is what it is for.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("not a day: \(text)") }
    return day
}

func number(_ text: String) -> ArtifactNumber {
    guard let number = ArtifactNumber(text) else { preconditionFailure("not an artifact number: \(text)") }
    return number
}

func scope(_ text: String) -> Scope {
    guard let scope = Scope(text) else { preconditionFailure("not a scope: \(text)") }
    return scope
}

func country(_ text: String) -> CountryCode {
    guard let code = CountryCode(text) else { preconditionFailure("not a country: \(text)") }
    return code
}

let today = day("2026-03-31")
let plan = number("01.01.01")
let insurance = number("02.01.01")
let resume = number("05.02.04")
let log = number("05.03.01")
let list = number("06.01.01")
let certificate = number("08.01.01")

/// Six artifacts in five zones of a model of our own.
let smallModel: ReferenceModel = {
    let artifacts = [
        Artifact(
            number: plan, uniqueID: "001", name: "Plan", isCore: true, levels: [.trial], milestones: [.trial: "02"]),
        Artifact(number: insurance, uniqueID: "002", name: "Insurance", isCore: true, levels: [.trial, .country]),
        Artifact(number: resume, uniqueID: "003", name: "Curriculum Vitae", isCore: true, levels: [.site]),
        Artifact(number: log, uniqueID: "004", name: "Visit Log", isCore: false, levels: [.site]),
        Artifact(
            number: list, uniqueID: "005", name: "Treatment List", isCore: true, levels: [.trial, .site],
            mayUnblind: true),
        Artifact(
            number: certificate, uniqueID: "006", name: "Laboratory Certificate", isCore: true,
            levels: [.trial, .country, .site]),
    ]
    let zones = [("01", "Management"), ("02", "Central"), ("05", "Sites"), ("06", "Product"), ("08", "Laboratory")]
    do {
        return try ReferenceModel(
            version: "small", zones: zones.map { .init(number: $0.0, name: $0.1) },
            sections: ["01.01", "02.01", "05.02", "05.03", "06.01", "08.01"].map { .init(number: $0, name: $0) },
            artifacts: artifacts,
            milestones: [
                .init(number: "02", name: "Ready"), .init(number: "03", name: "Site Live"),
                .init(number: "08", name: "Database Lock"),
            ])
    } catch {
        preconditionFailure("the small model is none: \(error)")
    }
}()

func rule(
    _ id: String, _ artifact: ArtifactNumber, _ level: Level, subArtifact: String? = nil,
    expectation: ExpectationRule.Expectation = .always, conditions: [ExpectationRule.Condition] = [],
    subject: ExpectationRule.Subject = .once, due milestone: String? = "03", days: Int = 0, atLeast: Int = 1,
    severity: FindingSeverity = .error
) -> ExpectationRule {
    ExpectationRule(
        id: id, artifact: artifact, subArtifact: subArtifact, level: level, expectation: expectation,
        conditions: conditions, subject: subject, due: milestone.map { .init(milestone: $0, days: days) },
        atLeast: atLeast, severity: severity, rationale: "because")
}

let principal = Study.Person(id: "p-1", name: "Dr Ånna Möller", role: "principal-investigator")

/// One country, one open site with one investigator, ready since January and live since March 2024.
func study(
    traits: [String] = [], organizations: [Study.Organization] = [],
    trial: [Study.Milestone] = [.init(milestone: "02", planned: day("2024-01-10"), actual: day("2024-01-20"))],
    sites: [Study.Site]? = nil
) -> Study {
    let site = Study.Site(
        id: "101", name: "Hospital", milestones: [.init(milestone: "03", actual: day("2024-03-01"))],
        people: [principal])
    return Study(
        id: "ABC-101", title: "A study", sponsor: "Example", traits: traits, organizations: organizations,
        milestones: trial, countries: [.init(code: country("DEU"), sites: sites ?? [site])])
}

func version(
    _ ordinal: Int = 1, status: VersionStatus = .approved, label: String? = nil, dated: String? = "2024-01-05",
    received: String? = "2024-01-06", filed: String = "2024-01-10", expires: String? = nil, text: String = "",
    name: String? = nil, mediaType: String = "application/pdf", bytes: Int64 = 10, url: String? = nil,
    copy: CopyStatement.Kind? = nil, review: QualityReview.Outcome? = nil, rule: ExpiryRule? = nil,
    defect: FileDefect? = nil,
    metadata: [JSON.Member] = []
) -> Version {
    let content =
        url == nil ? Content(digest: Digest(of: text.utf8), bytes: bytes, mediaType: mediaType, defect: defect) : nil
    return Version(
        ordinal: ordinal,
        facts: VersionFacts(
            label: label, documentDate: dated.map(day), receivedDate: received.map(day),
            expiryDate: expires.map(day), expiryRule: rule, copy: copy.map { CopyStatement(kind: $0) }, status: status,
            originalName: name, content: content, url: url, metadata: metadata),
        filedAt: Instant(startOf: day(filed)), filedBy: "someone", firstReview: review)
}

func document(
    _ value: Int, _ artifact: ArtifactNumber, _ place: String = "trial", subArtifact: String? = nil,
    person: String? = nil, organization: String? = nil, title: String = "A record", language: String? = nil,
    translationOf: String? = nil, isRestricted: Bool = false, key: String? = nil, isWithdrawn: Bool = false,
    versions: [Version]? = nil
) -> Document {
    Document(
        number: DocumentNumber(value),
        facts: DocumentFacts(
            artifact: artifact, subArtifact: subArtifact, scope: scope(place), person: person,
            organization: organization, title: title, language: language, translationOf: translationOf,
            isRestricted: isRestricted, key: key),
        versions: versions ?? [version(text: "content \(value)")],
        withdrawal: isWithdrawn
            ? .init(at: Instant(startOf: today), by: "someone", reason: "filed in error") : nil)
}

func waiver(_ artifact: ArtifactNumber, _ place: String, person: String? = nil) -> Waiver {
    Waiver(
        address: SlotAddress(artifact: artifact, scope: scope(place), person: person), reason: "Not done here.",
        by: "someone", at: Instant(startOf: today))
}

func binder(
    _ documents: [Document] = [], rules: [ExpectationRule] = [], study: Study = study(), waivers: [Waiver] = [],
    links: [DocumentLink] = [], oversight: Oversight = Oversight(), withheld: [WithheldRecord] = [], asOf: Day = today,
    model: ReferenceModel = smallModel
) -> Binder {
    Binder(
        snapshot: StudySnapshot(
            study: study, documents: documents, waivers: waivers, links: links, oversight: oversight),
        withheld: withheld, model: model, rules: rules, asOf: asOf)
}
