import TMFSuggest
import TMFModel

/// A small study and a part of a reference model, as literals.
enum PlacementFixture {
    static let study = Study(
        id: "ABC-101", title: "A study", sponsor: "Example Pharma",
        organizations: [
            Study.Organization(id: "cro-1", name: "Example CRO", kind: "cro"),
            Study.Organization(id: "lab-1", name: "Central Lab Example", kind: "central-laboratory"),
        ],
        countries: [
            country(
                "DEU",
                [
                    site(
                        "101", "Universitätsklinikum Musterstadt",
                        [
                            person("p-beispiel", "Dr Anna Beispiel", "principal-investigator"),
                            person("p-mueller", "Dr Jörg Müller", "sub-investigator"),
                            person("p-vorlage", "Lena Vorlage", "study-coordinator"),
                        ]),
                    site(
                        "102", "Klinikum Beispielhausen",
                        [person("p-schmidt", "Prof. Eva Schmidt", "principal-investigator")]),
                ]),
            country(
                "FRA",
                [
                    site(
                        "201", "Hôpital Saint-Exemple",
                        [
                            person("p-modele", "Dr Zoé Modèle", "principal-investigator"),
                            person("p-schmidt-2", "Marc Schmidt", "sub-investigator"),
                        ])
                ]),
            country("GBR", [site("301", "Sample Royal Infirmary", [])]),
            country("ESP", []),
        ].compactMap { $0 })

    static let model: ReferenceModel? = try? ReferenceModel(
        version: "3.3.1",
        zones: [
            zone("01", "Trial Management"), zone("02", "Central Trial Documents"), zone("03", "Regulatory"),
            zone("04", "IRB or IEC and other Approvals"), zone("05", "Site Management"),
            zone("06", "IP and Trial Supplies"), zone("07", "Safety Reporting"), zone("08", "Centralized Testing"),
        ],
        sections: [
            section("01.01", "Trial Oversight"), section("01.03", "Trial Committee"), section("01.04", "Meetings"),
            section("01.05", "General"), section("02.01", "Product and Trial Documentation"),
            section("02.02", "Subject Documentation"), section("02.04", "General"), section("03.01", "Trial Approval"),
            section("04.01", "IRB or IEC Trial Approval"), section("05.02", "Site Set-up"),
            section("05.03", "Site Initiation"), section("05.04", "Site Management"), section("05.05", "General"),
            section("06.01", "IP Documentation"), section("06.04", "Storage"), section("07.02", "Trial Status"),
            section("08.01", "Facility Documentation"),
        ],
        artifacts: [
            artifact(
                "01.01.01", "Trial Master File Plan", "T", ["Trial Master File Index"], ["TMF Plan", "TMF Index"]),
            artifact("01.01.08", "Monitoring Plan", "TCS", ["Monitoring Plan"], ["Clinical Monitoring Plan"]),
            artifact("01.01.12", "Trial Status Report", "TC", [], ["Monthly Status Report"]),
            artifact("01.03.01", "Committee Process", "T", ["Committee Charter"], ["DMC Charter", "DSMB Charter"]),
            artifact("01.03.04", "Committee Member Curriculum Vitae", "T", [], ["DMC Member CV"]),
            artifact(
                "01.04.03", "Investigators Meeting Material", "TC",
                ["Investigators Meeting Agenda", "Investigators Meeting Minutes"]),
            artifact("01.05.01", "Relevant Communications", "TC", [], ["Correspondence", "Email", "Letter"]),
            artifact("01.05.04", "Filenote", "TCS", [], ["Note to File", "NTF", "File Note"]),
            artifact(
                "02.01.01", "Investigator's Brochure", "TC", ["Investigator's Brochure Addendum"],
                ["IB", "Investigator Brochure"]),
            artifact(
                "02.01.02", "Protocol", "TCS", ["Protocol", "Protocol Review and Approval"],
                ["Study Protocol", "Clinical Trial Protocol"]),
            artifact("02.01.03", "Protocol Synopsis", "TC", [], ["Synopsis"]),
            artifact(
                "02.01.04", "Protocol Amendment", "TCS", ["Protocol Amendment"],
                ["Amendment", "Substantial Amendment"]),
            artifact(
                "02.01.06", "Insurance", "TC", ["Insurance Policy", "Insurance Certificate"],
                ["Clinical Trial Insurance"]),
            artifact("02.02.01", "Subject Diary", "TC", [], ["Patient Diary", "eDiary"]),
            artifact(
                "02.02.03", "Informed Consent Form", "TCS", ["Informed Consent Form", "ICF Addendum"],
                ["ICF", "Informed Consent", "Consent Form", "Master ICF"]),
            artifact("02.02.04", "Subject Information Sheet", "TCS", [], ["PIS", "Patient Information Sheet"]),
            artifact("02.04.01", "Relevant Communications", "TCS", [], ["Correspondence", "Email", "Letter"]),
            artifact("02.04.04", "Filenote", "TCS", [], ["Note to File", "NTF", "File Note"]),
            artifact("03.01.02", "Regulatory Authority Decision", "TC", [], ["Regulatory Approval", "CTA Approval"]),
            artifact("04.01.01", "IRB or IEC Submission", "CS", [], ["EC Submission", "Ethics Submission"]),
            artifact(
                "04.01.02", "IRB or IEC Decision", "CS", ["IRB or IEC Approval"],
                ["EC Approval", "Ethics Approval", "REC Favourable Opinion", "Ethics Committee Opinion"]),
            artifact("05.02.02", "Protocol Signature Page", "S", [], ["Investigator Signature Page", "PSP"]),
            artifact("05.02.03", "Protocol Amendment Signature Page", "S", []),
            artifact(
                "05.02.04", "Principal Investigator Curriculum Vitae", "S", ["Principal Investigator Curriculum Vitae"],
                ["PI CV", "CV", "Curriculum Vitae"]),
            artifact(
                "05.02.05", "Sub-Investigator Curriculum Vitae", "S", ["Sub-Investigator Curriculum Vitae"],
                ["Sub-I CV", "CV", "Co-Investigator CV"]),
            artifact("05.02.06", "Other Curriculum Vitae", "S", ["Other Curriculum Vitae"], ["Study Nurse CV", "CV"]),
            artifact(
                "05.02.07", "Site Staff Qualification Supporting Information", "S",
                ["ICH-GCP Evidence of Training", "Medical License"],
                ["GCP Certificate", "GCP Training", "Medical Licence"]),
            artifact("05.02.08", "Form FDA 1572", "S", [], ["1572", "FDA 1572"]),
            artifact("05.02.10", "Financial Disclosure Form", "S", [], ["FDF"]),
            artifact(
                "05.02.12", "Clinical Trial Agreement", "S", ["Clinical Trial Agreement"], ["CTA", "Site Contract"]),
            artifact(
                "05.02.18", "Site Signature Sheet", "S", ["Delegation of Authority Log"],
                ["Delegation Log", "DoA Log", "Signature Log"]),
            artifact(
                "05.03.01", "Trial Initiation Monitoring Report", "S", [],
                ["SIV Report", "Site Initiation Visit Report"]),
            artifact("05.03.03", "Site Evidence of Training", "TCS", [], ["Site Training Log", "Training Log"]),
            artifact(
                "05.04.01", "Subject Log", "S", ["Subject Screening Log", "Subject Enrollment Log"], ["Screening Log"]),
            artifact(
                "05.04.03", "Monitoring Visit Report", "S",
                ["Monitoring Visit Report", "Monitoring Visit Follow Up Letter"], ["MVR", "IMV Report"]),
            artifact("05.04.06", "Protocol Deviations", "TS", ["Protocol Deviation Logs"], ["Deviation Log"]),
            artifact("05.05.01", "Relevant Communications", "TCS", [], ["Correspondence", "Email", "Letter"]),
            artifact("05.05.04", "Filenote", "TCS", [], ["Note to File", "NTF", "File Note"]),
            artifact(
                "06.01.05", "IP Accountability Documentation", "TCS", [],
                ["Drug Accountability Log", "IP Accountability Log"]),
            artifact(
                "06.04.01", "IP Storage Condition Documentation", "TCS", ["Temperature Logs"], ["Temperature Log"]),
            artifact("07.02.02", "SAE Report", "TS", [], ["SAE", "Serious Adverse Event Report"]),
            artifact(
                "08.01.01", "Certification or Accreditation", "TCS", ["CAP Certificate"],
                ["CAP", "Laboratory Accreditation"]),
            artifact("08.01.04", "Normal Ranges", "TCS", [], ["Reference Ranges", "Lab Normals"]),
        ].compactMap { $0 },
        milestones: [])

