import Foundation
import SystemPackage
import TMFModel
import Testing

/// `tmf duplicates`: what is listed, what decides, and what is asked again.
@Suite struct DuplicatesCommandTests {
    private static let body = """
        The monitor compared the source documents of the site with the entries in the case report forms and found that the
        informed consent of every participant was signed before the first visit. The investigator confirmed that training
        records are kept in the site file, and that no excursion of temperature was seen since the last visit.
        """

    /// The same letter twice in other words' breaks, the same bytes twice, and a letter to another site.
    private func filed() throws -> Workplace {
        let workplace = try Workplace()
        try FileManager.default.createDirectory(atPath: workplace.path("in"), withIntermediateDirectories: true)
        try workplace.write("in/letter.txt", "Site 101, 05-Jan-2024\n\(Self.body)")
        try workplace.write("in/again.txt", "Site 101, 05-Jan-2024\n\n\(Self.body.replacing("\n", with: " "))")
        try workplace.write("in/other.txt", "Site 102, 05-Jan-2024\n\(Self.body)")
        try workplace.write("in/log.txt", "A log.\n")
        try workplace.write("in/log copy.txt", "A log.\n")
        try workplace.write(
            "manifest.csv",
            """
            path,artifact,level,country,site,title,document_date
            letter.txt,05.02.02,site,DEU,101,Letter,2024-01-05
            again.txt,05.02.02,site,DEU,101,Letter again,2024-01-05
            other.txt,05.02.02,site,DEU,102,Letter to 102,2024-01-05
            log.txt,01.01.02,trial,,,Log,2024-01-05
            log copy.txt,01.01.02,trial,,,Log copy,2024-01-05

            """)
        let imported = try workplace.tmf("import", "in", "--manifest", "manifest.csv")
        try #require(imported.code == 0, "\(imported.errors)")
        let examined = try workplace.tmf("examine")
        try #require(examined.code == 0, "\(examined.errors)")
        return workplace
    }

    private func pairs(_ workplace: Workplace, _ arguments: String...) throws -> [JSON] {
        let outcome = try workplace.run(["duplicates"] + arguments + ["--format", "json"])
        try #require(outcome.code == 0, "\(outcome.errors)")
        return try outcome.json()["pairs"]?.array ?? []
    }

    private func kinds(_ workplace: Workplace, _ arguments: String...) throws -> [String] {
        let outcome = try workplace.run(["duplicates"] + arguments + ["--format", "json"])
        return (try outcome.json()["pairs"]?.array ?? []).compactMap { $0["kind"]?.string }.sorted()
    }

