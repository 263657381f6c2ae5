import Foundation
import SystemPackage
import TMFModel
import Testing
import XML

@testable import TMFFormats

@Suite struct EMSReaderTests {
    /// The example that the standard's own repository has for a tag.
    static func official(_ tag: String) -> FilePath {
        FilePath(#filePath).removingLastComponent().appending("../../../etmf-ems/examples/example-tag-\(tag).xml")
    }

    private func put(_ text: String) throws -> FilePath {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("ems-tests-\(UUID().uuidString).xml")
        try Data(text.utf8).write(to: url)
        return FilePath(url.path)
    }

    private func read(_ path: FilePath, lenient: Bool) throws -> (objects: [EMSObject], remarks: EMSRemarks) {
        var reader = try EMSReader(opening: path, source: "exchange.xml", isLenient: lenient)
        var objects: [EMSObject] = []
        while let object = try reader.next() { objects.append(object) }
        return (objects, reader.finish())
    }

    private func read(_ text: String, lenient: Bool) throws -> (objects: [EMSObject], remarks: EMSRemarks) {
        let path = try put(text)
        defer { try? FileManager.default.removeItem(atPath: path.string) }
        return try read(path, lenient: lenient)
    }

    /// One object with these lines in place of the usual ones.
    private func batch(_ changes: [String: String] = [:], attributes: String = "TMFRMVERSION=\"3.3.1\"") -> String {
        var lines: [(String, String)] = [
            ("OBJECTID", "<OBJECTID>A-1</OBJECTID>"), ("OBJECTLEVEL", "<OBJECTLEVEL>Site</OBJECTLEVEL>"),
            ("COUNTRYID", "<COUNTRYID>DEU</COUNTRYID>"), ("SITEID", "<SITEID>101</SITEID>"),
            ("UNIQUEID", "<UNIQUEID>087</UNIQUEID>"), ("ARTIFACTNUMBER", "<ARTIFACTNUMBER>05.02.04</ARTIFACTNUMBER>"),
            ("OBJECTLANGUAGE", "<OBJECTLANGUAGE>de</OBJECTLANGUAGE>"),
            ("OBJECTVERSION", "<OBJECTVERSION>1</OBJECTVERSION>"),
            ("OBJECTVERSIONSTATE", "<OBJECTVERSIONSTATE>Current</OBJECTVERSIONSTATE>"),
            ("OBJECTCOPY", "<OBJECTCOPY>No</OBJECTCOPY>"), ("RESTRICTED", "<RESTRICTED>No</RESTRICTED>"),
            ("RENTENTIONDATE", "<RENTENTIONDATE>01-JAN-2050</RENTENTIONDATE>"),
            (
                "FILE",
                """
                <FILE><INTEGRITY>sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=</INTEGRITY>
                <FILENAME>a.pdf</FILENAME><CONTENTURL>a.pdf</CONTENTURL>
                """
            ),
            (
                "AUDITRECORD",
                """
                <AUDITRECORD><AUDITID>1</AUDITID><DATETIMESTAMP>2020-01-01T00:00:00Z</DATETIMESTAMP><USERREF>u</USERREF>
                <AUDITENTRYTYPE>New</AUDITENTRYTYPE><AUDITEVENT>filed</AUDITEVENT></AUDITRECORD></FILE>
                """
            ),
        ]
        for (name, text) in changes {
            if let place = lines.firstIndex(where: { $0.0 == name }) { lines[place].1 = text }
        }
        return """
            <BATCH xmlns="https://tmfrefmodel.com/ems" STUDYID="S" TRANSFERSOURCEID="C" TRANSFERID="T" \
            SPECIFICATIONID="E" \(attributes)><OBJECT>
            \(lines.map(\.1).joined(separator: "\n"))
            </OBJECT></BATCH>
            """
    }

    @Test func `the sound form is read without a remark`() throws {
        let (objects, remarks) = try read(batch(), lenient: false)
        #expect(remarks.problems == [] && remarks.relaxations == [])
        let object = try #require(objects.first)
        #expect(object.id == "A-1" && object.uniqueID == 87 && object.site == "101" && object.language == "de")
        #expect(object.files.first?.audit.first?.kind == .new)
        #expect(object.retentionDate == Day("2050-01-01"))
    }

    @Test func `what is written is read back, and valid by the official schema`() throws {
        let batch = EMSBatch(
            studySystemID: "x", studyID: "S & <1>", transferSourceID: "CRO", transferID: "T", agreement: "E",
            modelVersion: "3.3.1")
        var object = EMSObject(
            id: "Ä-1", level: .site, uniqueID: 91, artifactNumber: "05.02.08", version: "1.0", state: .superseded,
            isCopy: true)
        object.country = "FRA"
        object.siteSystemID = "S9"
        object.site = "101"
        object.people = ["Anna Müller", "B"]
        object.organization = "St. Mary's"
        object.language = "pt"
        object.isTranslation = true
        object.title = "A <b> & \"c\"\nd"
        object.subArtifact = "sub"
        object.expiryDate = Day("2030-12-31")
        object.isRestricted = true
        object.retentionDate = Day("2050-01-01")
        object.artifactDate = Day("2020-02-29")
        object.dateDescription = "Signature Date"
        object.note(.status, "approved")
        var file = EMSFile(
            integrity: EMSIntegrity.text(of: .zero), name: "a b.pdf", path: "05/a b.pdf", description: "Record")
        file.signatures = [
            EMSSignature(method: "Digital", user: "u", name: "n", time: "2020-01-01T00:00:00Z", reason: "r")
        ]
        file.audit = [EMSAuditRecord(id: "1", time: "2020-01-01T00:00:00Z", user: "u", kind: .delete, event: "e")]
        object.files = [file, EMSFile(integrity: "sha256-x", name: "b", path: "b")]
        var writer = try EMSWriter(batch)
        try writer.add(object)
        let path = try put(String(decoding: try writer.finish(), as: UTF8.self))
        defer { try? FileManager.default.removeItem(atPath: path.string) }

        #expect(try EMSSchema.problems(in: path) == [])
        #expect(object.gaps == [] && batch.gaps == [])
        let reader = try EMSReader(opening: path, source: "x", isLenient: true)
        #expect(reader.batch == batch)
        var (read, _) = try read(path, lenient: true)
        for index in read.indices {
            read[index].line = 0
            for place in read[index].files.indices { read[index].files[place].line = 0 }
        }
        #expect(read == [object])
    }

    @Test(arguments: [
        ("OBJECTLANGUAGE", "<OBJECTLANGUAGE>EN</OBJECTLANGUAGE>"),
        ("OBJECTLANGUAGE", "<OBJECTLANGUAGE>pt-BR</OBJECTLANGUAGE>"),
        ("OBJECTLEVEL", "<OBJECTLEVEL>site</OBJECTLEVEL>"), ("RESTRICTED", "<RESTRICTED>YES</RESTRICTED>"),
        ("OBJECTCOPY", "<OBJECTCOPY>no</OBJECTCOPY>"),
        ("OBJECTVERSIONSTATE", "<OBJECTVERSIONSTATE>CURRENT</OBJECTVERSIONSTATE>"),
        ("RENTENTIONDATE", "<RETENTIONDATE>01-JAN-2050</RETENTIONDATE>"),
        ("RENTENTIONDATE", "<RENTENTIONDATE>2050-01-01</RENTENTIONDATE>"),
        ("SITEID", "<UNKNOWN/><SITEID>101</SITEID>"), ("RESTRICTED", "<OBJECTTITLE>late</OBJECTTITLE>"),
        ("UNIQUEID", "<SITESYSTEMID>behind its place</SITESYSTEMID><UNIQUEID>87</UNIQUEID>"),
        (
            "FILE",
            """
            <FILE><INTEGRITY>kAFQmDzST7DWlj99KOF/cg==</INTEGRITY><CHKSUMSTD>MD5</CHKSUMSTD><FILENAME>a.pdf</FILENAME>
            <CONTENTURL>a.pdf</CONTENTURL><SIGNATURE><SIGNATUREMETHODOLOGY>Digital</SIGNATUREMETHODOLOGY><USERID>u</USERID>
            <SIGNATURENAME>n</SIGNATURENAME><SIGNATUREDATETIME>2020-01-01T00:00:00</SIGNATUREDATETIME>
            <SIGNATUREREASON>r</SIGNATUREREASON></SIGNATURE>
            """
        ),
        (
            "AUDITRECORD",
            """
            <AUDITRECORD><AUDITID>1</AUDITID><DATETIMESTAMP>2020-01-01T00:00:00</DATETIMESTAMP><USERREF>u</USERREF>
            <AUDITENTRYTYPE>change</AUDITENTRYTYPE></AUDITRECORD></FILE>
            """
        ),
    ])
    func `older and deviating forms are refused, or taken with a remark`(name: String, text: String) throws {
        let (objects, remarks) = try read(batch([name: text]), lenient: true)
        #expect(objects.count == 1)
        #expect(remarks.problems == [] && !remarks.relaxations.isEmpty)

        let strict = try read(batch([name: text]), lenient: false)
        #expect(!strict.remarks.problems.isEmpty && strict.remarks.relaxations == [])
        #expect(strict.remarks.problems.allSatisfy { $0.row ?? 0 > 1 })
    }

    @Test(arguments: [
        ("OBJECTID", "<OBJECTID> </OBJECTID>"), ("OBJECTLEVEL", "<OBJECTLEVEL>Planet</OBJECTLEVEL>"),
        ("UNIQUEID", "<UNIQUEID>-5</UNIQUEID>"), ("UNIQUEID", ""), ("RESTRICTED", "<RESTRICTED>perhaps</RESTRICTED>"),
        ("RENTENTIONDATE", "<RENTENTIONDATE>31-FEB-2050</RENTENTIONDATE>"), ("SITEID", ""),
        ("OBJECTVERSIONSTATE", "<OBJECTVERSIONSTATE>Draft</OBJECTVERSIONSTATE>"),
        ("FILE", "<FILE><FILENAME>a.pdf</FILENAME><CONTENTURL>a.pdf</CONTENTURL>"),
        ("OBJECTVERSION", "<OBJECTVERSION>1</OBJECTVERSION><OBJECTVERSION>2</OBJECTVERSION>"),
    ])
    func `what has no meaning is refused in either mode`(name: String, text: String) throws {
        for lenient in [true, false] {
            let (_, remarks) = try read(batch([name: text]), lenient: lenient)
            #expect(!remarks.problems.isEmpty, "\(name)")
        }
    }

    @Test func `equal deviations are counted together`() throws {
        let text = batch(["RESTRICTED": "<RESTRICTED>YES</RESTRICTED>"])
        let start = try #require(text.range(of: "<OBJECT>"))
        let end = try #require(text.range(of: "</BATCH>"))
        let object = String(text[start.lowerBound..<end.lowerBound])
        let many = text.replacingOccurrences(of: object, with: String(repeating: object, count: 1_000))

        let (objects, remarks) = try read(many, lenient: true)

        #expect(objects.count == 1_000)
        #expect(remarks.relaxations.map(\.count) == [1_000])
        #expect(remarks.relaxations.first?.description.contains("1000 times, first in line") == true)
    }

    @Test(arguments: [
        "<!DOCTYPE BATCH [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><BATCH>&b;</BATCH>",
        "<!DOCTYPE BATCH SYSTEM \"http://localhost:1/x.dtd\"><BATCH/>", "<BATCH", "", "<OTHER/>",
        "<BATCH xmlns=\"urn:other\"/>",
    ])
    func `a hostile or foreign file is no exchange`(text: String) {
        #expect(throws: XMLError.self) { try read(text, lenient: true) }
    }

    @Test func `the official samples are read with their faults`() throws {
        let newer = try read(EMSReaderTests.official("22.1"), lenient: true)
        #expect(newer.objects.first?.title == "Acceptance of Investigator Brochure Annex for Site US-204")
        #expect(newer.remarks.problems == [])
        #expect(newer.remarks.relaxations.contains { $0.element == "INTEGRITY" && $0.message.contains("conflict") })
        let older = try read(EMSReaderTests.official("1.0"), lenient: true)
        #expect(older.remarks.problems == [])
        #expect(older.remarks.relaxations.contains { $0.element == "CHKSUMSTD" })
        #expect(try EMSSchema.problems(in: EMSReaderTests.official("22.1")) == [])
        #expect(try !EMSSchema.problems(in: EMSReaderTests.official("1.0")).isEmpty)
    }

    @Test func `every gap is listed`() {
        var object = EMSObject(
            id: " ", level: .site, uniqueID: 0, artifactNumber: "05.02.04", version: "", state: .current, isCopy: false)
        object.title = "bell \u{7}"
        object.language = "xx"
        object.note(.note, "\u{FFFF}")
        let elements = object.gaps.map(\.element)
        #expect(
            Set(elements) == [
                "OBJECTID", "OBJECTVERSION", "UNIQUEID", "COUNTRYID", "SITEID", "OBJECTLANGUAGE", "FILE", "OBJECTTITLE",
                "METADATA TMFKIT-NOTE",
            ])
        let batch = EMSBatch(studyID: "", transferSourceID: "", transferID: "", agreement: "", modelVersion: "v3")
        #expect(batch.gaps.count == 5)
    }
}
