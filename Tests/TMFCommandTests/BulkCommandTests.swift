import Foundation
import TMFModel
import Testing

@Suite struct BulkCommandTests {
    private let place: Workplace

    /// Three CVs at site 101.
    init() throws {
        place = try Workplace()
        for name in ["one", "two", "three"] {
            try place.write("\(name).pdf", "%PDF-1.4 \(name)")
            let filed = try place.tmf(
                "file", "\(name).pdf", "--artifact", "05.02.04", "--site", "101", "--version", "1.0",
                "--document-date", "2024-02-10", "--copy", "copy")
            try #require(filed.code == 0)
        }
    }

    /// The listing, with texts replaced, as a file.
    private func edited(_ name: String, _ changes: [String: String], _ arguments: String...) throws -> String {
        var text = try place.run(["list", "--format", "csv"] + arguments).output
        for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
        return try place.write(name, text)
    }

    private func entries() throws -> Int {
        try place.tmf("audit", "show", "--format", "json").json()["entries"]?.array?.count ?? 0
    }

    @Test func `a listing is edited, looked at, taken in with one reason, and taken back`() throws {
        let table = try edited("list.csv", [",two,": ",CV two,", ",three,": ",CV three,"])
        let before = try entries()

        let untouched = try place.tmf("amend", "--from", edited("same.csv", [:]), "--dry-run", "--format", "json")
        let trial = try place.tmf("amend", "--from", table, "--dry-run")
        let silent = try place.tmf("amend", "--from", table)
        #expect(untouched.code == 0)
        #expect(try untouched.json()["changed"] == 0)
        #expect(trial.code == 0)
        #expect(trial.output.hasPrefix("3 read: 2 change 2 facts, 1 do not (dry run: nothing was recorded)\n"))
        #expect(silent.code == 65)
        #expect(silent.errors.contains("--reason"))
        #expect(try entries() == before)

        let done = try place.tmf(
            "amend", "--from", table, "--reason", "house style", "--undo", "back.csv", "--format", "json")
        #expect(done.code == 0)
        #expect(try done.json()["recorded"] == true)
        #expect(try done.json()["changes"]?.array?.map { $0["to"] } == ["CV two", "CV three"])
        #expect(try entries() == before + 2)
        #expect(
            try place.tmf("amend", "--from", table, "--reason", "x", "--undo", "back.csv").code == 73)
        #expect(try place.tmf("amend", "--from", "back.csv", "--reason", "undone").code == 0)
        let titles = try place.tmf("list", "--columns", "title", "--format", "csv").output
        #expect(titles == "title\none\ntwo\nthree\n")
    }

    @Test func `what is wrong with a table is told at once, and nothing of it is done`() throws {
        let table = try edited("list.csv", [",one,": ",CV one,", "2024-02-10": "10/02/2024", ",two,": ",,"])
        let before = try entries()
        let refused = try place.tmf("amend", "--from", table, "--reason", "house style")
        #expect(refused.code == 65)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.split(separator: "\n").count == 4)
        #expect(refused.errors.contains("tmf: list.csv, row 2, column document_date: expected a day"))
        #expect(refused.errors.contains("tmf: list.csv, row 3, column title: expected a title"))
        #expect(try entries() == before)
        #expect(try place.tmf("amend", "--from", "nowhere.csv", "--dry-run").code == 66)
    }

    @Test func `moves, reviews, waivers and certifications take tables, too`() throws {
        let moved = try place.tmf(
            "move", "--from", edited("list.csv", [",DEU,101,two,": ",DEU,102,two,"]), "--reason", "wrong site")
        #expect(moved.code == 0)
        #expect(
            try place.tmf("list", "--site", "102", "--columns", "title", "--format", "csv").output == "title\ntwo\n")

        try place.write("seen.csv", place.tmf("qc", "list", "--format", "csv").output)
        let accepted = try place.tmf("qc", "accept", "--from", "seen.csv", "--reason", "monthly", "--format", "json")
        #expect(try accepted.json()["changed"] == 3)

        try place.write("missing.csv", place.tmf("missing", "--site", "102", "--format", "csv").output)
        let waived = try place.tmf("waive", "--from", "missing.csv", "--reason", "never opened", "--format", "json")
        #expect(waived.code == 0)
        #expect(try waived.json()["unchanged"] == 0)
        let left = try place.tmf("missing", "--site", "102", "--format", "json").json()["missing"]?.array
        #expect(left == [])

        let certified = try place.tmf(
            "certify", "--artifact", "05.02.04", "--site", "101", "--by", "QA", "--on", "2024-03-01", "--method",
            "page by page", "--reason", "paper goes", "--format", "json")
        #expect(try certified.json()["changed"] == 2)
        let register = try place.tmf("list", "--columns", "title,copy,certified_by", "--format", "csv").output
        #expect(register == "title,copy,certified_by\none,certified-copy,QA\ntwo,copy,\nthree,certified-copy,QA\n")
    }

    @Test func `arguments that contradict a table are refused`() throws {
        for arguments in [
            ["amend"], ["amend", "D-1"], ["amend", "D-1", "title=x", "--from", "t.csv"],
            ["amend", "D-1", "title=x", "--dry-run"], ["amend", "D-1", "title=x", "--undo", "u.csv"],
            ["move", "--from", "t.csv", "--site", "101"], ["qc", "accept"],
            ["qc", "accept", "--from", "t.csv", "--version", "1"], ["waive"],
            ["waive", "--from", "t.csv", "--site", "101"], ["certify"], ["certify", "--site", "101"],
            ["certify", "--from", "t.csv", "--site", "101"], ["list", "--columns", "titel"],
        ] {
            #expect(try place.run(arguments).code == 64, "\(arguments)")
        }
    }
}
