import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Bad transfers: a clear report, and nothing filed.
@Suite struct ExchangeRefusalTests {
    private typealias Change = @Sendable (inout EMSObject) -> Void

    private static let faults: [(String, Change)] = [
        ("SITEID", { $0.site = "999" }), ("COUNTRYID", { $0.country = "FRA" }), ("COUNTRYID", { $0.country = "ZZZ" }),
        ("UNIQUEID", { $0.uniqueID = 9_999 }),
        (
            "OBJECTLEVEL",
            { object in
                object.level = .trial
                object.country = nil
                object.site = nil
            }
        ), ("CONTENTURL", { $0.files[0].path = "../../etc/passwd" }),
        ("CONTENTURL", { $0.files[0].path = "/etc/passwd" }),
        ("CONTENTURL", { $0.files[0].path = "05/none.txt" }), ("CONTENTURL", { $0.files[0].path = "" }),
        ("INTEGRITY", { $0.files[0].integrity = EMSIntegrity.text(of: .zero) }),
        ("INTEGRITY", { $0.files[0].integrity = "sha256-nonsense" }),
        (
            "OBJECTEXPIRYDATE",
            { object in
                object.artifactDate = Day("2024-02-01")
                object.expiryDate = Day("2024-01-01")
            }
        ),
    ]

    @Test func `each fault is told by its element, and nothing is filed`() throws {
        for (element, change) in Self.faults {
            let desk = try ExchangeDesk()
            try desk.put([ExchangeDesk.object("A-1"), ExchangeDesk.object("B-1", change: change)]) {
                !$0.path.hasPrefix("/") && !$0.path.contains("..") && !$0.path.isEmpty && $0.path != "05/none.txt"
            }
            let problems = try desk.refusal()
            #expect(problems.contains { $0.column == element }, "\(element): \(problems)")
            #expect(problems.allSatisfy { $0.source == "exchange.xml" && !$0.message.isEmpty })
        }
    }

    @Test func `all faults are told at once`() throws {
        let desk = try ExchangeDesk()
        try desk.put([
            ExchangeDesk.object("A-1") { $0.site = "999" }, ExchangeDesk.object("B-1") { $0.uniqueID = 9_999 },
            ExchangeDesk.object("C-1"), ExchangeDesk.object("C-1"),
        ])
        let columns = Set(try desk.refusal().compactMap(\.column))
        #expect(columns.isSuperset(of: ["SITEID", "UNIQUEID", "OBJECTVERSION"]))
    }

