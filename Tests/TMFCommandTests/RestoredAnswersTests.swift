import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

/// What comes back answers as what was packed, whatever day is asked for.
@Suite struct RestoredAnswersTests {
    @Test func `a restored store answers as the original, today and on three past days`() throws {
        let place = try Workplace(hasStore: false)
        try place.fileMonthByMonth()
        try #require(try place.tmf("package", "whole.zip", "--include-restricted").code == 0)
        try #require(try place.tmf("restore", "whole.zip", "back.tmf").code == 0)

        var answers: Set<String> = []
        for day in [nil, "2024-03-15", "2024-06-15", "2024-09-15"] {
            for command in ["status", "check", "list", "retention"] {
                let words = "\(command)\(day.map { " --as-of \($0)" } ?? "") --format json"
                let before = try place.shell("$TMF \(words) --store ABC-101.tmf")
                let after = try place.shell("$TMF \(words) --store back.tmf")
                #expect(before.output == after.output && before.code == after.code, "\(words)")
                #expect(before.code <= 1, "\(words): \(before.errors)")
                if command == "list" { answers.insert(before.output) }
            }
        }
        // The days are different ones, or the comparison would say little.
        #expect(answers.count == 4)
        let heads = try ["ABC-101.tmf", "back.tmf"].map {
            try place.tmf("status", "--store", $0, "--format", "json").json()["journal_head"]
        }
        #expect(heads[0] == heads[1] && heads[0] != nil)
    }

    @Test func `the command of the example service runs as it stands`() throws {
        let place = try Workplace()
        let samples = FilePath(#filePath).removingLastComponent().appending("../../samples/fixity/tmf-fixity.service")
        let text = try String(contentsOfFile: samples.lexicallyNormalized().string, encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
        // As systemd reads it: %% is a percent sign. The store's path is what the file asks to be set.
        let command = line.dropFirst("ExecStart=".count).replacing("%%", with: "%")
            .replacing("/archive/ABC-101.tmf", with: place.path("ABC-101.tmf"))

        let outcome = try place.shell("PATH=\"$(dirname \"$TMF\"):$PATH\" \(command)")

        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try outcome.json()["fixity"]?["checked"] == 0 && outcome.json()["ok"] == true)
        #expect(FileManager.default.fileExists(atPath: place.path("ABC-101.tmf/fixity")))
    }
}
