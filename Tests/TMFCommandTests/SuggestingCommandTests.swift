import Disk
import Foundation
import SystemPackage
import TMFModel
import Testing

/// `tmf suggest`, and what `plan` and `import` make of it.
@Suite struct SuggestingCommandTests {
    private let place: Workplace

    /// Ten deviations, which this house calls zebras, at two sites.
    init() throws {
        place = try Workplace()
        try Folder.create(place.folder.appending("in"))
        for number in 0..<10 {
            try place.write("in/zebra sheet \(number).txt", "zebra \(number)\n")
            let site = number % 2 == 0 ? "101" : "102"
            let filed = try place.tmf(
                "file", "in/zebra sheet \(number).txt", "--artifact", "05.04.06", "--site", site)
            try #require(filed.code == 0, "\(filed.errors)")
        }
        try Folder.create(place.folder.appending("new"))
        try place.write("new/Zebra Sheet 101.txt", "Stripes were seen.\n")
        try place.write("new/scan0001.txt", "Delegation of Authority Log\nSite 101\nVersion 2.0\n")
        try place.write("new/doc(3) final FINAL.txt", "nothing\n")
    }

    @Test func `a file has three artifacts at most, with the words that drove each`() throws {
        let answer = try place.tmf(
            "suggest", "new/Zebra Sheet 101.txt", "new/scan0001.txt", "--format", "json")
        #expect(answer.code == 0, "\(answer.errors)")
        let json = try answer.json()
        #expect(json.keys == ["study", "threshold", "learned_from", "files"])
        #expect(json["learned_from"] == 10)
        let files = try #require(json["files"]?.array)
        #expect(
            files[0].keys == [
                "file", "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "title",
                "version", "document_date", "language", "status", "sure", "why", "suggestions",
            ])
        #expect(files.map { $0["artifact"] } == ["05.04.06", "05.02.18"])
        #expect(files.map { $0["site"] } == ["101", "101"])
        #expect(files[1]["version"] == "2.0")
        let first = try #require(files[0]["suggestions"]?.array?.first)
        #expect(first.keys == ["artifact", "name", "confidence", "words"])
        #expect(first["words"] == .array(["Zebra Sheet"]))
    }

    @Test func `what nothing is proposed for ends with a status of its own`() throws {
        let answer = try place.tmf("suggest", "new/doc(3) final FINAL.txt")
        #expect(answer.code == 1)
        #expect(answer.output.contains("nothing"))
        #expect(try place.tmf("suggest", "new/none.txt").code == 66)
        #expect(try place.tmf("suggest").code == 64)
        #expect(try place.tmf("suggest", "--names-only").code == 64)
        #expect(try place.tmf("suggest", "new/scan0001.txt", "--evaluate").code == 64)
        let rows = try place.tmf("suggest", "new/Zebra Sheet 101.txt", "--format", "csv").output.split(separator: "\n")
        #expect(rows.count == 2)
        #expect(rows[1].contains("05.04.06 Protocol Deviations"))
    }

    @Test func `suggestions are tried on what the store has filed`() throws {
        let json = try place.tmf("suggest", "--evaluate", "--format", "json").json()
        #expect(
            json.keys == [
                "study", "by", "folds", "threshold", "texts", "records", "suggested", "right", "wrong", "abstained",
                "in_three", "coverage", "error", "confidence", "artifacts",
            ])
        #expect(json["records"] == 10)
        #expect(json["right"] == 10)
        #expect(json["error"] == 0)
        #expect(json["coverage"] == 100)
        let csv = try place.tmf("suggest", "--evaluate", "--names-only", "--format", "csv").output
        #expect(
            csv.hasPrefix(
                "artifact,name,records,suggested,right,wrong,abstained,in_three,coverage,error\n"
                    + "05.04.06,Protocol Deviations,10,10,10,0,0,10,100,0\n"))
        #expect(try place.tmf("suggest", "--evaluate").output.contains("left blank"))
        #expect(try place.tmf("suggest", "--evaluate", "--format", "csv").output == csv)
    }

    @Test func `a plan proposes by what was learned and leaves the rest blank; an import alone does not`() throws {
        let plan = try place.tmf("plan", "new")
        let rows = plan.output.split(separator: "\n")
        #expect(rows[0].hasSuffix(",sure,why,suggestions,health"))
        #expect(rows.first { $0.hasPrefix("new") } == nil)
        #expect(rows.contains { $0.hasPrefix("Zebra Sheet 101.txt,05.04.06,") })
        #expect(rows.contains { $0.hasPrefix("scan0001.txt,,") })
        let examined = try place.tmf("plan", "new", "--examine").output.split(separator: "\n")
        #expect(examined.contains { $0.hasPrefix("scan0001.txt,05.02.18,") })
        #expect(examined.contains { $0.hasPrefix("doc(3) final FINAL.txt,,") })
        let report = try place.tmf("import", "new", "--partial", "--format", "json")
        #expect(try report.json()["filed"] == 0)
    }
}
