import Foundation
import TMFModel
import Testing

@Suite struct LookingCommandTests {
    @Test func `the keys of status are those that programs rely on`() throws {
        let status = try Workplace().tmf("status", "--format", "json").json()

        #expect(
            status.keys == [
                "study", "as_of", "journal_head", "documents", "versions", "completeness", "timeliness", "quality",
                "expiry", "zones", "countries", "sites", "organizations", "findings",
            ])
        #expect(status["completeness"]?.keys == ["expected", "due", "complete", "percent"])
        #expect(status["timeliness"]?.keys == ["measured", "on_time", "percent", "limit_days"])
        #expect(status["quality"]?.keys == ["reviewed", "accepted_first_time", "percent"])
        #expect(status["expiry"]?.keys == ["expired", "expiring"])
        #expect(status["findings"]?.keys == ["error", "warning", "notice"])
        let zone = try #require(status["zones"]?.array?.first)
        for key in ["number", "name", "expected", "due", "complete", "missing", "expired", "documents"] {
            #expect(zone[key] != nil)
        }
    }

    @Test func `the keys of list, check and verify are those that programs rely on`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101", "--restricted").code == 0)

        let listed = try #require(try place.tmf("list", "--format", "json").json()["documents"]?.array?.first)
        let check = try place.tmf("check", "--format", "json").json()
        let verified = try place.tmf("verify", "ABC-101.tmf", "--format", "json").json()

        #expect(
            listed.keys == [
                "document", "artifact", "level", "country", "site", "title", "version", "label", "status",
                "document_date", "filed_at", "expiry_date", "sha256", "bytes", "restricted",
                "addendum",
            ])
        #expect(listed["restricted"] == true)
        #expect(check.keys == ["study", "as_of", "findings"])
        #expect(
            try #require(check["findings"]?.array?.first).keys == [
                "rule", "severity", "artifact", "level", "country", "site", "person", "organization", "document",
                "message", "due", "explanation",
            ])
        #expect(
            verified.keys == [
                "subject", "kind", "files", "bytes", "ok", "journal_head", "problems", "seal", "volume", "volumes",
                "fixity", "fixity_report",
            ])
        #expect(verified["ok"] == true)
        #expect(verified["files"] == 1)
    }

    @Test func `a past day is seen as it was`() throws {
        let place = try Workplace()

        let past = try place.tmf("list", "--as-of", "2020-01-01")
        let early = try place.tmf("missing", "--as-of", "2999-01-01", "--format", "json").json()

        #expect(past.code == 66)
        #expect(past.errors.contains("study 'ABC-101' was not there yet on that day: its journal begins on "))
        #expect(early["as_of"] == "2999-01-01")
        #expect(early["missing"]?.array?.isEmpty == false)
        #expect(try place.tmf("list", "--as-of", "2026-02-30").code == 64)
    }

    @Test func `what is missing can be narrowed to a site, and an unknown site is an error`() throws {
        let place = try Workplace()

        let slots = try #require(
            try place.tmf("missing", "--site", "101", "--format", "json").json()["missing"]?.array)
        let unknown = try place.tmf("missing", "--site", "999")

        #expect(!slots.isEmpty)
        #expect(slots.allSatisfy { $0["site"] == "101" })
        #expect(unknown.code == 66)
        #expect(unknown.errors == "tmf: study ABC-101 has no site '999'; `tmf study show` lists them\n")
    }

    @Test func `check ends with 1 where an error is found, and with 0 where none is shown`() throws {
        let place = try Workplace()

        #expect(try place.tmf("check").code == 1)
        #expect(try place.tmf("check", "--rule", "exact-duplicate").code == 0)
        #expect(try place.tmf("check", "--rule", "no-such-check").code == 64)
    }

    @Test func `search, tree, explain, expiring and rules answer`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(
            try place.tmf(
                "file", "a.pdf", "--artifact", "05.02.04", "--site", "101", "--title", "Lebenslauf Müller",
                "--expiry-date", "2024-12-31", "--expiry-rule", "printed"
            ).code == 0)

        let found = try place.tmf("search", "muller", "--format", "json").json()["documents"]?.array
        let tree = try place.tmf("tree", "--filled", "--format", "csv").output.split(separator: "\n")
        let explained = try place.tmf("explain", "05.02.04", "--site", "101")
        let expiring = try place.tmf("expiring", "--format", "json").json()["expiring"]?.array

        #expect(found?.map { $0["document"] } == ["D-000001"])
        #expect(tree.count == 4)
        #expect(explained.code == 0)
        #expect(explained.output.contains("05.02.04"))
        #expect(expiring?.map { $0["expiry_date"] } == ["2024-12-31"])
        #expect(try place.tmf("check", "--list").output.contains("missing"))
        #expect(try place.tmf("explain", "05.02.99").code == 66)
    }

    @Test func `rules say where they come from, and a bad one is refused`() throws {
        let place = try Workplace()
        let more = """

            rules:
              - {rule: E-01.01.01-trial, off: true, reason: No plan here}
              - {rule: S-1, artifact: 05.02.08, level: site, due: 03+0, reason: US sites}

            """
        try place.write("more.yaml", Workplace.studyFile + more)
        try place.write("bad.yaml", Workplace.studyFile + more.replacing("03+0", with: "soon"))

        let bad = try place.tmf("study", "apply", "bad.yaml")
        let applied = try place.tmf("study", "apply", "more.yaml", "--format", "json").json()
        let rules = try place.tmf("rules", "--format", "json").json()
        let table = try place.tmf("rules", "--origin", "study", "--format", "csv").output

        #expect(bad.code == 65)
        #expect(bad.errors.contains("column rules[S-1].due: expected a milestone of the model"))
        #expect(applied["changes"]?.array?.map { $0["entity"] } == ["rule", "rule"])
        #expect(rules["study"] == "ABC-101")
        let off = rules["rules"]?.array?.first { $0["rule"] == "E-01.01.01-trial" }
        #expect(off?["origin"] == "override")
        #expect(off?["expect"] == "no")
        #expect(off?["reason"] == "No plan here")
        #expect(table.split(separator: "\n").count == 2)
        #expect(table.contains("S-1,05.02.08,,site,always,,once,03+0,1+,error,US sites,,,,,,study,US sites"))
        // Everything that judges uses them.
        let missing = try place.tmf("missing", "--format", "json").json()["missing"]?.array ?? []
        #expect(missing.contains { $0["rule"] == "S-1" && $0["site"] == "101" && $0["timing"] == "overdue" })
        #expect(!missing.contains { $0["rule"] == "E-01.01.01-trial" })
        #expect(try place.tmf("explain", "01.01.01").output.contains("switched off by the study: No plan here"))
        let rows = try place.tmf("explain", "05.02.08", "--format", "csv").output
        #expect(rows.hasPrefix("rule,artifact,sub_artifact,level,country,site,person,organization,"))
        #expect(rows.contains("2024-03-01,overdue,missing"))
    }

    @Test func `what is filed beyond what is expected is listed`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(
            try place.tmf("file", "a.pdf", "--artifact", "08.01.01", "--site", "101", "--title", "Certificate").code
                == 0)

        let found = try place.tmf("missing", "--unexpected", "--format", "json").json()["unexpected"]?.array

        #expect(found?.map { $0["kind"] } == ["never-expected"])
        #expect(found?.first?["documents"]?.array == ["D-000001"])
    }

    @Test func `a short script can recheck what audit exports`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)

        let lines = try place.tmf("audit", "export").output.split(separator: "\n")

        var previous = Digest.zero
        for line in lines {
            let parts = line.split(separator: "\t", maxSplits: 1)
            previous = JournalChain.hash(of: String(parts[1]), after: previous)
            #expect(parts[0] == previous.description)
        }
        #expect(lines.count == 2)
        let verified = try place.tmf("audit", "verify", "--format", "json")
        #expect(verified.code == 0)
        #expect(try verified.json()["journal_head"]?.string == previous.description)
        #expect(try place.tmf("audit", "show", "--after", "1", "--format", "json").json()["entries"]?.array?.count == 1)
    }

    @Test func `the reference model is there without a store`() throws {
        let place = try Workplace(hasStore: false)

        let artifacts = try place.tmf("model", "list", "--format", "json").json()["artifacts"]?.array

        #expect(artifacts?.count == 250)
        #expect(try place.tmf("model", "show", "05.02.04").output.hasPrefix("05.02.04  "))
        #expect(try place.tmf("model", "show", "05.02.99").code == 66)
        #expect(try place.tmf("model", "list", "--model", "1.0").code == 65)
    }
}
