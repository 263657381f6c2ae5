import Foundation
import TMFModel
import Testing

/// Events, holds and disposals on record, as the command does them.
@Suite struct RetentionCommandTests {
    /// Two certified copies and a copy that nobody certified.
    private func filled() throws -> Workplace {
        let place = try Workplace()
        for (name, site) in [("a.txt", "101"), ("b.txt", "102"), ("c.txt", "102")] {
            try place.write(name, "text of \(name)")
            try #require(
                try place.tmf(
                    "file", name, "--artifact", "05.02.04", "--site", site, "--title", name, "--document-date",
                    "2024-02-10"
                ).code == 0)
        }
        for document in ["D-1", "D-2"] {
            let certified = try place.tmf(
                "amend", document, "--version", "1", "copy=certified-copy", "certified_by=B. Beispiel",
                "certified_on=2024-03-01", "certified_method=page by page")
            try #require(certified.code == 0, "\(certified.errors)")
        }
        try #require(try place.tmf("amend", "D-3", "--version", "1", "copy=copy").code == 0)
        for document in ["D-1", "D-2", "D-3"] { try #require(try place.tmf("qc", "accept", document).code == 0) }
        return place
    }

    private func confirm(_ place: Workplace, _ words: String...) throws -> Workplace.Outcome {
        try place.run(
            ["retention", "confirm", "--method", "shredded", "--confirmed-by", "A. Archivist", "--subject"] + words)
    }

    @Test func `events are stated, corrected and taken back with their reasons`() throws {
        let place = try Workplace()
        func event(_ words: String...) throws -> Workplace.Outcome { try place.run(["retention", "event"] + words) }

        #expect(try event("end-of-trial=2020-03-31").code == 65)
        let stated = try event("end-of-trial=2020-03-31", "--reason", "declaration", "--format", "json")
        #expect(stated.code == 0, "\(stated.errors)")
        #expect(try stated.json()["date"] == "2020-03-31" && stated.json()["reason"] == "declaration")
        #expect(try event("end-of-trial=2020-03-31", "--reason", "again").code == 65)
        #expect(try event("end-of-trial=2020-04-01", "--reason", "a slip of the pen").code == 0)
        #expect(try event("end-of-trial@DEU=2020-02-01", "--reason", "last German site").code == 0)
        #expect(try event("end-of-trial@FRA=2020-02-01", "--reason", "x").code == 66)
        #expect(try event("harvest=2020-02-01", "--reason", "x").code == 64)
        #expect(try event("end-of-trial=9999-01-01", "--reason", "x").code == 65)

        let listed = try place.tmf("retention", "events", "--format", "csv").output
        #expect(listed.hasPrefix("event,country,date,reason,by,at"))
        #expect(listed.contains("end-of-trial,,2020-04-01,a slip of the pen,"))
        #expect(
            try place.tmf("retention").output.contains("end-of-trial in DEU on 2020-02-01, and 25 years: 2045-02-01"))
        let line = try place.tmf("audit", "export").output.split(separator: "\n").first { $0.contains("slip") }
        #expect(line?.contains(#""from\":\"2020-03-31"#) == true || line?.contains(#""from":"2020-03-31""#) == true)

