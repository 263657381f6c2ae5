import Disk
import Foundation
import SystemPackage
import TMFModel
import Testing

@Suite struct IntakeCommandTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try Folder.create(place.folder.appending("in/01.01.01 TMF plan"))
        for name in ["one", "two"] { try place.write("in/01.01.01 TMF plan/\(name).pdf", "%PDF-1.4 \(name)") }
    }

    @Test func `receipts are written in both forms, and never over what is there`() throws {
        let done = try place.tmf("import", "in", "--receipt", "r.csv", "--receipt", "r.json", "--format", "json")
        #expect(done.code == 0)
        #expect(try done.json()["filed"] == 2)
        #expect(try done.json()["study_yaml"] == nil)
        let csv = try String(contentsOfFile: place.path("r.csv"), encoding: .utf8)
        #expect(csv.split(separator: "\n").count == 3)
        #expect(csv.contains(",01.01.01 TMF plan/one.pdf,filed,D-000001,1,"))
        let json = try JSON(parsing: String(contentsOfFile: place.path("r.json"), encoding: .utf8))
        #expect(json["count"] == json["read"])
        #expect(try place.tmf("import", "in", "--receipt", "r.csv").code == 73)
        let later = try place.tmf("import", "in", "--since", "2999-01-01", "--receipt", "later.csv", "--format", "json")
        #expect(try later.json()["older"] == 2)
        #expect(try later.json()["read"] == 0)
    }

    @Test func `names that the study does not have come with the lines it lacks`() throws {
        try place.write(
            "list.csv",
            "path,artifact,site,person\n01.01.01 TMF plan/one.pdf,05.02.04,101,p-new\n"
                + "01.01.01 TMF plan/two.pdf,05.02.04,101,p-new\n")
        let refused = try place.tmf("import", "in", "--manifest", "list.csv")
        #expect(refused.code == 65)
        #expect(refused.output.contains("1 names are not in the study"))
        #expect(refused.output.contains("- {id: p-new, name: p-new, role: principal-investigator}"))
    }

    @Test func `a drop folder is watched until the program is asked to end`() throws {
        let watched = try place.shell(
            """
            coproc W { exec "$TMF" import in --watch --every 1 --format json; }
            read -r line <&"${W[0]}"
            pid=$W_PID
            kill -TERM $pid
            wait $pid
            code=$?
            echo "$line"
            echo "code $code"
            """)
        let lines = watched.output.split(separator: "\n").map(String.init)
        #expect(try JSON(parsing: lines.first ?? "")["filed"] == 2)
        #expect(lines.last == "code 0")
        #expect(try place.tmf("list", "--columns", "path", "--format", "csv").output.contains("one.pdf"))
        for arguments in [
            ["import", "in", "--watch", "--dry-run"], ["import", "in", "--watch", "--every", "0"],
            ["import", "in", "--watch", "--receipt", "x.csv"],
        ] {
            #expect(try place.run(arguments).code == 64, "\(arguments)")
        }
        #expect(try place.tmf("import", "study.yaml", "--watch").code == 65)
    }

    @Test func `templates make titles, are previewed, and are applied by a table`() throws {
        #expect(try place.tmf("import", "in").code == 0)
        let tried = try place.tmf("names", "--template", "{number} {file}", "--format", "csv")
        #expect(tried.output == "document,version,title\nD-000001,1,01.01.01 one\nD-000002,1,01.01.01 two\n")
        let refused = try place.tmf("names", "--template", "{artefact}")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("character 2: expected one of artifact, number"))

        try place.write(
            "study.yaml",
            Workplace.studyFile.replacingOccurrences(
                of: "quality-control: required}",
                with: "quality-control: required, titles: {all: \"{number} {file}\", 05.02.04: \"CV {person}\"}}"))
        #expect(try place.tmf("study", "apply", "study.yaml").code == 0)
        try place.write("titles.csv", place.tmf("names", "--format", "csv").output)
        #expect(try place.tmf("amend", "--from", "titles.csv", "--reason", "by template").code == 0)
        #expect(try place.tmf("names", "--format", "json").json()["names"]?.array == [])
        try place.write("cv.pdf", "cv")
        #expect(
            try place.tmf("file", "cv.pdf", "--artifact", "05.02.04", "--site", "101", "--person", "p-mueller").output
                == "D-000003 filed: 05.02.04 in DEU/101, CV Dr Anna Müller\n")
        #expect(
            try place.tmf("list", "--columns", "title,original_name", "--format", "csv").output
                == "title,original_name\n01.01.01 one,one.pdf\n01.01.01 two,two.pdf\nCV Dr Anna Müller,cv.pdf\n")

        try place.write(
            "bad.yaml",
            Workplace.studyFile.replacingOccurrences(
                of: "quality-control: required}", with: "titles: {all: \"{artefact}\", 05.02: \"{site}\"}}"))
        let bad = try place.tmf("study", "apply", "bad.yaml")
        #expect(bad.code == 65)
        #expect(bad.errors.contains("column settings.titles.all: character 2: expected one of"))
        #expect(bad.errors.contains("column settings.titles.05.02: expected all, or an artifact's number"))
    }

    @Test func `a study file with templates is written as it reads`() throws {
        let text = Workplace.studyFile.replacingOccurrences(
            of: "quality-control: required}", with: "titles: {all: \"{artifact}[ \\\"{version}\\\"]\"}}")
        try place.write("study.yaml", text)
        #expect(try place.tmf("study", "apply", "study.yaml").code == 0)
        try place.write("again.yaml", place.tmf("study", "export").output)
        let again = try place.tmf("study", "apply", "again.yaml", "--format", "json")
        #expect(again.code == 0)
        #expect(try again.json()["changes"]?.array ?? [] == [])
    }
}
