import TMFSuggest
import TMFModel
import Testing

@Suite struct PlacementTests {
    /// Path, artifact or empty for blank, scope as `trial`, `DEU`, `DEU/101` or empty, and what else is expected.
    static let paths: [(path: String, artifact: String, scope: String)] = [
        // By number.
        (
            "05 Site Management/05.02 Site Set-up/05.02.04 Principal Investigator Curriculum Vitae/DEU/Site 101/CV.pdf",
            "05.02.04", "DEU/101"
        ),
        ("02.01.02/ABC-101_Protocol_v1.0.pdf", "02.01.02", "trial"),
        ("inbox/05.04.03_MVR_101_2025-03-14.pdf", "05.04.03", "DEU/101"),
        ("inbox/05-04-03 report site 201.pdf", "05.04.03", "FRA/201"),
        ("inbox/05_02_18_101_DoA.pdf", "05.02.18", "DEU/101"),
        ("05.05.01/101/05.05.04 late consent.pdf", "05.05.04", "DEU/101"),
        ("05/05.02/05.02.08/Site 301/scan0001.pdf", "05.02.08", "GBR/301"),
        ("02.01.08/Site 101/Delegation Log v1.0 000017.pdf", "05.02.18", "DEU/101"),
        // By name.
        ("CV_Dr_Beispiel_v2.0_2025-03-01.pdf", "05.02.04", "DEU/101"),
        ("DEU/101/CV Müller.pdf", "05.02.05", "DEU/101"),
        ("DEU/101/Lebenslauf_Mueller_2024.pdf", "05.02.05", "DEU/101"),
        ("Germany/Site 101/Curriculum Vitae/Vorlage, Lena.pdf", "05.02.06", "DEU/101"),
        ("Deutschland/Zentrum 102/CV Schmidt signed.pdf", "05.02.04", "DEU/102"),
        ("ABC-101_Protocol_v3.0_2024-06-14.pdf", "02.01.02", "trial"),
        ("ABC-101 Synopsis v3.0.pdf", "02.01.03", "trial"),
        ("Prüfplan V2.pdf", "02.01.02", "trial"),
        ("ABC-101_Protocol Amendment 2_FRA.pdf", "02.01.04", "FRA"),
        ("201_Protocol_Amendment_Signature_Page.pdf", "05.02.03", "FRA/201"),
        ("Protocol Signature Page Site 102 signed.pdf", "05.02.02", "DEU/102"),
        ("Investigators Brochure Edition 5.pdf", "02.01.01", "trial"),
        ("EXP-4711_IB_Edition_6_2025-01-10.pdf", "02.01.01", "trial"),
        ("Einwilligungserklärung_DE_v1.0_2024-06-14.pdf", "02.02.03", "trial"),
        ("DEU/Einwilligungserklärung_v1.0.pdf", "02.02.03", "DEU"),
        ("FR/Consentement éclairé FR v2.0.pdf", "02.02.03", "FRA"),
        ("España/Consentimiento informado v1.docx", "02.02.03", "ESP"),
        ("ICF 101 2.0 Dr. Beispiel.pdf", "02.02.03", "DEU/101"),
        ("UK ICF v3.0 DRAFT tracked.docx", "02.02.03", "GBR"),
        ("Patienteninformation_DEU_V1.0.docx", "02.02.04", "DEU"),
        ("Patient Diary v1.0.pdf", "02.02.01", "trial"),
        ("Versicherungsbestätigung_DEU.pdf", "02.01.06", "DEU"),
        ("Insurance Certificate 2025 FRA.pdf", "02.01.06", "FRA"),
        ("Ethics Approval Site 102 25.03.2025.pdf", "04.01.02", "DEU/102"),
        ("Ethikvotum DEU.pdf", "04.01.02", "DEU"),
        ("GBR/REC favourable opinion.pdf", "04.01.02", "GBR"),
        ("Site 101/GCP certificate Beispiel.pdf", "05.02.07", "DEU/101"),
        ("Site 101/Medical licence Dr Müller.pdf", "05.02.07", "DEU/101"),
        ("Centre 201/FDA 1572.pdf", "05.02.08", "FRA/201"),
        ("301/Financial Disclosure Form.pdf", "05.02.10", "GBR/301"),
        ("site_102/Delegation Log.xlsx", "05.02.18", "DEU/102"),
        ("MonitoringVisitReport_Site101_01Mar2025.docx", "05.04.03", "DEU/101"),
        ("Monitoring visit follow-up letter 101.pdf", "05.04.03", "DEU/101"),
        ("SIV report 201.pdf", "05.03.01", "FRA/201"),
        ("Screening log 102.xlsx", "05.04.01", "DEU/102"),
        ("Protocol deviation log 301.xlsx", "05.04.06", "GBR/301"),
        ("Monitoring Plan v2.0.pdf", "01.01.08", "trial"),
        ("TMF Plan v1.0.docx", "01.01.01", "trial"),
        ("DMC Charter v1.0.pdf", "01.03.01", "trial"),
        ("Investigators Meeting 2024-08-29/Agenda.pdf", "01.04.03", "trial"),
        ("2026-09 Trial Status Report.xlsx", "01.01.12", "trial"),
        ("01 Trial Management/01.05 General/Note to File 004.pdf", "01.05.04", "trial"),
        ("05 Site Management/05.05 General/101/NTF late visit.pdf", "05.05.04", "DEU/101"),
        ("Zone 02/Correspondence/Letter.pdf", "02.04.01", "trial"),
        ("Temperature logs/Site 101/2025-03.pdf", "06.04.01", "DEU/101"),
        ("Drug accountability log 102.pdf", "06.01.05", "DEU/102"),
        ("Laborakkreditierung/CAP certificate Central Lab Example.pdf", "08.01.01", "trial"),
        ("Lab normals 2025.pdf", "08.01.04", "trial"),
        ("SAE report 201 subject 0007.pdf", "07.02.02", "FRA/201"),
        ("Universitätsklinikum Musterstadt/Subject Screening Log.pdf", "05.04.01", "DEU/101"),
        ("Hopital Saint-Exemple/CV_Modele.pdf", "05.02.04", "FRA/201"),
        // Left blank.
        ("doc(3) final FINAL.pdf", "", ""), ("scan0001.pdf", "", ""), ("IMG_20250301_1200.jpg", "", ""),
        ("New folder/Untitled.docx", "", ""), ("101/scan.pdf", "", "DEU/101"), ("Letter.pdf", "", ""),
        ("CV.pdf", "", ""), ("Filenote.pdf", "", ""), ("Site 999/readme.txt", "", ""), ("", "", ""), ("///", "", ""),
        ("Invoice coffee machine.pdf", "", ""), ("治験実施計画書.pdf", "", ""),
    ]

