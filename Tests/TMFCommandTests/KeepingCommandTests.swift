import Foundation
import SystemPackage
import TMFModel
import Testing

/// Packing parts, checking again and again, repairing, and how long to keep, as the command does them.
@Suite struct KeepingCommandTests {
    private func filled() throws -> Workplace {
        let place = try Workplace()
        for (name, site) in [("cv.pdf", "101"), ("other.pdf", "102")] {
            try place.write(name, "%PDF-1.4 \(name)")
            let filed = try place.tmf(
                "file", name, "--artifact", "05.02.04", "--site", site, "--document-date", "2024-02-10")
            try #require(filed.code == 0, "\(filed.errors)")
        }
        return place
    }

    private func content(_ place: Workplace) throws -> String {
        let listed = try place.tmf("list", "--site", "101", "--format", "json").json()
        let digest = try #require(listed["documents"]?.array?.first?["sha256"]?.string)
        return place.path("ABC-101.tmf/content/\(digest.prefix(2))/\(digest)")
    }

    @Test func `a part is packed, and what is left out is told`() throws {
        let place = try filled()
        let packed = try place.tmf("package", "part.zip", "--site", "101", "--format", "json")
        #expect(packed.code == 0, "\(packed.errors)")
        #expect(try packed.json()["documents"] == 1 && packed.json()["versions_in_store"] == 2)
        #expect(try packed.json()["excluded"]?.array?.first?["reason"] == "outside the scope: place")
        #expect(try place.tmf("verify", "part.zip").code == 0)
        let refused = try place.tmf("restore", "part.zip", "back.tmf")
        #expect(refused.code == 65 && refused.errors.contains("withholds 1 record"))

        #expect(try place.tmf("package", "x.zip", "--site", "999").code == 66)
        #expect(try place.tmf("package", "x.zip", "--country", "FRA").code == 66)
        #expect(try place.tmf("package", "x.zip", "--person", "nobody").code == 66)
        for words in [
            ["--part", "open", "--part", "unblinded"], ["--part", "unblinded", "--include-restricted"],
            ["--with-enclosing"], ["--from", "2026-02-01", "--to", "2026-01-01"], ["--status", "lost"],
        ] {
            #expect(try place.run(["package", "x.zip"] + words).code == 64, "\(words)")
        }
        #expect(!FileManager.default.fileExists(atPath: place.path("x.zip")))
    }

    @Test func `damage is found by the next check, and mended from a copy`() throws {
        let place = try filled()
        try #require(try place.tmf("package", "whole.tar", "--include-restricted").code == 0)
        let first = try place.tmf("verify", "ABC-101.tmf", "--since", "2020-01-01", "--format", "json")
        #expect(first.code == 0, "\(first.errors)")
        #expect(try first.json()["fixity"]?["checked"] == 2)
        let second = try place.tmf("verify", "ABC-101.tmf", "--since", "2020-01-01", "--format", "json").json()
        #expect(second["fixity"]?["checked"] == 0 && second["fixity"]?["checked_before"] == 2)

        let damaged = try content(place)
        try FileManager.default.removeItem(atPath: damaged)
        try Data("other".utf8).write(to: URL(fileURLWithPath: damaged))
        let third = try place.tmf("verify", "ABC-101.tmf", "--since", "9999-01-01")
        #expect(third.code == 1 && third.output.contains("1 newly damaged"))
        #expect(try place.tmf("verify", "whole.tar", "--since", "2020-01-01").code == 64)

        #expect(try place.tmf("doctor", "--repair-from", "none.tar").code == 66)
        let mended = try place.tmf("doctor", "--repair-from", "whole.tar", "--format", "json")
        #expect(mended.code == 0, "\(mended.errors)")
        #expect(try mended.json()["repaired"]?.array?.count == 1 && mended.json()["not_repaired"] == .array([]))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
        try FileManager.default.removeItem(atPath: damaged)
        try #require(try place.tmf("package", "part.zip", "--site", "102").code == 0)
        let left = try place.tmf("doctor", "--repair-from", "part.zip")
        #expect(left.code == 1 && left.output.contains("does not hold it"))
    }

    @Test func `retention shows its reasoning, by the program's table or another`() throws {
        let place = try filled()
        let open = try place.tmf("retention", "--format", "json")
        #expect(open.code == 0, "\(open.errors)")
        #expect(try open.json()["parts"]?.array?.allSatisfy { $0["open"] == true } == true)
        let table = try place.tmf("retention", "--event", "end-of-trial=2026-03-31")
        #expect(table.output.contains("2051-03-31") && table.output.contains("Article 58(1)"))
        try place.write("own.csv", "rule,countries,party,triggers,years,source,note\nx,*,both,filed,7,Contract 4,\n")
        let own = try place.tmf("retention", "--rules", "own.csv", "--event", "filed=2026-03-31", "--format", "csv")
        let row = "DEU,investigator,2033-03-31,2033-03-31,x,filed,2026-03-31,7,2033-03-31,Contract 4,,,"
        #expect(own.output.contains(row))

        #expect(try place.tmf("retention", "--event", "filed=2026-03-31").code == 64)
        #expect(try place.tmf("retention", "--event", "end-of-trial").code == 64)
        #expect(try place.tmf("retention", "--event", "end-of-trial@FRA=2026-03-31").code == 66)
        try place.write("bad.csv", "rule\nx\n")
        #expect(try place.tmf("retention", "--rules", "bad.csv").code == 65)
        let header = "rule,countries,party,triggers,years,source,confirmed,note"
        #expect(try place.tmf("retention", "table").output.hasPrefix(header))
        #expect(try place.tmf("retention", "copies").code == 0)
        try #require(try place.tmf("amend", "D-1", "--version", "1", "copy=copy").code == 0)
        let copies = try place.tmf("retention", "copies", "--format", "json")
        #expect(copies.code == 1)
        #expect(try copies.json()["complete"] == false)
    }
}