    static func placements(of paths: [String]) throws -> [Placement] {
        guard let model else { throw MissingModel() }
        var placer = Placer(study: study, model: model)
        return paths.map { placer.placement(of: $0) }
    }

    struct MissingModel: Error {}

    private static func zone(_ number: String, _ name: String) -> ReferenceModel.Zone {
        .init(number: number, name: name)
    }

    private static func section(_ number: String, _ name: String) -> ReferenceModel.Section {
        .init(number: number, name: name)
    }

    /// `levels` by their first letters: `TCS`.
    private static func artifact(
        _ number: String, _ name: String, _ levels: String, _ subs: [String], _ alternates: [String] = []
    ) -> Artifact? {
        ArtifactNumber(number).map {
            Artifact(
                number: $0, uniqueID: "u\(number)", name: name, isCore: true,
                levels: Set(Level.allCases.filter { levels.contains($0.rawValue.prefix(1).uppercased()) }),
                subArtifacts: subs, alternateNames: alternates)
        }
    }

    private static func country(_ code: String, _ sites: [Study.Site]) -> Study.Country? {
        CountryCode(code).map { Study.Country(code: $0, sites: sites) }
    }

    private static func site(_ id: String, _ name: String, _ people: [Study.Person]) -> Study.Site {
        Study.Site(id: id, name: name, people: people)
    }

    private static func person(_ id: String, _ name: String, _ role: String) -> Study.Person {
        Study.Person(id: id, name: name, role: role)
    }
}