    @Test(arguments: paths)
    func `a file is placed by its path, or left blank`(path: String, artifact: String, scope: String) throws {
        let placement = try #require(PlacementFixture.placements(of: [path]).first)
        #expect(placement.artifact?.description ?? "" == artifact, "\(placement)")
        let parts = [placement.scope?.country?.description, placement.scope?.site].compactMap { $0 }.joined(
            separator: "/")
        #expect((placement.scope == .trial ? "trial" : parts) == scope, "\(placement.why)")
        #expect(!placement.title.isEmpty && !placement.why.isEmpty)
        #expect((placement.sureness >= Placer.threshold) == !artifact.isEmpty)
    }

    @Test(arguments: [
        ("a 2025-03-01.pdf", "2025-03-01"), ("a_20250301.pdf", "2025-03-01"), ("a 01Mar2025.pdf", "2025-03-01"),
        ("a 01-Mar-2025.pdf", "2025-03-01"), ("a 25.03.2025.pdf", "2025-03-25"), ("a 03-25-2025.pdf", "2025-03-25"),
        ("a 3. März 2025.pdf", "2025-03-03"), ("a 01.03.2025.pdf", ""), ("a 2025-02-30.pdf", ""), ("a 2025.pdf", ""),
        ("a 99999999.pdf", ""), ("a 05.05.2025.pdf", "2025-05-05"),
    ])
    func `a date is read only if it is one day`(path: String, date: String) throws {
        let placement = try #require(PlacementFixture.placements(of: [path]).first)
        #expect(placement.documentDate?.description ?? "" == date)
    }

    @Test(arguments: [
        ("a v2.0.pdf", "2.0"), ("a V1.pdf", "1"), ("a version 3.pdf", "3"), ("a_v02.pdf", "2"),
        ("a ver. 1.1.pdf", "1.1"),
        ("a_v2_0.docx", "2.0"), ("a v0.1 draft.pdf", "0.1"), ("a Edition 5.pdf", "5"), ("ICF 101 2.0.pdf", "2.0"),
        ("a.pdf", ""), ("Vorlage 3.pdf", ""), ("a v2.0_2025-03-01.pdf", "2.0"), ("a 2025-03-01.pdf", ""),
    ])
    func `a version label is read`(path: String, label: String) throws {
        let placement = try #require(PlacementFixture.placements(of: [path]).first)
        #expect(placement.versionLabel ?? "" == label)
    }

