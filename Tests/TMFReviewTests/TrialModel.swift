import TMFModel
import TMFReview

let trialProtocol = number("02.01.02")
let cover = number("02.01.06")
let consent = number("02.02.03")
let request = number("03.01.01")
let permit = number("03.01.02")
let petition = number("04.01.01")
let opinion = number("04.01.02")
let signature = number("05.02.02")
let cv = number("05.02.04")
let qualification = number("05.02.07")
let agreement = number("05.02.12")
let training = number("05.03.03")
let accreditation = number("08.01.01")
let ranges = number("08.01.04")

/// The artifacts of the real model on which the order of events and coverage hang, by their numbers and unique IDs.
let trialModel: ReferenceModel = {
    func artifact(
        _ number: ArtifactNumber, _ id: String, _ name: String, _ levels: Set<Level>, dating: String = ""
    ) -> Artifact {
        Artifact(
            number: number, uniqueID: id, name: name, isCore: true, levels: levels, datingConvention: dating)
    }
    let artifacts = [
        artifact(trialProtocol, "032", "Protocol", [.trial], dating: "Version Date"),
        artifact(cover, "036", "Insurance", [.trial, .country]),
        artifact(consent, "040", "Consent", [.trial, .country, .site], dating: "Version Date"),
        artifact(request, "052", "Submission", [.trial, .country]),
        artifact(permit, "053", "Authority Decision", [.trial, .country]),
        artifact(petition, "065", "Ethics Submission", [.country, .site]),
        artifact(opinion, "066", "Ethics Decision", [.country, .site]),
        artifact(signature, "085", "Signature Page", [.site]),
        artifact(cv, "087", "Curriculum Vitae", [.site]),
        artifact(qualification, "090", "Qualification", [.site]),
        artifact(agreement, "095", "Agreement", [.site]),
        artifact(training, "104", "Training", [.trial, .country, .site]),
        artifact(accreditation, "160", "Accreditation", [.trial, .country, .site]),
        artifact(ranges, "163", "Normal Ranges", [.trial, .country, .site]),
    ]
    let sections = Set(artifacts.map(\.number.sectionNumber)).sorted()
    do {
        return try ReferenceModel(
            version: "trial",
            zones: Set(artifacts.map(\.number.zoneNumber)).sorted().map { .init(number: $0, name: $0) },
            sections: sections.map { .init(number: $0, name: $0) }, artifacts: artifacts,
            milestones: [.init(number: "02", name: "Ready"), .init(number: "03", name: "Site Live")])
    } catch {
        preconditionFailure("the trial model is none: \(error)")
    }
}()

/// A study with one site in Germany, open since 1 March 2024, and what else a test gives it.
func trial(
    traits: [String] = [], organizations: [Study.Organization] = [], people: [Study.Person] = [],
    opened: String? = "2024-03-01", closed: String? = nil, others: [Study.Country] = []
) -> Study {
    let site = Study.Site(
        id: "101", name: "Hospital", activated: opened.map(day), closed: closed.map(day), people: people)
    return Study(
        id: "ABC-101", traits: traits, organizations: organizations,
        milestones: [.init(milestone: "02", actual: day("2024-01-20"))],
        countries: [.init(code: country("DEU"), sites: [site])] + others)
}

/// A document with one approved version that says only what a test needs.
func record(
    _ value: Int, _ artifact: ArtifactNumber, _ place: String, _ dated: String?, label: String? = nil,
    subArtifact: String? = nil, person: String? = nil, organization: String? = nil, title: String = "A record",
    translationOf: String? = nil, key: String? = nil, expires: String? = nil, rule: ExpiryRule? = nil,
    status: VersionStatus = .approved, metadata: [JSON.Member] = []
) -> Document {
    document(
        value, artifact, place, subArtifact: subArtifact, person: person, organization: organization, title: title,
        translationOf: translationOf, key: key,
        versions: [
            version(
                status: status, label: label, dated: dated, received: nil, expires: expires, text: "\(value)",
                rule: rule, metadata: metadata)
        ])
}

/// A binder over the trial model.
func file(
    _ documents: [Document], study: Study = trial(), links: [DocumentLink] = [], rules: [ExpectationRule] = [],
    waivers: [Waiver] = [], withheld: [WithheldRecord] = [], asOf: Day = today
) -> Binder {
    binder(
        documents, rules: rules, study: study, waivers: waivers, links: links, withheld: withheld, asOf: asOf,
        model: trialModel)
}

func link(_ document: Int, _ relation: DocumentLink.Relation, _ target: Int) -> DocumentLink {
    DocumentLink(document: DocumentNumber(document), relation: relation, target: DocumentNumber(target))
}
