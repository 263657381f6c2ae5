import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct BulkAmendingTests {
    private let bulk: BulkDesk

    init() throws { bulk = try BulkDesk() }

    private func write(_ rows: [[String]]) throws -> FilePath {
        var writer = CSVWriter()
        for row in rows { writer.append(row) }
        return try bulk.desk.folder.write(String(decoding: writer.bytes, as: UTF8.self), to: "edits.csv")
    }

    @Test func `a listing that comes back as it was changes nothing`() throws {
        _ = try bulk.filing.amend(
            DocumentNumber(1),
            setting: [
                ("title", "=1+1"), ("restricted", "yes"), ("expiry_rule", "+24 months"), ("copy", "certified-copy"),
                ("certified_by", "QA"), ("certified_on", "2024-03-01"), ("certified_method", "by eye"),
                ("note", "a \"b\",\nc"), ("language", "de"),
            ])
        let plan = try bulk.filing.planAmendments(from: write(bulk.listing()))
        #expect(plan.rows == 3)
        #expect(plan.changed == 0)
        #expect(plan.changes == [])
        #expect(plan.notices == [])
        #expect(plan.undoing == nil)
    }

    @Test func `only the cells that changed become amendments, in one transaction with one reason`() throws {
        var rows = try bulk.listing()
        let title = try #require(rows[0].firstIndex(of: "title"))
        let label = try #require(rows[0].firstIndex(of: "label"))
        let restricted = try #require(rows[0].firstIndex(of: "restricted"))
        let date = try #require(rows[0].firstIndex(of: "document_date"))
        rows[1][title] = "Curriculum vitae, one"
        rows[3][label] = "2.0"
        rows[3][restricted] = "TRUE"
        rows[3][date] = ""
        let seq = try bulk.head?.seq ?? 0

        let plan = try bulk.filing.planAmendments(from: write(rows))
        #expect(try bulk.head?.seq == seq)
        #expect(plan.changed == 2)
        #expect(plan.unchanged == 1)
        #expect(
            plan.changes.map { "\($0.row ?? 0) \($0.document?.description ?? "") \($0.field): \($0.from) > \($0.to)" }
                == [
                    "2 D-000001 title: CV one > Curriculum vitae, one", "4 D-000003 restricted: no > yes",
                    "4 D-000003 document_date: 2024-02-01 > ", "4 D-000003 label: 1.0 > 2.0",
                ])
        try bulk.filing.record(plan)

        #expect(try bulk.document(1).facts.title == "Curriculum vitae, one")
        #expect(try bulk.document(2).facts.title == "CV two")
        #expect(try bulk.document(3).facts.isRestricted)
        #expect(try bulk.document(3).versions[0].facts.label == "2.0")
        #expect(try bulk.document(3).versions[0].facts.documentDate == nil)
        let entries = try bulk.desk.store.entries(of: "ABC-101", (seq + 1)...(seq + 9))
        #expect(entries.count == 3)
        #expect(Set(entries.map(\.at)).count == 1)
        #expect(entries.allSatisfy { $0.by.reason == Attribution.test.reason })
    }

    @Test func `the undoing table takes a change back, and nothing else`() throws {
        let before = try bulk.desk.store.snapshot(of: "ABC-101").documents
        let plan = try bulk.filing.planAmendments(
            from: bulk.table(
                "document,title,note", "D-000001,'=Other,seen", "D-000002,CV two,", "D-000003,Third,"))
        try bulk.filing.record(plan)
        #expect(try bulk.document(1).facts.title == "=Other")

        let undo = try #require(plan.undoing)
        let back = try bulk.filing.planAmendments(
            from: bulk.desk.folder.write(String(decoding: undo, as: UTF8.self), to: "back.csv"))
        #expect(back.changed == 2)
        try bulk.filing.record(back)
        #expect(try bulk.desk.store.snapshot(of: "ABC-101").documents == before)
    }

    @Test func `everything that is wrong is told at once by row and column, and nothing is recorded`() throws {
        let problems = try bulk.refusals {
            try bulk.filing.planAmendments(
                from: bulk.table(
                    "document,version,title,document_date,language,artifact,sha256,status",
                    "D-000001,1,Better,31.01.2026,german,05.02.04,,",
                    "D-000009,,,,,,,",
                    ",,,,,,,",
                    "D-000002,7,,,,,,",
                    "D-000003,1,,2024-02-01,,05.02.05,abc,approved",
                    "D-000003,1,Again,2024-02-01,,05.02.04,,"))
        }
        #expect(
            problems == [
                "2:document_date", "2:language", "3:document", "5:version", "6:title", "6:artifact", "6:sha256",
                "6:status", "7:document",
            ])
    }

    @Test func `a fact that hangs on another is refused with the listing's name of it`() throws {
        #expect(
            try bulk.refusals {
                try bulk.filing.planAmendments(from: bulk.table("document,certified_by,title", "D-000001,QA,CV one"))
            } == ["2:certified_by"])
        #expect(
            try bulk.refusals {
                try bulk.filing.planAmendments(from: bulk.table("document,title", "D-000001,"))
            } == ["2:title"])
        _ = try bulk.filing.amend(DocumentNumber(2), setting: [("expiry_rule", "+12 months")])
        #expect(
            try bulk.refusals {
                try bulk.filing.planAmendments(from: bulk.table("document,expiry_date", "D-000002,2030-01-01"))
            } == ["2:expiry_date"])
        let plan = try bulk.filing.planAmendments(
            from: bulk.table("document,expiry_rule,expiry_date", "D-000002,printed,2030-01-01"))
        #expect(plan.changes.map(\.field) == ["expiry_date", "expiry_rule"])
    }

    @Test func `blank cells unset facts, unless they are to be kept`() throws {
        _ = try bulk.filing.amend(DocumentNumber(1), setting: [("note", "seen")])
        let table = try bulk.table("document,note,language", "D-000001,,de")
        #expect(try bulk.filing.planAmendments(from: table).changes.map(\.field) == ["language", "note"])
        #expect(
            try bulk.filing.planAmendments(from: table, keepsBlanks: true).changes.map(\.field) == ["language"])
    }

    @Test func `what a spreadsheet does to numbers and times is no edit`() throws {
        let filed = try #require(try bulk.document(1).versions.first?.filedAt.description)
        let plan = try bulk.filing.planAmendments(
            from: bulk.table(
                "document,label,filed_at,restricted", "D-000001,1,\(filed.prefix(16).replacing("T", with: " ")),FALSE",
                "D-000002,1.1,,no", "D-000003,01.0,,no"
            ), keepsBlanks: true)
        #expect(plan.changes.map(\.to) == ["1.1", "01.0"])
        #expect(plan.notices.map { "\($0.row ?? 0):\($0.column ?? "")" } == ["2:label"])
    }

    @Test func `columns are told apart by their names`() throws {
        #expect(
            try bulk.refusals { try bulk.filing.planAmendments(from: bulk.table("titel,sites", "x,y")) }
                == ["1:titel", "1:sites", "1:"])
        #expect(
            try bulk.refusals { try bulk.filing.planAmendments(from: bulk.table("Document,TITLE,title", "D-1,a,b")) }
                == ["1:title"])
        let plan = try bulk.filing.planAmendments(
            from: bulk.table("Remark of mine,Title,Document", "x,CV one better,D-000001"))
        #expect(plan.changed == 1)
        #expect(plan.notices.map(\.column) == ["Remark of mine"])
        let head = try bulk.head
        #expect(throws: InputProblems.self) { _ = try bulk.filing.planAmendments(from: bulk.table("")) }
        #expect(try bulk.head == head)
    }

    @Test func `rows of two versions of a document follow each other`() throws {
        _ = try bulk.filing.revise(
            DocumentNumber(1), with: bulk.desk.folder.write("one, again", to: "v2.txt"), VersionFacts(label: "2.0"))
        let plan = try bulk.filing.planAmendments(
            from: bulk.table(
                "document,version,title,label", "D-000001,1,New title,1.1", "D-000001,2,New title,2.1"))
        #expect(
            plan.changes.map { "\($0.version ?? 0) \($0.field) \($0.to)" } == [
                "0 title New title", "1 label 1.1", "2 label 2.1",
            ])
        try bulk.filing.record(plan)
        #expect(try bulk.document(1).versions.map(\.facts.label) == ["1.1", "2.1"])
    }

    @Test func `a plan without a reason is not recorded`() throws {
        let plan = try bulk.desk.silent.planAmendments(from: bulk.table("document,title", "D-000001,New"))
        let head = try bulk.head
        #expect(throws: InputProblems.self) { try bulk.desk.silent.record(plan) }
        #expect(try bulk.head == head)
    }

    @Test func `rows in a locked place are refused by the lock, each with its row`() throws {
        let seq = try bulk.head?.seq ?? 0
        _ = try bulk.filing.lock(
            Locking(scope: .site(.germany, "101"), gate: "close-out", judged: seq))
        let error = #expect(throws: LockedRows.self) {
            try bulk.filing.planAmendments(from: bulk.table("document,title", "D-000001,New", "D-000002,CV two"))
        }
        #expect(error?.problems.map(\.row) == [2])
    }
}
