import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFIntake
@testable import Program

/// Every file of `Tests/BrokenFiles` is looked into: what is wrong with it is said, and none takes more than its limits.
@Suite(.serialized) struct BrokenFilesTests {
    /// Less than the program allows, so that what is stopped is stopped soon.
    private static let limits = ProgramLimits(
        processorSeconds: 10, wallSeconds: 60, memory: 768 << 20, output: 4 << 20, file: 4 << 20)

    private static func made() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "BrokenFiles/make_broken_files.py")
        let end = try run("python3", script.path, folder("files").string)
        try #require(end.status == 0, "\(end.errors)")
        return folder
    }

    @Test func `every broken or hostile file is reported, and none crashes, hangs or exceeds its limits`() throws {
        let folder = try Self.made()
        let files = folder("files")
        let table = String(decoding: try bytes(of: files.appending("expected.csv")), as: UTF8.self)
        let examiner = Examiner(tools: ExaminingTools(limits: Self.limits))
        var seen = 0
        for line in table.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let name = String(cells[0])

            let outcome = try examiner.examine(files.appending(name), name: name)

            let rules = Set(outcome.examination.remarks.map(\.condition.rawValue))
            for wanted in cells[1].split(separator: " ") {
                let choices = wanted.split(separator: "|").map(String.init)
                #expect(!rules.isDisjoint(with: choices), "\(name): \(wanted) wanted, \(rules.sorted()) found")
            }
            // What is kept of a file is bounded, whatever it claims.
            #expect(outcome.examination.members.count <= FileExamination.mostMembers)
            #expect(outcome.text.pages.reduce(0) { $0 + $1.utf8.count } <= PlainText.mostBytes)
            #expect(FileExamination(json: outcome.examination.json) == outcome.examination, "\(name)")
            seen += 1
        }
        #expect(seen > 70)
    }

    @Test func `sound files have no remarks, and their text is read`() throws {
        let folder = try Self.made()
        for (name, text) in [
            ("sound.pdf", "A sound report of one page"), ("sound.docx", "A sound letter"),
            ("sound.csv", "101,Dr Example"), ("sound.eml", "A sound message"),
        ] {
            let outcome = try Examiner().examine(folder("files").appending(name), name: name)
            #expect(outcome.examination.remarks.isEmpty, "\(name): \(outcome.examination.remarks)")
            #expect(outcome.text.pages.count == 1)
            #expect(outcome.text.pages.first?.contains(text) == true, "\(name)")
        }
    }

    @Test func `a message is read with its words, accents and the names of what is attached`() throws {
        let folder = try Self.made()
        let outcome = try Examiner().examine(folder("files").appending("attached.eml"), name: "attached.eml")
        let text = try #require(outcome.text.pages.first)
        #expect(text.contains("From: Dr. Müller <m@example.org>"))
        #expect(text.contains("Subject: Unterlagen für 101"))
        #expect(text.contains("Zulassung für das Zentrum"))
        #expect(outcome.examination.members == ["licence.pdf", "all.zip"])
    }

    @Test func `facts of a PDF are told`() throws {
        let folder = try Self.made()
        let found = try Examiner().examine(folder("files").appending("ten-thousand-pages.pdf"), name: "x.pdf")
            .examination
        #expect(found.pages == 10_000)
        #expect(found.textPages == 10_000)
        #expect(found.pageSize == "210 × 297 mm")
        #expect(found.pdfVersion == "1.7")
        let scan = try Examiner().examine(folder("files").appending("scan.pdf"), name: "scan.pdf").examination
        #expect(scan.resolution == 50)
    }

    @Test func `without the programs a PDF is judged by its ends, and that is said once`() throws {
        let folder = try Self.made()
        let tools = ExaminingTools(in: [folder.path])
        #expect(tools.missing.count == 3)
        let examiner = Examiner(tools: tools, recognizing: "eng")
        #expect(try examiner.examine(folder("files").appending("sound.pdf"), name: "a.pdf").examination.remarks == [])
        let cut = try examiner.examine(folder("files").appending("cut-3.pdf"), name: "a.pdf").examination
        #expect(cut.remarks.map(\.condition) == [.damaged])
    }
}
