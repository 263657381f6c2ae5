import Foundation
import TMFModel
import Testing

/// `tmf examine`, and what `check`, `search`, `plan` and `doctor` make of it.
@Suite struct ExaminingCommandTests {
    /// A store with a letter that says something, a message and a picture, each filed at one artifact.
    private func filed() throws -> Workplace {
        let workplace = try Workplace()
        try FileManager.default.createDirectory(atPath: workplace.path("in"), withIntermediateDirectories: true)
        try workplace.write("in/letter.txt", "Sehr geehrte Frau Müller,\nthe informed consent form is enclosed.\n")
        try workplace.write(
            "in/mail.eml",
            """
            From: a@example.org
            To: b@example.org
            Subject: Shipment
            Content-Type: multipart/mixed; boundary=x

            --x

            The shipment was informed by phone, consent follows.
            --x
            Content-Type: application/pdf; name="list.pdf"

            --x--

            """)
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 40)).write(
            to: URL(fileURLWithPath: workplace.path("in/scan.png")))
        try workplace.write(
            "manifest.csv",
            """
            path,artifact,level,title,document_date,restricted
            letter.txt,01.01.02,trial,First,2024-01-02,no
            mail.eml,01.01.02,trial,Second,2024-01-02,yes
            scan.png,01.01.02,trial,Third,2024-01-02,no

            """)
        let imported = try workplace.tmf("import", "in", "--manifest", "manifest.csv")
        try #require(imported.code == 0, "\(imported.errors)")
        return workplace
    }

    private func titles(_ outcome: Workplace.Outcome) throws -> [String] {
        (try outcome.json()["documents"]?.array ?? []).compactMap { $0["title"]?.string }
    }

    @Test func `texts are found with page and words once contents were looked into`() throws {
        let workplace = try filed()
        #expect(try titles(workplace.tmf("search", "enclosed", "--format", "json")) == [])

        let examined = try workplace.tmf("examine", "--format", "json")
        #expect(examined.code == 0, "\(examined.errors)")
        #expect(try examined.json()["examined"]?.int == 3)
        #expect(try examined.json()["without_text"]?.int == 1)
        #expect(try workplace.tmf("examine", "--format", "json").json()["known"]?.int == 3)

        let found = try workplace.tmf("search", "muller", "enclos", "--format", "json").json()
        let hit = try #require(found["documents"]?.array?.first)
        #expect(hit["title"] == "First")
        #expect(hit["found_in"] == "text")
        #expect(hit["page"] == 1)
        #expect(hit["in_version"] == 1)
        #expect(hit["recognized"] == false)
        #expect(hit["snippet"]?.string?.contains("Müller") == true)
        #expect(found["contents_without_text"] == 1)
        #expect(found["contents_not_examined"] == 0)
    }

    @Test func `a phrase stands as it is, and a word may be in the title while another is in the text`() throws {
        let workplace = try filed()
        _ = try workplace.tmf("examine")
        #expect(try titles(workplace.tmf("search", "informed", "consent", "--format", "json")) == ["First", "Second"])
        #expect(try titles(workplace.tmf("search", "\"informed consent\"", "--format", "json")) == ["First"])
        #expect(try titles(workplace.tmf("search", "second", "shipment", "--format", "json")) == ["Second"])
        #expect(try titles(workplace.tmf("search", "consent", "--limit", "1", "--format", "json")) == ["First"])
        #expect(try titles(workplace.tmf("search", "--without-text", "--format", "json")) == ["Third"])
    }

    @Test func `what changes after the index was made is found by its new words only`() throws {
        let workplace = try filed()
        #expect(try titles(workplace.tmf("search", "first", "--format", "json")) == ["First"])
        _ = try workplace.tmf("amend", "D-000001", "title=Opening", "--reason", "wrong")
        #expect(try titles(workplace.tmf("search", "first", "--format", "json")) == [])
        #expect(try titles(workplace.tmf("search", "opening", "--format", "json")) == ["Opening"])
    }

    @Test func `findings tell what was seen, a rebuilt store tells the same, and the package is as before`() throws {
        let workplace = try filed()
        _ = try workplace.tmf("package", "before.zip")
        let before = try workplace.tmf("check", "--format", "csv").output
        #expect(!before.contains("mail-attachments"))
        _ = try workplace.tmf("examine")
        for _ in 1...2 {
            let findings = try workplace.tmf("check", "--format", "csv").output
            #expect(findings.contains("mail-attachments"))
            #expect(findings.contains("list.pdf"))
            #expect(findings.contains("no-text-layer"))
            let rebuilt = try workplace.tmf("doctor", "--rebuild", "--format", "json")
            #expect(try rebuilt.json()["examined"]?.int == 3)
        }
        _ = try workplace.tmf("package", "after.zip")
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: workplace.path("before.zip")))
                == Data(contentsOf: URL(fileURLWithPath: workplace.path("after.zip"))))
    }

    @Test func `loose files are looked into without a store, and a plan says what is wrong`() throws {
        let workplace = try Workplace()
        try FileManager.default.createDirectory(atPath: workplace.path("in"), withIntermediateDirectories: true)
        try workplace.write("in/cut.pdf", "%PDF-1.7\n1 0 obj\n")
        try workplace.write("in/fine.txt", "All is well.\n")
        let examined = try workplace.tmf("examine", "in/cut.pdf", "--format", "csv")
        #expect(examined.code == 1)
        #expect(examined.output.contains("damaged-file: is cut off"))
        #expect(try workplace.tmf("examine", "in/fine.txt").code == 0)
        #expect(try workplace.tmf("examine", "in/none.txt").code == 66)

        let plan = try workplace.tmf("plan", "in", "--out", "plan.csv")
        #expect(plan.code == 0)
        let lines = try String(contentsOfFile: workplace.path("plan.csv"), encoding: .utf8).split(
            whereSeparator: \.isNewline)
        #expect(lines.first?.hasSuffix("sure,why,suggestions,health") == true)
        #expect(lines.contains { $0.hasPrefix("cut.pdf") && $0.contains("damaged-file") })
        #expect(lines.contains { $0.hasPrefix("fine.txt") && $0.hasSuffix(",") })
    }
}
