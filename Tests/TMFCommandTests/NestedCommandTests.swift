import Foundation
import TMFModel
import Testing

/// `--nested` on the command line.
@Suite struct NestedCommandTests {
    private let place: Workplace

    /// A folder with an archive of a record and of an archive, and one that is cut off.
    init() throws {
        place = try Workplace()
        let made = try place.shell(
            """
            mkdir -p in/01.01.02 tmp && cd in && echo loose > 01.01.02/loose.txt && echo one > 01.01.02/one.txt \
            && zip -q 01.01.02/deep.zip 01.01.02/one.txt && zip -q -m outer.zip 01.01.02/one.txt 01.01.02/deep.zip \
            && head -c 100 outer.zip > cut.zip
            """)
        try #require(made.code == 0, "\(made.errors)")
    }

    /// Runs the command with a folder for temporary files that must be left empty.
    private func tmf(_ arguments: String...) throws -> Workplace.Outcome {
        let outcome = try place.shell(
            "TMPDIR='\(place.path("tmp"))' \"$TMF\" \(arguments.joined(separator: " "))")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("tmp")) == [])
        return outcome
    }

    @Test(arguments: ["in", "packed.zip"])
    func `a plan with archives opened is imported, and nothing is filed twice`(source: String) throws {
        #expect(try place.shell("cd in && zip -qr ../packed.zip .").code == 0)
        let planned = try tmf("plan", source, "--nested", "--out", "plan.csv")
        #expect(planned.code == 0)
        #expect(planned.errors.contains("4 files, "))
        #expect(planned.errors.contains("--manifest plan.csv --nested"))
        let rows = try String(contentsOfFile: place.path("plan.csv"), encoding: .utf8).split(separator: "\n")
        #expect(
            rows.dropFirst().compactMap { $0.split(separator: ",").first } == [
                "01.01.02/loose.txt", "cut.zip", "outer.zip/01.01.02/deep.zip", "outer.zip/01.01.02/one.txt",
            ])
        #expect(rows[2].contains("cannot be opened, so nothing in it was taken"))
        #expect(rows[3].contains("is a packed archive"))

        let kept = rows.filter { !$0.hasPrefix("cut.zip") }.joined(separator: "\n") + "\n"
        try place.write("list.csv", kept)
        for filed in [3, 0] {
            let done = try tmf("import", source, "--nested", "--manifest", "list.csv", "--format", "json")
            #expect(done.code == 0, "\(done.output) \(done.errors)")
            #expect(try done.json()["filed"]?.int == filed)
            #expect(try done.json()["opened"] == 1)
            #expect(try done.json()["unlisted"]?.array == ["cut.zip"])
        }
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
        let found = try place.tmf("list", "--columns", "path,original_name", "--format", "csv").output
        #expect(found.contains("outer.zip/01.01.02/one.txt,one.txt"))
    }

    @Test func `without a manifest a bad archive stops the import, or is told`() throws {
        let refused = try tmf("import", "in", "--nested", "--receipt", "r.csv")
        #expect(refused.code == 65)
        #expect(refused.output.contains("4 read: 0 filed, 0 new versions, 0 unchanged, 4 failed"))
        #expect(refused.output.contains("cut.zip"))
        let partial = try tmf("import", "in", "--nested", "--partial", "--receipt", "r.json", "--format", "json")
        #expect(partial.code == 65)
        #expect(try partial.json()["filed"] == 3)
        let receipt = try JSON(parsing: String(contentsOfFile: place.path("r.json"), encoding: .utf8))
        #expect(receipt["count"] == 5)
        #expect(receipt["opened"] == 1)
        let trial = try tmf("import", "in", "--nested", "--dry-run", "--partial", "--format", "json")
        #expect(try trial.json()["unchanged"] == 3)
    }

    @Test func `archives are looked into`() throws {
        #expect(try place.shell("rm in/cut.zip && cd in && zip -qr ../packed.zip .").code == 0)
        let examined = try tmf("plan", "packed.zip", "--nested", "--examine")
        #expect(examined.code == 0, "\(examined.errors)")
        #expect(examined.output.contains("outer.zip/01.01.02/one.txt,01.01.02"))
    }

    @Test func `it does not go with watching, nor with a transfer`() throws {
        #expect(try place.tmf("import", "in", "--nested", "--watch").code == 64)
        try place.write("in/exchange.xml", "<x/>")
        let transfer = try place.tmf("import", "in", "--nested")
        #expect(transfer.code == 64)
        #expect(transfer.errors.contains("leave --nested out"))
    }
}