    @Test(arguments: [
        ("ICF_DE_v1.0.pdf", "de", ""), ("ICF_de.pdf", "de", ""), ("ICF German.pdf", "de", ""),
        ("Deutsch/ICF.pdf", "de", ""), ("DE/ICF.pdf", "", "DEU"), ("de/ICF.pdf", "de", ""), ("ICF_en-US.pdf", "en", ""),
        ("Protocol Amendment No 3.pdf", "", ""), ("Avis de convocation.pdf", "fr", ""), ("FRA/ICF_EN.pdf", "en", "FRA"),
    ])
    func `a language is not a country`(path: String, language: String, country: String) throws {
        let placement = try #require(PlacementFixture.placements(of: [path]).first)
        #expect(placement.language ?? "" == language)
        #expect(placement.scope?.country?.description ?? "" == country)
    }

    @Test(arguments: [
        ("05.02.04/101/CV_Dr_Beispiel_v2.0_2025-03-01.pdf", "CV Dr Beispiel"), ("02.01.02/v1.0.pdf", "Protocol"),
        ("ABC-101_Protocol_v3.0.pdf", "Protocol"), ("Kick-off minutes.docx", "Kick-off minutes"),
        ("05.05.04/Site 101 late filing.pdf", "late filing"), ("Lettre d’information.pdf", "Lettre d’information"),
    ])
    func `a title is what the name says beyond its marks`(path: String, title: String) throws {
        #expect(try PlacementFixture.placements(of: [path]).first?.title == title)
    }

    @Test(arguments: [
        ("101/CV Müller.pdf", "p-mueller"), ("101/CV MUELLER.pdf", "p-mueller"),
        ("101/CV Mu\u{308}ller.pdf", "p-mueller"),
        ("101/CV Muller.pdf", "p-mueller"), ("CV Schmidt.pdf", ""), ("CV Eva Schmidt.pdf", "p-schmidt"),
        ("201/CV Schmidt.pdf", "p-schmidt-2"), ("301/CV Müller.pdf", ""),
    ])
    func `a person is one of the site's, or the only one`(path: String, person: String) throws {
        #expect(try PlacementFixture.placements(of: [path]).first?.person ?? "" == person)
    }

    @Test func `an organization is found by its name and by its id`() throws {
        let found = try PlacementFixture.placements(of: ["CAP Central Lab Example.pdf", "lab-1/CAP.pdf", "CAP.pdf"])
        #expect(found.map(\.organization) == ["lab-1", "lab-1", nil])
    }

    @Test func `only a draft has a status`() throws {
        let found = try PlacementFixture.placements(of: [
            "Protocol draft.pdf", "Drafts/Draft/Protocol.pdf", "Protocol final.pdf",
        ])
        #expect(found.map(\.status) == [.draft, .draft, nil])
    }

    @Test func `a number that the model lacks is reported`() throws {
        let placement = try #require(PlacementFixture.placements(of: ["02.01.99/Protocol.pdf"]).first)
        #expect(placement.artifact == ArtifactNumber("02.01.02"))
        #expect(placement.why.contains("number 02.01.99 is not in reference model 3.3.1"))
    }

    @Test func `a level that the artifact lacks lowers the sureness and is said`() throws {
        let found = try PlacementFixture.placements(of: ["101/TMF Plan.pdf", "TMF Plan.pdf"])
        #expect(found[0].sureness < found[1].sureness)
        #expect(found[0].why.contains("filed by trial only"))
        #expect(found[0].scope == .trial)
    }

    @Test func `a site that the study lacks is said`() throws {
        let placement = try #require(PlacementFixture.placements(of: ["Site 999/Delegation Log.pdf"]).first)
        #expect(placement.scope == nil)
        #expect(placement.why.contains("no site 999"))
    }

    @Test func `what could be several artifacts is left blank with the likeliest named`() throws {
        let placement = try #require(PlacementFixture.placements(of: ["101/CV.pdf"]).first)
        #expect(placement.artifact == nil)
        #expect(placement.alternatives.count == 2)
        #expect(placement.alternatives.allSatisfy { $0.sectionNumber == "05.02" })
    }

    @Test func `names are read the same whatever was read before`() throws {
        let paths = Self.paths.map(\.path)
        let forward = try PlacementFixture.placements(of: paths)
        let backward = try PlacementFixture.placements(of: paths.reversed())
        #expect(forward == backward.reversed())
    }
}
