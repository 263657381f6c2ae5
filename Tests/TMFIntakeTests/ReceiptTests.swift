import Disk
import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ReceiptTests {
    private let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        for name in ["a", "b", "c"] { try desk.put("file \(name)", "\(name).txt") }
        try desk.put("file a", "copy of a.txt")
    }

    /// The receipt of an import, row by row, and the report; the rows must be all that was read and passed over.
    private func load(
        _ manifest: [String] = [], setting change: (inout Importing.Options) -> Void = { _ in }
    ) throws -> (rows: [ReceiptRow], report: ImportReport) {
        var options = Importing.Options()
        if !manifest.isEmpty {
            options.manifest = try desk.folder.write(manifest.joined(separator: "\n") + "\n", to: "manifest.csv")
        }
        change(&options)
        var rows: [ReceiptRow] = []
        let report = try Importing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
            .run(IntakeSource(desk.folder("in")), options, receipt: { rows.append($0) })
        #expect(rows.count == report.read + report.notListed + report.older)
        #expect(rows.count { $0.outcome == .filed } == report.filed)
        #expect(rows.count { $0.outcome == .newVersion } == report.newVersions)
        #expect(rows.count { $0.outcome == .unchanged } == report.unchanged)
        #expect(rows.count { $0.outcome == .refused } == report.failed)
        #expect(rows.count { $0.duplicateOf != nil } == report.duplicates)
        return (rows, report)
    }

    private func words(_ rows: [ReceiptRow]) -> [String] {
        rows.map { row in
            [
                row.row.map(String.init), row.source, row.outcome.rawValue, row.document?.description,
                row.version.map(String.init), row.duplicateOf.map { "= \($0)" },
            ].compactMap { $0 }.joined(separator: " ")
        }
    }

    private let good = ["path,artifact,version", "c.txt,01.01.01,1", "a.txt,01.01.01,1", "copy of a.txt,01.01.02,1"]

    @Test func `every entry of the source has one row: filed, duplicate, not listed`() throws {
        let first = try load(good)
        #expect(
            words(first.rows) == [
                "2 c.txt filed D-000001 1", "3 a.txt filed D-000002 1", "4 copy of a.txt filed D-000003 1 = D-000002",
                "b.txt not-listed",
            ])
        #expect(first.rows[0].content?.digest == Digest(of: Array("file c".utf8)))

        try desk.put("file c, changed", "c.txt")
        let second = try load(good)
        #expect(
            words(second.rows) == [
                "2 c.txt new-version D-000001 2", "3 a.txt unchanged D-000002 1",
                "4 copy of a.txt unchanged D-000003 1",
                "b.txt not-listed",
            ])
    }

    @Test func `where one row is bad, all are refused, each with its reason`() throws {
        let (rows, report) = try load(good + ["gone.txt,99.01.01,1"])
        #expect(words(rows).prefix(4).allSatisfy { $0.hasSuffix("refused") })
        #expect(report.failed == 4)
        #expect(rows[0].reason == "nothing was filed, because of what is wrong with others")
        #expect(rows[3].reason?.contains("path: no file 'gone.txt'") ?? false)
        #expect(rows[3].reason?.contains("artifact: ") ?? false)
    }

    @Test func `in a partial import the rows stand in their order`() throws {
        let (rows, _) = try load(
            [
                "path,artifact,version", "gone.txt,01.01.01,1", "c.txt,01.01.01,1", "b.txt,99.01.01,1",
                "a.txt,01.01.01,1",
            ]
        ) {
            $0.isPartial = true
            $0.batchCount = 2
        }
        #expect(rows.map(\.outcome) == [.refused, .filed, .refused, .filed, .notListed])
        #expect(rows.map(\.row) == [2, 3, 4, 5, nil])
    }

    @Test func `an interrupted import that is run again tells what was there already`() throws {
        _ = try load(["path,artifact", "a.txt,01.01.01"])
        let (rows, _) = try load(good)
        #expect(rows.map(\.outcome) == [.filed, .unchanged, .filed, .notListed])
    }

    @Test func `files that have not changed since a day are left alone`() throws {
        let old = try #require(Day("2024-05-01"))
        for name in ["a.txt", "b.txt"] {
            try FileManager.default.setAttributes(
                [
                    .modificationDate: Date(
                        timeIntervalSince1970: Double(Instant(startOf: old).milliseconds) / 1_000 - 1)
                ], ofItemAtPath: desk.folder("in/\(name)").string)
        }
        let (rows, report) = try load(good) { $0.since = old }
        #expect(report.older == 2)
        #expect(
            words(rows) == [
                "2 c.txt filed D-000001 1", "4 copy of a.txt filed D-000002 1", "a.txt older", "b.txt older",
            ])
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(Instant(startOf: old).milliseconds) / 1_000)],
            ofItemAtPath: desk.folder("in/a.txt").string)
        #expect(try load(good) { $0.since = old }.report.older == 1)
    }

    @Test func `links beside placed files are refused, beside a manifest they are passed over`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: desk.folder("in/link").string, withDestinationPath: "a.txt")
        let placed = try load([]) { $0.isPartial = true }
        #expect(placed.rows.contains { $0.source == "link" && $0.outcome == .refused })
        let listed = try load(good)
        #expect(listed.rows.contains { $0.source == "link" && $0.outcome == .notListed })
    }

    @Test func `a receipt is written as CSV and JSON, and appears only when it is whole`() throws {
        let csv = try ReceiptFile(desk.folder("receipt.csv"))
        let json = try ReceiptFile(desk.folder("receipt.json"))
        let lost = try ReceiptFile(desk.folder("lost.csv"))
        var options = Importing.Options()
        options.manifest = try desk.folder.write(good.joined(separator: "\n"), to: "manifest.csv")
        let report = try Importing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
            .run(
                IntakeSource(desk.folder("in")), options,
                receipt: { row in for file in [csv, json, lost] { try file.append(row) } })
        #expect(try !Entry.exists(desk.folder("receipt.csv")))
        try csv.finish(report)
        try json.finish(report)
        lost.discard()

        var table = CSVReader(source: "receipt.csv", bytes: try bytes(of: desk.folder("receipt.csv")))
        var lines: [[String]] = []
        while let row = try table.next() { lines.append(row.fields) }
        #expect(lines.count == 5)
        #expect(lines[0] == ReceiptRow.keys)
        #expect(lines[3].prefix(4) == ["4", "copy of a.txt", "filed", "D-000003"])
        #expect(lines[3][7] == "D-000002")
        let object = try JSON(
            parsing: String(decoding: try bytes(of: desk.folder("receipt.json")), as: UTF8.self))
        #expect(object["rows"]?.array?.count == 4)
        #expect(object["count"] == 4)
        #expect(object["not_listed"] == 1)
        #expect(try names(in: desk.folder.path).filter { $0.contains("receipt") || $0.contains("lost") }.count == 2)
        #expect(throws: InputProblem.self) { _ = try ReceiptFile(desk.folder("receipt.csv")) }
    }
}