    @Test func `a transfer of another study is refused, even leniently`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")], study: "XYZ-9")
        #expect(try desk.refusal(lenient: true).contains { $0.column == "STUDYID" })
    }

    @Test func `a version that came before cannot come with other bytes`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")])
        _ = try desk.load()
        try desk.put([ExchangeDesk.object("A-1", text: "other")], in: "later", transfer: "T-2")
        #expect(try desk.refusal(desk.folder("later")).contains { $0.column == "INTEGRITY" })
    }

    @Test func `a transfer that came before cannot come with another list`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")])
        _ = try desk.load()
        try desk.put([ExchangeDesk.object("A-1"), ExchangeDesk.object("B-1")], in: "later")
        #expect(try desk.refusal(desk.folder("later")).contains { $0.column == "TRANSFERID" })
        #expect(try desk.load(desk.folder("later"), lenient: true).report.counts == [1, 0, 1, 0])
    }

    @Test(arguments: [
        "<!DOCTYPE BATCH [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><BATCH>&b;</BATCH>",
        "<!DOCTYPE BATCH [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><BATCH>&x;</BATCH>",
        "<BATCH xmlns=\"https://tmfrefmodel.com/ems\"", "", "no xml",
        "<BATCH xmlns=\"https://tmfrefmodel.com/ems\" STUDYID=\"ABC-101\"/>",
    ])
    func `hostile and broken lists are refused`(text: String) throws {
        let desk = try ExchangeDesk()
        try desk.folder.write(text, to: "in/exchange.xml")
        for lenient in [false, true] {
            #expect(try !desk.refusal(lenient: lenient).isEmpty)
        }
    }

    @Test func `the official samples are refused strictly with reasons, and filed leniently with their faults told`()
        throws
    {
        for tag in ["1.0", "22.1"] {
            let study = Study(
                id: "ATEM-0025", title: "t", sponsor: "s", model: "3.3.1",
                countries: [
                    .init(code: try #require(CountryCode("USA")), sites: [.init(id: "US-204", name: "Hospital")])
                ])
            let desk = try ExchangeDesk(study)
            let sample = FilePath(#filePath).removingLastComponent()
                .appending("../../../etmf-ems/examples/example-tag-\(tag).xml")
            try desk.folder.write(bytes(of: sample), to: "in/exchange.xml")
            try desk.folder.write(
                "%PDF-1.4 licence", to: "in/05/05.02/05.02.01.Medical License/PCO-AKT-101-MED-001.pdf")

            let problems = try desk.refusal()
            #expect(problems.contains { $0.column == "INTEGRITY" || $0.message.contains("CHKSUMSTD") }, "\(problems)")

            let receipt = try desk.load(lenient: true)
            #expect(receipt.report.problems == [], "\(receipt.report.problems)")
            #expect(receipt.report.counts == [1, 0, 0, 0])
            #expect(receipt.relaxations.contains { $0.element == "INTEGRITY" && $0.message.contains("conflict") })
            #expect(receipt.relaxations.contains { $0.element == "CHKSUMSTD" } == (tag == "1.0"))
            #expect(receipt.schemaObjections.isEmpty == (tag == "22.1"))
            let notices = Set(receipt.report.notices.compactMap(\.column))
            #expect(notices == ["ARTIFACTNUMBER", "INTEGRITY", "PERSONNAME", "ORGANIZATIONNAME", "TMFRMVERSION"])
            let document = try #require(try desk.desk.documents.first)
            #expect(document.facts.artifact.description == "05.02.08" && document.facts.isRestricted)
            #expect(document.facts.subArtifact == "Signed IB Annex")
        }
    }

    @Test func `the form of another vendor is taken leniently`() throws {
        let desk = try ExchangeDesk()
        try desk.put(
            [
                ExchangeDesk.object("A-1") { object in
                    object.files[0].path = "Study_eTMFArchive.zip/T-1/05/a%20b.txt"
                    object.files[0].name = "a b.txt"
                    object.files[0].description = "abc"
                    object.files[0].integrity = "kAFQmDzST7DWlj99KOF/cg=="
                }
            ], in: "pack", manifest: "milestone_exchange.xml"
        ) { _ in false }
        try desk.folder.write("abc", to: "pack/05/a b.txt")

        #expect(try !desk.refusal(desk.folder("pack")).isEmpty)
        let receipt = try desk.load(desk.folder("pack"), lenient: true)
        #expect(receipt.report.counts == [1, 0, 0, 0], "\(receipt.report.problems)")
        #expect(Set(receipt.relaxations.map(\.element)) == ["INTEGRITY", "CONTENTURL"])
        // The weak digest was held against the file all the same.
        try desk.folder.write("abd", to: "pack/05/a b.txt")
        let other = try ExchangeDesk()
        #expect(try other.refusal(desk.folder("pack"), lenient: true).contains { $0.column == "INTEGRITY" })
    }

    @Test func `an archive with members that leave it is refused as a whole`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")])
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[2], "w")
            for n in ["exchange.xml", "05/A-1-1.0.txt"]: z.write(sys.argv[1] + "/" + n, n)
            z.writestr("../out.txt", "x")
            """
        let outcome = try run("python3", "-c", script, desk.folder("in").string, desk.folder("a.zip").string)
        #expect(outcome.status == 0)
        let receipt = try desk.load(desk.folder("a.zip"))
        #expect(receipt.report.problems.count == 1 && receipt.report.filed == 0)
        #expect(try desk.desk.documents.isEmpty)
    }
}
