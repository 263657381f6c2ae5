import TMFModel
import TMFPages
import TMFReview

/// A study of three sites, small enough to be read and with one of everything that a page can show.
enum LiteralStudy {
    static let hostile = "<script>alert(1)</script>\"'& \u{202E}evil"
    static let asOf = Day(year: 2026, month: 1, day: 5) ?? Day(daysSince1970: 0)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(daysSince1970: 0)
    }

    static func artifact(_ text: String) throws -> ArtifactNumber { try required(ArtifactNumber(text)) }

    static func country(_ text: String) throws -> CountryCode { try required(CountryCode(text)) }

    struct NotThere: Error {}

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw NotThere() }
        return value
    }

    /// One line per artifact: number, name, levels.
    private static let artifacts = """
        01.01.01|Trial Master File Plan|trial
        01.01.02|Trial Management Plan|trial
        01.03.03|Trial Team Evidence of Training|trial,country
        02.01.02|Protocol|trial
        02.01.04|Protocol Amendment|trial
        02.02.03|Informed Consent Form|trial,country,site
        03.01.02|Regulatory Authority Decision|country
        03.01.01|Regulatory Submission|country
        04.01.02|IRB or IEC Approval|country,site
        05.02.04|Principal Investigator Curriculum Vitae|site
        05.02.05|Sub-Investigator Curriculum Vitae|site
        05.02.06|Evidence of Training|site
        05.02.14|Clinical Trial Agreement|site
        05.03.01|Trial Initiation Monitoring Report|site
        05.04.03|Site Visit Report|site
        06.01.04|IP Storage Documentation|site
        08.01.05|Laboratory Certification|trial,country
        08.01.06|Normal Ranges|trial
        11.02.01|Randomisation List|trial
        """

    static func model() throws -> ReferenceModel {
        let zones = [
            ("01", "Trial Management"), ("02", "Central Trial Documents"), ("03", "Regulatory"),
            ("04", "IRB or IEC and other Approvals"), ("05", "Site Management"),
            ("06", "IP and Trial Supplies"), ("07", "Safety Reporting"),
            ("08", "Centralized Testing and Local Testing"), ("09", "Third Parties"), ("10", "Data Management"),
            ("11", "Statistics"),
        ]
        let sections = [
            ("01.01", "Trial Oversight"), ("01.03", "Trial Team"), ("02.01", "Product and Trial Documentation"),
            ("02.02", "Subject Documentation"), ("03.01", "Trial Approval"), ("04.01", "IRB or IEC Trial Approval"),
            ("05.02", "Site Set-up"), ("05.03", "Site Initiation"), ("05.04", "Site Management"),
            ("06.01", "IP Documentation"), ("07.01", "Safety Documentation"), ("08.01", "Facility Documentation"),
            ("09.01", "Third Party Oversight"), ("10.01", "Data Management Oversight"), ("11.02", "Randomization"),
        ]
        return try ReferenceModel(
            version: "3.3.1", zones: zones.map { ReferenceModel.Zone(number: $0.0, name: $0.1) },
            sections: sections.map { ReferenceModel.Section(number: $0.0, name: $0.1) },
            artifacts: try artifacts.split(separator: "\n").enumerated().map { index, line in
                let parts = line.split(separator: "|").map(String.init)
                return Artifact(
                    number: try artifact(parts[0]), uniqueID: String(100 + index), name: parts[1], isCore: true,
                    levels: Set(parts[2].split(separator: ",").compactMap { Level(rawValue: String($0)) }),
                    milestones: [.site: "03"], datingConvention: "Date of signature",
                    subArtifacts: parts[0] == "05.02.06" ? ["GCP Training", "Protocol Training"] : [],
                    summary: "A record that shows how this part of the trial was conducted, and by whom.")
            },
            milestones: [
                .init(number: "02", name: "Clinical Infrastructure Ready"), .init(number: "03", name: "Site Live"),
            ])
    }

    static func study() throws -> Study {
        func site(_ id: String, _ name: String, _ people: [Study.Person]) -> Study.Site {
            Study.Site(
                id: id, name: name, activated: day(2024, 3, 1),
                milestones: [.init(milestone: "03", planned: day(2024, 2, 15), actual: day(2024, 3, 1))], people: people
            )
        }
        func person(_ id: String, _ name: String, _ role: String) -> Study.Person {
            Study.Person(id: id, name: name, role: role, from: day(2024, 2, 1))
        }
        return Study(
            id: "ABC-101", title: "A randomised, double-blind study of examplimab in adults with fictional disease",
            sponsor: "Example Pharma", traits: ["blinded"],
            settings: StudySettings(filingDays: 30, expiryWindowDays: 90, isQualityControlRequired: true),
            organizations: [.init(id: "lab-1", name: "Central Lab Example", kind: "central-laboratory")],
            milestones: [.init(milestone: "02", planned: day(2024, 1, 15), actual: day(2024, 1, 20))],
            people: [person("p-beispiel", "Maria Beispiel", "trial-manager")],
            countries: [
                .init(
                    code: try country("DEU"), activated: day(2024, 1, 20),
                    milestones: [.init(milestone: "02", actual: day(2024, 1, 20))],
                    sites: [
                        site(
                            "101", "University Hospital Example",
                            [
                                person("p-mueller", "Dr Anna Müller", "principal-investigator"),
                                person("p-weber", "Dr Karl Weber", "sub-investigator"),
                            ]),
                        site(
                            "102", "Klinikum Musterstadt", [person("p-klein", "Dr Eva Klein", "principal-investigator")]
                        ),
                    ]),
                .init(
                    code: try country("FRA"), milestones: [.init(milestone: "02", actual: day(2024, 2, 2))],
                    sites: [
                        site("201", "Hôpital Exemple", [person("p-durand", "Dr Luc Durand", "principal-investigator")])
                    ]),
            ])
    }

    static func rules() throws -> [ExpectationRule] {
        try model().artifacts.flatMap { artifact in
            artifact.levels.sorted().map { level in
                let isPersonal = artifact.name.contains("Investigator Curriculum")
                return ExpectationRule(
                    id: "E-\(artifact.number)-\(level.rawValue)", artifact: artifact.number, level: level,
                    subject: isPersonal
                        ? .person(roles: [
                            artifact.name.hasPrefix("Sub") ? "sub-investigator" : "principal-investigator"
                        ]) : .once,
                    due: .init(milestone: level == .site ? "03" : "02", days: 30),
                    rationale: "The reference model asks for it before a site may begin.")
            }
        }
    }

    static func content(_ number: Int, _ version: Int) -> Content {
        Content(
            digest: Digest(of: Array("D\(number) v\(version)".utf8)), bytes: Int64(number * 38_113 + version),
            mediaType: "application/pdf")
    }

    static func version(
        _ number: Int, _ ordinal: Int, _ date: Day, expires: Day? = nil, status: VersionStatus = .approved
    ) -> Version {
        let filed = Instant(startOf: date.adding(days: 12 + number % 29))
        return Version(
            ordinal: ordinal,
            facts: VersionFacts(
                label: "\(ordinal).0", documentDate: date, receivedDate: date.adding(days: 4), expiryDate: expires,
                expiryRule: expires == nil ? nil : .printed, status: status,
                originalName: "scan_\(number)_v\(ordinal).pdf", content: content(number, ordinal)),
            filedAt: filed, filedBy: "m.beispiel",
            statusAt: Instant(milliseconds: filed.milliseconds + 2 * 86_400_000), firstReview: .accepted)
    }

    static func snapshot(extra: Int = 0) throws -> StudySnapshot {
        let deu = try country("DEU")
        let fra = try country("FRA")
        let s101 = Scope.site(deu, "101")
        let rows: [(String, Scope, String?, String)] = [
            ("01.01.01", .trial, nil, "TMF Plan ABC-101"),
            ("02.01.02", .trial, nil, "Protocol ABC-101"),
            ("02.02.03", .country(deu), nil, "Master informed consent form, German"),
            ("02.02.03", s101, nil, hostile),
            ("03.01.02", .country(deu), nil, "BfArM approval letter"),
            ("03.01.02", .country(fra), nil, "ANSM approval letter"),
            ("04.01.02", .country(deu), nil, "Ethics committee opinion, annual renewal"),
            ("05.02.04", s101, "p-mueller", "Curriculum vitae Dr Anna Müller"),
            ("05.02.04", .site(deu, "102"), "p-klein", "Curriculum vitae Dr Eva Klein"),
            ("05.02.06", s101, "p-mueller", "GCP certificate Dr Anna Müller"),
            ("05.02.06", .site(fra, "201"), "p-durand", "Attestation BPC, Dr Luc Durand"),
            ("05.02.14", .site(fra, "201"), nil, "Site agreement"),
            ("05.03.01", s101, nil, "Initiation visit report, site 101"),
            ("08.01.05", .trial, nil, "Accreditation of Central Lab Example"),
            ("05.04.03", s101, nil, "Monitoring visit report 3"),
            ("05.04.03", s101, nil, "Monitoring visit report 4, filed twice"),
        ]
        var documents = try rows.enumerated().map { index, row in
            let number = index + 1
            return Document(
                number: DocumentNumber(number),
                facts: DocumentFacts(
                    artifact: try artifact(row.0), subArtifact: row.0 == "05.02.06" ? "GCP Training" : nil,
                    scope: row.1, person: row.2, organization: row.0 == "08.01.05" ? "lab-1" : nil, title: row.3,
                    language: row.3.contains("German") ? "de" : nil),
                versions: [version(number, 1, day(2024, 2, 3).adding(days: number * 5))])
        }
        documents[1].versions.append(version(2, 2, day(2025, 2, 10)))
        documents[7].versions.append(version(8, 2, day(2025, 6, 1), expires: day(2027, 6, 1)))
        documents[6].versions[0].facts.expiryDate = day(2025, 12, 1)
        documents[9].versions[0].facts.expiryDate = day(2026, 2, 20)
        documents[11].versions[0].facts.status = .returned
        documents[12].versions[0].facts.status = .filed
        documents[12].versions[0].facts.note = hostile
        documents[13].versions[0].facts.content = nil
        documents[13].versions[0].facts.url = "https://lab.example/certificates/2024"
        documents[15].withdrawal = .init(at: Instant(startOf: day(2025, 1, 3)), by: "k.muster", reason: "Filed twice")
        for index in 0..<extra {
            documents.append(
                Document(
                    number: DocumentNumber(17 + index),
                    facts: DocumentFacts(
                        artifact: try artifact("05.04.03"), scope: s101, title: "Monitoring visit report \(index + 5)"),
                    versions: [version(17 + index, 1, day(2024, 5, 1)), version(17 + index, 2, day(2024, 6, 1))]))
        }
        return StudySnapshot(
            study: try study(), documents: documents,
            waivers: [
                Waiver(
                    address: SlotAddress(artifact: try artifact("06.01.04"), scope: s101),
                    reason: "Product is kept at the central pharmacy", by: "k.muster",
                    at: Instant(startOf: day(2024, 4, 2)))
            ],
            links: [DocumentLink(document: DocumentNumber(5), relation: .approves, target: DocumentNumber(2))],
            head: JournalHead(
                seq: 1_234, hash: Digest(of: Array("head".utf8)), at: Instant(startOf: day(2026, 1, 4))))
    }

    static func binder(extra: Int = 0, withheld: Int = 0) throws -> Binder {
        Binder(
            snapshot: try snapshot(extra: extra),
            withheld: try [
                WithheldRecord(
                    document: DocumentNumber(900), artifact: try artifact("11.02.01"), scope: .trial, versions: 1,
                    counts: true, reason: "restricted: could unblind")
            ]
                + (0..<withheld).map { number in
                    WithheldRecord(
                        document: DocumentNumber(1_000 + number), artifact: try artifact("11.02.01"), scope: .trial,
                        versions: 1, counts: true, reason: "restricted: could unblind")
                }, model: try model(), rules: try rules(), asOf: asOf)
    }

    static func history(_ document: Document) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for version in document.versions {
            let event: JournalEvent =
                version.ordinal == 1
                ? .documentFiled(document.number, document.facts, version.facts)
                : .versionFiled(document.number, ordinal: version.ordinal, version.facts)
            entries.append(
                JournalEntry(
                    seq: Int(document.number.value) * 3 + version.ordinal, study: "ABC-101", at: version.filedAt,
                    by: Attribution(actor: "m.beispiel", host: "office-1", reason: hostile), event: event))
        }
        return entries
    }

    static func pages(isOffline: Bool, extra: Int = 0, withheld: Int = 0) throws -> Pages {
        let binder = try binder(extra: extra, withheld: withheld)
        let search = DocumentSearch(binder)
        return Pages(
            binder: binder,
            links: isOffline ? .offline(study: binder.study) : .served(study: binder.study),
            about: Provenance(kind: isOffline ? .package : .liveStore, program: "tmf 0.1.0"),
            history: { binder.snapshot.document($0).map(history) ?? [] },
            journal: { range in
                binder.snapshot.documents.flatMap(history).filter { range.contains($0.seq) }.sorted { $0.seq < $1.seq }
            },
            contentPath: { number, version in "records/05 site/\(number)_v\(version).pdf" },
            search: { search.hits(for: $0) })
    }
}
