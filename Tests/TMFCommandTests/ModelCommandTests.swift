import Foundation
import TMFModel
import Testing

/// `tmf model import`, `model diff` and `study migrate`, and what keeps a kept model what it was.
@Suite struct ModelCommandTests {
    private let place: Workplace

    /// An organization's own additions, kept as 3.3.1-acme.
    init() throws {
        place = try Workplace()
        try place.write(
            "model.csv",
            "artifact,sub_artifact,alternate_name,not_used\n01.01.01,Acme Filing Map,,\n01.01.02,,Zebra Plan,\n"
                + "01.01.13,,,yes\n")
        let kept = try place.tmf("model", "import", "model.csv", "--name", "3.3.1-acme", "--format", "json")
        try #require(kept.code == 0, "\(kept.errors)")
        #expect(try kept.json()["compared_with"] == "3.3.1")
    }

    private func migrate() throws {
        let done = try place.tmf("study", "migrate", "--model", "3.3.1-acme", "--reason", "our own names")
        try #require(done.code == 0, "\(done.errors)")
    }

    private var kept: String { place.path("ABC-101.tmf/models/3.3.1-acme.csv") }

    @Test func `a workbook in the published layout is kept, and compared`() throws {
        let script = """
            import openpyxl
            wb = openpyxl.Workbook()
            ws = wb.create_sheet("V 9.1 Clean")
            ws.append(["TMF Reference Model", None, None, None, "Version 9.1"])
            ws.append(["Zone #", "Zone Name", "Section #", "Section Name", "Artifact #", "Artifact name",
                "Definition / Purpose", "Recommended Subartifacts -  Documents", "Core or Recommended for inclusion",
                "Unique ID Number", "Trial Level Document ", "Trial Level MILESTONE/EVENT", "Dating Convention"])
            ws.append([1, "Trial Management", 1.01, "Trial Oversight", "01.01.02", "Master File Plan", "Ours.", "Plan",
                "Recommended", 1, "X", "02 Clinical Infrastructure Ready", "Version Date"])
            for row in (3,):
                ws.cell(row, 1).number_format = "00"
                ws.cell(row, 3).number_format = "00.00"
                ws.cell(row, 10).number_format = "000"
            wb.save("model.xlsx")
            """
        try place.write("make.py", script)
        try #require(try place.shell("python3 make.py").code == 0)
        let imported = try place.tmf("model", "import", "model.xlsx", "--format", "json")
        #expect(imported.code == 0, "\(imported.errors)")
        #expect(try imported.json()["model"] == "9.1")
        #expect(try imported.json()["artifacts"] == 1)
        #expect(try place.tmf("model", "list", "--model", "9.1").output.contains("Master File Plan"))
        let diff = try place.tmf("model", "diff", "3.3.1", "9.1", "--format", "csv")
        #expect(diff.output.contains("01.01.01,01.01.02"))
        // The same again is no change; another one under the name is refused.
        #expect(try place.tmf("model", "import", "model.xlsx").code == 0)
        #expect(try place.tmf("model", "import", "model.csv", "--name", "9.1").code == 65)
        #expect(try place.tmf("model", "import", "model.csv", "--name", "3.3.1").code == 65)
        #expect(try place.tmf("model", "import", "none.xlsx").code == 66)
        #expect(try place.tmf("model", "import", "study.yaml").code == 65)
    }

    @Test func `the differences of an overlay are its additions`() throws {
        let diff = try place.tmf("model", "diff", "3.3.1", "3.3.1-acme", "--format", "csv")
        #expect(diff.code == 0 || diff.code == 1, "\(diff.errors)")
        #expect(diff.output.contains("Acme Filing Map"))
        #expect(try place.tmf("model", "diff", "3.3.1", "nowhere").code != 0)
    }

    @Test func `a study goes to a kept model with a reason, and its names are used at once`() throws {
        let trial = try place.tmf("study", "migrate", "--model", "3.3.1-acme", "--dry-run", "--format", "json")
        #expect(trial.code == 0, "\(trial.errors)")
        #expect(try trial.json()["applied"] == false)
        let silent = try place.tmf("study", "migrate", "--model", "3.3.1-acme")
        #expect(silent.errors.contains("--reason"))
        #expect(try place.tmf("study", "show", "--format", "json").json()["model"] == "3.3.1")
        #expect(try place.tmf("study", "migrate", "--model", "nowhere", "--reason", "x").code == 65)
        try migrate()
        #expect(try place.tmf("study", "show", "--format", "json").json()["model"] == "3.3.1-acme")
        try place.write("Zebra Plan.txt", "a plan\n")
        let suggested = try place.tmf("suggest", "Zebra Plan.txt", "--format", "json").json()
        #expect(suggested["files"]?.array?.first?["artifact"] == "01.01.02")
    }

    @Test func `a kept model that somebody altered or took away is named`() throws {
        try migrate()
        let digest = Digest(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: kept))))
        #expect(try place.tmf("audit", "export").output.contains(#""model_sha256":"\#(digest)""#))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
        #expect(try place.tmf("doctor").code == 0)
        // The study file says nothing of the digest, and applying it changes nothing.
        let exported = try place.tmf("study", "export").output
        #expect(!exported.contains("sha256"))
        try place.write("again.yaml", exported)
        #expect(try place.tmf("study", "apply", "again.yaml", "--format", "json").json()["changes"] == .array([]))

        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: kept)
        let table = try String(contentsOfFile: kept, encoding: .utf8)
        try table.replacingOccurrences(of: "Zebra Plan", with: "Horse Plan").write(
            toFile: kept, atomically: false, encoding: .utf8)
        for command in [["verify", "ABC-101.tmf"], ["doctor"]] {
            let found = try place.run(command)
            #expect(found.code == 1)
            #expect(found.output.contains("models/3.3.1-acme.csv"), "\(found.output)")
        }
        // Applying the study file again does not make the altered one right.
        #expect(try place.tmf("study", "apply", "again.yaml", "--format", "json").json()["changes"] == .array([]))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 1)

        try FileManager.default.removeItem(atPath: kept)
        let gone = try place.tmf("verify", "ABC-101.tmf")
        #expect(gone.code == 1)
        #expect(gone.output.contains("is missing"))
    }

    @Test func `a new store on a kept model is refused with what to do`() throws {
        let study = try String(contentsOfFile: place.path("study.yaml"), encoding: .utf8)
        try place.write("kept.yaml", study.replacingOccurrences(of: "model: 3.3.1", with: "model: 3.3.1-acme"))
        let refused = try place.tmf("init", "new.tmf", "--study", "kept.yaml")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("tmf study migrate --model 3.3.1-acme"))
        #expect(!FileManager.default.fileExists(atPath: place.path("new.tmf")))
    }
}