        #expect(try event("end-of-trial@DEU", "--withdraw", "--reason", "was another trial").code == 0)
        #expect(try event("end-of-trial@DEU", "--withdraw", "--reason", "again").code == 65)
        #expect(try place.tmf("retention").output.contains("25 years: 2045-04-01"))
        #expect(try place.tmf("audit", "verify").code == 0)
    }

    @Test func `a hold blocks disposal and shows wherever retention shows`() throws {
        let place = try filled()
        #expect(try place.tmf("retention", "hold", "legal", "--site", "101").code == 65)
        #expect(try place.tmf("retention", "hold", "grudge", "--reason", "x").code == 64)
        #expect(try place.tmf("retention", "hold", "legal", "--site", "999", "--reason", "x").code == 66)
        #expect(try place.tmf("retention", "hold", "legal", "--document", "D-9", "--reason", "x").code == 66)
        let held = try place.tmf(
            "retention", "hold", "legal", "--site", "101", "--zone", "05", "--reason", "letter of counsel",
            "--reference", "2026-117", "--format", "json")
        #expect(held.code == 0, "\(held.errors)")
        #expect(try held.json()["hold"] == "H-0001" && held.json()["state"] == "in force")

        let shown = try place.tmf("retention").output
        #expect(shown.contains("Held by H-0001.") && shown.contains("letter of counsel"))
        let list = try place.tmf("retention", "disposal", "--subject", "original", "--format", "json")
        #expect(list.code == 1)
        let entries = try #require(try list.json()["disposal"]?.array)
        #expect(entries.map { $0["may_be_destroyed"] } == [false, true, false])
        #expect(entries[0]["blockers"]?.array?.first?.string?.contains("held by H-0001 (legal)") == true)
        #expect(entries[1]["basis"]?.string?.contains("B. Beispiel, on 2024-03-01, page by page") == true)
        #expect(entries[2]["blockers"]?.array?.first == "it is not certified")

        let refused = try confirm(place, "original", "D-1", "D-2")
        #expect(refused.code == 77 && refused.errors.contains("held by H-0001"))
        #expect(try confirm(place, "original", "D-3").code == 77)
        #expect(try place.tmf("retention", "disposals").output.contains("Nothing is on record"))

        #expect(try place.tmf("retention", "release", "H-0001").code == 65)
        #expect(try place.tmf("retention", "release", "H-1", "--reason", "case closed").code == 0)
        #expect(try place.tmf("retention", "release", "H-1", "--reason", "case closed").code == 65)
        #expect(try place.tmf("retention", "holds").output.contains("No hold is in force."))
        #expect(try place.tmf("retention", "holds", "--all", "--format", "csv").output.contains(",case closed"))
        #expect(try confirm(place, "original", "D-1", "D-2").code == 0)
    }

    @Test func `a disposal is on record once, and the store keeps its bytes`() throws {
        let place = try filled()
        let none = try place.run([
            "retention", "confirm", "--subject", "original", "--method", "x", "--confirmed-by", "y",
        ])
        #expect(none.code == 64)
        #expect(try confirm(place, "original", "D-9").code == 66)
        #expect(try confirm(place, "original", "D-1", "--on", "9999-01-01").code == 65)
        let done = try confirm(
            place, "original", "--listed", "--witness", "C. Zeuge", "--on", "2026-05-04", "--format", "json")
        #expect(done.code == 0, "\(done.errors)")
        let rows = try #require(try done.json()["confirmed"]?.array)
        try #require(rows.map { $0["document"] } == ["D-000001", "D-000002"])
        #expect(rows[0]["disposal"] == "X-0001" && rows[0]["witness"] == "C. Zeuge" && rows[0]["version"] == 1)
        #expect(try confirm(place, "original", "D-1").code == 65)

        let left = try place.tmf("retention", "disposal", "--subject", "original", "--format", "json").json()
        #expect(left["disposal"]?.array?.map { $0["document"] } == ["D-000003"])
        #expect(try place.tmf("history", "D-1").output.contains("the original of version 1 of D-000001 was destroyed"))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
        #expect(try place.tmf("doctor", "--rebuild").code == 0)
        #expect(
            try place.tmf("retention", "disposals", "--format", "csv").output.contains("X-0001,D-000002,1,original"))
    }

    @Test func `what is kept elsewhere may go when its period is over`() throws {
        let place = try filled()
        func disposal(_ words: String...) throws -> JSON {
            try place.run(["retention", "disposal", "--format", "json", "--subject", "investigator"] + words).json()
        }
        #expect(try disposal()["disposal"] == .array([]))
        #expect(try disposal("--all")["blocked"] == 3)
        try place.write("own.csv", "rule,countries,party,triggers,years,source,note\nx,*,both,closed,2,Contract 4,\n")
        let event = ["retention", "event", "closed=2020-03-31", "--rules", "own.csv", "--reason", "minutes"]
        #expect(try place.run(event).code == 0)
        let due = try disposal("--rules", "own.csv")
        #expect(due["may_be_destroyed"] == 3)
        #expect(due["disposal"]?.array?.first?["basis"]?.string?.contains("through 2022-03-31") == true)
        #expect(try confirm(place, "investigator", "D-1").code == 77)
        #expect(try confirm(place, "investigator", "D-1", "--rules", "own.csv").code == 0)
        #expect(try confirm(place, "investigator", "D-2", "--on", "2021-01-01", "--rules", "own.csv").code == 77)
    }

    @Test func `a package holds what is on record about keeping, but nothing of what it withholds`() throws {
        let place = try filled()
        #expect(try place.tmf("retention", "hold", "other", "--document", "D-1", "--reason", "telling words").code == 0)
        #expect(try place.tmf("retention", "event", "end-of-trial=2020-03-31", "--reason", "declaration").code == 0)
        #expect(try confirm(place, "original", "D-2").code == 0)
        #expect(try place.tmf("amend", "D-1", "restricted=yes").code == 0)
        #expect(try place.tmf("package", "open").code == 0)
        #expect(try place.tmf("package", "whole", "--include-restricted").code == 0)
        let grep = try place.shell("grep -rl 'telling words' open | wc -l; grep -rl 'telling words' whole | sort")
        #expect(grep.output.hasPrefix("0\n"))
        for name in ["journal.jsonl", "retention-holds.csv", "viewer/retention.html", "index.html"] {
            #expect(grep.output.contains("/data/\(name)\n"), "\(name)")
        }
        let lists = try place.shell(
            "cat open/data/retention-events.csv open/data/disposals.csv open/data/retention.csv")
        #expect(lists.output.contains("end-of-trial,,2020-03-31,declaration"))
        #expect(lists.output.contains("X-0001,D-000002,1,original"))
        #expect(lists.output.contains("EU-536-58,end-of-trial,2020-03-31,25,2045-03-31"))
        #expect(try place.tmf("verify", "open").code == 0)
        #expect(try place.tmf("restore", "whole", "back.tmf").code == 0)
        let back = try place.tmf("retention", "--store", "back.tmf", "--format", "json").output
        #expect(try back == place.tmf("retention", "--store", "ABC-101.tmf", "--format", "json").output)
    }
}
