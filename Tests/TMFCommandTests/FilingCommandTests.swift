import Foundation
import TMFModel
import Testing

@Suite struct FilingCommandTests {
    @Test func `a document is filed, revised, amended, moved, accepted and told of`() throws {
        let place = try Workplace()
        try place.write("cv mueller.pdf", "%PDF-1.4 first")
        try place.write("second.pdf", "%PDF-1.4 second")

        let filed = try place.tmf(
            "file", "cv mueller.pdf", "--artifact", "05.02.04", "--site", "101", "--person", "p-mueller",
            "--document-date", "2024-02-10", "--version", "1.0")
        let revised = try place.tmf("revise", "D-1", "second.pdf", "--version", "2.0", "--document-date", "2025-02-10")
        let amended = try place.tmf("amend", "D-1", "title=CV, Dr Müller", "note=", "--reason", "house style")
        let moved = try place.tmf("move", "D-1", "--artifact", "05.02.05", "--actor", "clerk")
        let accepted = try place.tmf("qc", "accept", "D-1", "--version", "2")

        for outcome in [filed, revised, amended, moved, accepted] {
            #expect(outcome.code == 0)
            #expect(outcome.errors.isEmpty)
        }
        #expect(filed.output == "D-000001 filed: 05.02.04 in DEU/101, cv mueller\n")
        let listed = try #require(try place.tmf("list", "--format", "json").json()["documents"]?.array?.first)
        #expect(listed["artifact"] == "05.02.05")
        #expect(listed["site"] == "101")
        #expect(listed["version"] == 2)
        #expect(listed["status"] == "approved")
        #expect(listed["title"] == "CV, Dr Müller")
        let entries = try #require(try place.tmf("history", "D-1", "--format", "json").json()["entries"]?.array)
        #expect(
            entries.map { $0["event"] } == [
                "document.filed", "version.filed", "document.amended", "document.moved", "quality.accepted",
            ])
        #expect(entries[3]["actor"] == "clerk")
        #expect(entries[2]["reason"] == "house style")
    }

    @Test func `move keeps what is not named, and takes away what is empty`() throws {
        let place = try Workplace()
        try place.write("cv.pdf", "cv")
        #expect(
            try place.tmf("file", "cv.pdf", "--artifact", "05.02.04", "--site", "101", "--person", "p-mueller").code
                == 0)

        #expect(try place.tmf("move", "D-1", "--site", "102", "--person", "").code == 0)

        let shown = try place.tmf("show", "D-1", "--format", "json").json()
        #expect(shown["artifact"] == "05.02.04")
        #expect(shown["site"] == "102")
        #expect(shown["country"] == "DEU")
        #expect(shown["person"] == nil)
        #expect(try place.tmf("move", "D-1").code == 64)
    }

    @Test func `a withdrawn document is gone from lists and kept in its history`() throws {
        let place = try Workplace()
        try place.write("cv.pdf", "cv")
        #expect(try place.tmf("file", "cv.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)

        let without = try place.tmf("withdraw", "D-1")
        let withdrawn = try place.tmf("withdraw", "D-1", "--reason", "another study's")

        #expect(without.code == 65)
        #expect(without.errors.hasPrefix("tmf: --reason"))
        #expect(withdrawn.code == 0)
        #expect(try place.tmf("list", "--format", "json").json()["documents"]?.array == [])
        let kept = try place.tmf("list", "--status", "withdrawn", "--format", "json").json()["documents"]?.array
        #expect(kept?.count == 1)
        #expect(try place.tmf("show", "D-1", "--format", "json").json()["withdrawn"]?["reason"] == "another study's")
    }

    @Test func `a waiver needs a reason, is listed, and can be lifted`() throws {
        let place = try Workplace()

        #expect(try place.tmf("waive", "06.04.03", "--site", "101").code == 65)
        #expect(try place.tmf("waive", "06.04.03", "--site", "101", "--reason", "no pharmacy").code == 0)

        let waivers = try place.tmf("missing", "--waived", "--format", "json").json()["waivers"]?.array
        #expect(waivers?.map { $0["reason"] } == ["no pharmacy"])
        #expect(try place.tmf("waive", "06.04.03", "--site", "101", "--lift").code == 0)
        #expect(try place.tmf("waive", "06.04.03", "--site", "101", "--lift").code == 65)
    }

    @Test func `links and signposts are kept and shown`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)
        #expect(
            try place.tmf("signpost", "--artifact", "05.02.05", "--site", "101", "--url", "https://x.example/1").code
                == 0
        )

        #expect(try place.tmf("link", "D-1", "supports", "D-2").code == 0)

        let links = try place.tmf("show", "D-2", "--format", "json").json()["links"]?.array
        #expect(links?.map { $0["relation"] } == ["supports"])
        #expect(try place.tmf("link", "D-1", "supports", "D-2", "--remove").code == 0)
        #expect(try place.tmf("link", "D-1", "resembles", "D-2").code == 64)
        #expect(try place.tmf("signpost", "--artifact", "05.02.05", "--url", "not an address").code == 64)
    }

    @Test func `quality control returns with a reason and lists what waits`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)

        #expect(try place.tmf("qc", "list", "--format", "json").json()["waiting"]?.array?.count == 1)
        #expect(try place.tmf("qc", "return", "D-1").code == 65)
        #expect(try place.tmf("qc", "return", "D-1", "--reason", "page 3 is missing").code == 0)
        #expect(try place.tmf("qc", "list", "--format", "json").json()["waiting"]?.array == [])
    }
}