    @Test func `duplicates are listed with what shows them; what only looks alike is none`() throws {
        let workplace = try filed()
        #expect(try kinds(workplace) == ["bytes", "text"])
        let text = try #require(try pairs(workplace, "--kind", "text").first)
        #expect(
            text.keys == [
                "kind", "percent", "state", "evidence", "study", "document", "version", "artifact", "level", "country",
                "site", "title", "other_study", "other", "other_version", "other_artifact", "other_level",
                "other_country", "other_site", "other_title", "decided_by", "decided_at", "reason",
            ])
        #expect(text["percent"] == 100)
        #expect(Set([text["title"], text["other_title"]]) == ["Letter", "Letter again"])
        let similar = try pairs(workplace, "--kind", "similar")
        #expect(similar.contains { $0["evidence"]?.array?.last?.string?.contains("101, / 102,") == true })
        #expect(try kinds(workplace, "--site", "101") == ["text"])
        #expect(try kinds(workplace, "--zone", "01") == ["bytes"])
        #expect(try kinds(workplace, "--site", "102") == [])
        #expect(try workplace.tmf("duplicates", "--site", "109").code == 66)
        #expect(try workplace.tmf("duplicates", "--kind", "odd").code == 64)
        #expect(try workplace.tmf("duplicates", "--threshold", "101").code == 64)
        #expect(try workplace.tmf("duplicates").output.contains("the same"))
    }

    private func ends(_ pair: JSON) -> (String, String) {
        (pair["document"]?.string ?? "", pair["other"]?.string ?? "")
    }

    @Test func `a pair that is kept is not asked about again until a version arrives`() throws {
        let workplace = try filed()
        let (one, two) = try ends(#require(try pairs(workplace, "--kind", "text").first))
        let rule = ["check", "--rule", "likely-duplicate", "--format", "csv"]
        #expect(try workplace.run(rule).output.contains("likely-duplicate"))
        #expect(try workplace.tmf("duplicates", "decide", one, two, "--keep-both").code == 65)
        let decided = try workplace.tmf(
            "duplicates", "decide", one, two, "--keep-both", "--reason", "both were sent", "--format", "json")
        #expect(decided.code == 0, "\(decided.errors)")
        #expect(try decided.json()["outcome"] == "both-kept")

        #expect(try kinds(workplace) == ["bytes"])
        #expect(try !workplace.run(rule).output.contains("likely-duplicate"))
        let all = try pairs(workplace, "--kind", "text", "--all")
        #expect(all.first?["state"] == "both-kept")
        #expect(all.first?["reason"] == "both were sent")
        #expect(try workplace.tmf("doctor", "--rebuild").code == 0)
        #expect(try kinds(workplace) == ["bytes"])
        #expect(try workplace.tmf("audit", "verify").code == 0)
        #expect(try workplace.tmf("history", one).output.contains("both kept"))

        try workplace.write("new.txt", "Site 101, 05-Jan-2024\n\n\n\(Self.body)")
        #expect(try workplace.tmf("revise", one, "new.txt").code == 0)
        #expect(try workplace.tmf("examine").code == 0)
        #expect(try kinds(workplace) == ["bytes", "text"])
    }

    @Test func `rejecting withdraws, linking links, each as one change with its reason`() throws {
        let workplace = try filed()
        let (log, copy) = try ends(#require(try pairs(workplace, "--kind", "bytes").first))
        #expect(
            try workplace.tmf("duplicates", "decide", log, copy, "--reject", copy, "--reason", "filed twice").code == 0)
        #expect(try workplace.tmf("show", copy).output.contains("filed twice"))
        #expect(try kinds(workplace) == ["text"])
        let again = try workplace.tmf("duplicates", "decide", log, copy, "--keep-both", "--reason", "x")
        #expect(again.code == 65)

        let (one, two) = try ends(#require(try pairs(workplace, "--kind", "text").first))
        let linked = try workplace.tmf(
            "duplicates", "decide", one, two, "--link", "related-to", "--reason", "one letter, two formats")
        #expect(linked.code == 0, "\(linked.errors)")
        #expect(try workplace.tmf("show", one).output.contains(two))
        #expect(try kinds(workplace) == [])
        #expect(try pairs(workplace, "--all", "--kind", "text").first?["state"] == "linked")
    }

    @Test func `what is found of one holds for all that say the same, whenever they come`() throws {
        let workplace = try filed()
        try workplace.write("stamped.txt", "Received 12-Mar-2024 eTMF 81234\nSite 101, 05-Jan-2024\n\(Self.body)")
        let place = ["--artifact", "05.02.02", "--site", "101"]
        #expect(try workplace.run(["file", "stamped.txt", "--title", "Stamped"] + place).code == 0)
        #expect(try workplace.tmf("examine").code == 0)
        let first = try pairs(workplace, "--kind", "near-text")
        #expect(Set(first.map { Set([$0["title"], $0["other_title"]]) }).count == 2)
        for text in ["Site 101,\n05-Jan-2024\n\(Self.body)", "Site\n101, 05-Jan-2024\n\(Self.body)"] {
            try workplace.write("later.txt", text)
            #expect(try workplace.run(["file", "later.txt", "--title", "Later \(text.count)"] + place).code == 0)
            #expect(try workplace.tmf("examine").code == 0)
        }
        #expect(try pairs(workplace, "--kind", "near-text").count == 4)
        #expect(try pairs(workplace, "--kind", "text").count == 6)
    }

    @Test func `a scan is known again by its picture, a stamp on it or not; another day is not`() throws {
        let workplace = try Workplace()
        let project = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        try workplace.write(
            "make.py",
            """
            import sys, pathlib
            sys.path.insert(0, "\(project.appending("scripts"))")
            import make_duplicates as m
            place, make = pathlib.Path("in"), m.Maker(3)
            place.mkdir()
            body, lines = m.form(make)
            page = m.pages_of(lines)[0]
            (place / "original.pdf").write_bytes(m.pdf([m.drawn(page)]))
            (place / "other.pdf").write_bytes(m.pdf([m.drawn(m.pages_of(m.form(make, body)[1])[0])]))
            stamped = pathlib.Path("stamped.pdf")
            stamped.write_bytes(m.pdf([m.drawn(page, stamp="Received 12-Mar-2024 eTMF 81234")]))
            (place / "scan.pdf").write_bytes(m.scan(make, stamped, pathlib.Path("scanned")))
            """)
        let made = try workplace.shell("python3 -B make.py")
        try #require(made.code == 0, "\(made.errors)")
        for name in ["original", "other", "scan"] {
            let filed = try workplace.tmf(
                "file", "in/\(name).pdf", "--artifact", "05.02.02", "--site", "101", "--title", name)
            try #require(filed.code == 0, "\(filed.errors)")
        }
        #expect(try workplace.tmf("examine").code == 0)
        let pairs = try pairs(workplace)
        #expect(pairs.count == 1)
        #expect(pairs.first?["kind"] == "picture")
        #expect(Set([pairs.first?["title"], pairs.first?["other_title"]]) == ["original", "scan"])
        #expect(pairs.first?["evidence"]?.array?.contains("one has more at the edge of page 1, as a stamp has") == true)
    }

    @Test func `what is not alike is not decided about`() throws {
        let workplace = try filed()
        let odd = try workplace.tmf("duplicates", "decide", "D-000001", "D-000004", "--keep-both", "--reason", "x")
        #expect(odd.code == 65)
        #expect(odd.errors.contains("nothing shows"))
        #expect(
            try workplace.tmf("duplicates", "decide", "D-000001", "D-000099", "--keep-both", "--reason", "x").code == 66
        )
        #expect(try workplace.tmf("duplicates", "decide", "D-000001", "D-000002", "--reason", "x").code == 64)
        #expect(
            try workplace.tmf(
                "duplicates", "decide", "D-000001", "D-000002", "--reject", "D-000004", "--reason", "x"
            ).code == 65)
    }

    @Test func `studies of one store are held against each other, and the decision stands in one journal`() throws {
        let workplace = try filed()
        try workplace.write(
            "second.yaml", Workplace.studyFile.replacing("study: ABC-101", with: "study: ABC-102"))
        #expect(try workplace.tmf("study", "apply", "second.yaml", "--reason", "new").code == 0)
        #expect(
            try workplace.tmf(
                "file", "in/letter.txt", "--artifact", "05.02.02", "--site", "101", "--title", "Letter", "--study",
                "ABC-102"
            ).code == 0)
        let across = try pairs(workplace).filter { $0["study"] != $0["other_study"] }
        let pair = try #require(across.first { $0["kind"] == "bytes" })
        let (one, two) = ends(pair)
        let decided = try workplace.tmf(
            "duplicates", "decide", one, two, "--study", "ABC-101", "--other-study", "ABC-102", "--keep-both",
            "--reason",
            "serves both")
        #expect(decided.code == 0, "\(decided.errors)")
        #expect(!(try pairs(workplace).contains { $0["kind"] == "bytes" && $0["study"] != $0["other_study"] }))
    }
}
