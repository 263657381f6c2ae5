import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ImportAmendmentTests {
    private let desk: ImportDesk
    private let header = "path,artifact,title,document,version,document_date,note,restricted,status,language,copy"

    init() throws {
        desk = try ImportDesk()
        try desk.put("plan", "plan.txt")
        try desk.put("plan 2", "plan2.txt")
    }

    private func document() throws -> Document { try #require(try desk.documents.first) }

    @Test func `facts that the manifest corrects are amended once`() throws {
        _ = try desk.load(header, "plan.txt,01.01.01,A plan,,1.0,2024-01-01,,,,,")
        let report = try desk.load(header, "plan.txt,01.01.01,The plan,,1.1,2024-01-02,see 3,yes,,de,copy")
        #expect(report.counts == [0, 0, 1, 0])
        #expect(report.amended == 1)
        #expect(report.notices == [])
        let document = try document()
        #expect(document.facts.title == "The plan")
        #expect(document.facts.isRestricted)
        #expect(document.facts.language == "de")
        let facts = document.versions[0].facts
        #expect(facts.label == "1.1")
        #expect(facts.documentDate == Day("2024-01-02"))
        #expect(facts.note == "see 3")
        #expect(facts.copy?.kind == .copy)
        let history = try desk.store.history(of: document.number, in: "ABC-101").map(\.event.name)
        #expect(history == ["document.filed", "document.amended", "document.amended"])
        let head = try desk.head
        let again = try desk.load(header, "plan.txt,01.01.01,The plan,,1.1,2024-01-02,see 3,yes,,de,copy")
        #expect(again.amended == 0)
        #expect(try desk.head == head)
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `a blank cell unsets nothing, and a file's name is no stated title`() throws {
        _ = try desk.load(header, "plan.txt,01.01.01,A plan,,1.0,2024-01-01,a note,yes,,de,")
        let before = try document()
        let report = try desk.load(header, "plan.txt,01.01.01,,,,,,,,,")
        #expect(report.counts == [0, 0, 1, 0])
        #expect(report.amended == 0)
        #expect(try document() == before)
    }

    @Test func `without a manifest nothing is amended`() throws {
        try desk.put("cv", "01.01.01 Trial Master File Plan v1.0.txt")
        #expect(try desk.load(setting: { $0.isPartial = true }).filed == 1)
        let number = try document().number
        let filing = try Filing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
        _ = try filing.amend(number, setting: [("title", "By hand"), ("version", "9")])
        let head = try desk.head
        #expect(try desk.load(setting: { $0.isPartial = true }).unchanged == 1)
        #expect(try desk.head == head)
    }

    @Test func `another place or status is told and stays`() throws {
        _ = try desk.load(header, "plan.txt,01.01.01,A plan,key,1.0,,,,approved,,")
        let head = try desk.head
        let report = try desk.load(header, "plan.txt,01.01.02,A plan,other,1.0,,,,draft,,")
        #expect(report.counts == [0, 0, 1, 0])
        #expect(report.amended == 0)
        #expect(report.notices.map(\.column) == ["artifact", "document", "status"])
        #expect(report.notices.allSatisfy { $0.row == 2 && $0.source == "manifest.csv" })
        #expect(report.problems == [])
        #expect(report.json["notices"]?.array?.count == 3)
        #expect(try desk.head == head)
    }

    @Test func `the row of the latest version says what holds for the document`() throws {
        let rows = [
            header, "plan.txt,01.01.01,Old title,plan,1.0,,,,,,", "plan2.txt,01.01.01,New title,plan,2.0,,,,,,",
        ].joined(separator: "\n")
        #expect(try desk.load(rows).counts == [1, 1, 0, 0])
        #expect(try document().facts.title == "New title")
        let head = try desk.head
        let again = try desk.load(rows)
        #expect(again.counts == [0, 0, 2, 0])
        #expect(again.amended == 0)
        #expect(try desk.head == head)
    }

    @Test func `a correction that the rules forbid is not made`() throws {
        _ = try desk.load("path,artifact,document_date", "plan.txt,01.01.01,2024-05-01")
        let head = try desk.head
        let report = try desk.load("path,artifact,expiry_date", "plan.txt,01.01.01,2024-01-01")
        #expect(report.counts == [0, 0, 1, 0])
        #expect(report.amended == 0)
        #expect(report.notices.map(\.column) == ["expiry_date"])
        #expect(try desk.head == head)
    }

    @Test func `a second row with the same bytes for one document is told`() throws {
        try desk.put("plan", "same.txt")
        let rows = "\(header)\nplan.txt,01.01.01,A plan,k,,,,,,,\nsame.txt,01.01.01,Another,k,,,,,,,"
        let first = try desk.load(rows)
        #expect(first.counts == [1, 0, 1, 0])
        #expect(first.notices.map(\.row) == [3])
        let head = try desk.head
        #expect(try desk.load(rows).counts == [0, 0, 2, 0])
        #expect(try desk.head == head)
    }

    @Test func `a withdrawn document takes no next version`() throws {
        _ = try desk.load("path,artifact", "plan.txt,01.01.01")
        let filing = try Filing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
        _ = try filing.withdraw(try document().number)
        #expect(try desk.load("path,artifact", "plan.txt,01.01.01").counts == [0, 0, 1, 0])
        try desk.put("other", "plan.txt")
        #expect(try desk.load("path,artifact", "plan.txt,01.01.01").counts == [1, 0, 0, 0])
    }
}
