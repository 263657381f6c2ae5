import Foundation
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct DropFolderTests {
    private let desk: ImportDesk

    init() throws { desk = try ImportDesk() }

    /// Puts a file where its folders say what it is, with a time of change of its own.
    private func drop(_ text: String, _ name: String, second: Int) throws {
        try desk.put(text, "01.01.01 TMF plan/\(name)")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 + Double(second))],
            ofItemAtPath: desk.folder("in/01.01.01 TMF plan/\(name)").string)
    }

    /// Watches; after each look the next of the steps is taken, and after the last the watch ends.
    private func watch(
        isTaken: (Int) -> Bool = { _ in true }, _ steps: [() throws -> Void]
    ) throws -> [ImportReport] {
        var reports: [ImportReport] = []
        var rest = steps[...]
        var handed = 0
        var folder = try DropFolder(desk.folder("in"))
        try folder.watch(
            pause: {
                guard let step = rest.popFirst() else { return false }
                try step()
                return true
            },
            file: { source, paths in
                handed += 1
                guard isTaken(handed) else { return nil }
                var options = Importing.Options(isPartial: true)
                options.only = paths
                return try Importing(store: desk.store, study: "ABC-101", model: desk.model, by: .test)
                    .run(source, options)
            }, report: { reports.append($0) })
        return reports
    }

    @Test func `a file is filed once it has settled, one report for each batch`() throws {
        let reports = try watch([
            { try drop("half", "one.txt", second: 1) },
            { try drop("half and half", "one.txt", second: 1) },  // Still growing.
            { try drop("whole", "two.txt", second: 2) },
            {},  // The first has settled.
            {},  // The second, too.
            {},
        ])
        #expect(reports.map(\.counts) == [[1, 0, 0, 0], [1, 0, 0, 0]])
        #expect(try desk.documents.map { $0.versions[0].facts.originalName } == ["one.txt", "two.txt"])
        #expect(
            try desk.documents[0].versions[0].facts.content?.digest == Digest(of: Array("half and half".utf8)))
    }

    @Test func `what changes later is its document's next version, what is there again is not touched`() throws {
        let reports = try watch([
            { try drop("first", "one.txt", second: 1) }, {}, {},
            { try drop("second", "one.txt", second: 2) }, {}, {},
        ])
        #expect(reports.map(\.counts) == [[1, 0, 0, 0], [0, 1, 0, 0]])
        let again = try watch([{}, {}, {}])
        #expect(again.map(\.counts) == [[0, 0, 1, 0]])
    }

    @Test func `what cannot be filed is told once, and keeps nothing else from being filed`() throws {
        let reports = try watch([
            {
                try drop("good", "one.txt", second: 1)
                try desk.put("what is this", "xyz.bin")
                try FileManager.default.createSymbolicLink(
                    atPath: desk.folder("in/link").string, withDestinationPath: "xyz.bin")
            }, {}, {}, {},
        ])
        #expect(reports.map(\.counts).reduce([0, 0, 0, 0]) { zip($0, $1).map(+) } == [1, 0, 0, 2])
        #expect(reports.flatMap(\.problems).count == 2)
    }

    @Test func `files that nobody can take now are handed over again`() throws {
        let reports = try watch(isTaken: { $0 > 2 }, [{ try drop("x", "one.txt", second: 1) }, {}, {}, {}, {}])
        #expect(reports.map(\.counts) == [[1, 0, 0, 0]])
    }

    @Test func `only a folder can be watched`() throws {
        #expect(throws: InputProblem.self) { _ = try DropFolder(desk.folder("nowhere")) }
        #expect(throws: InputProblem.self) { _ = try DropFolder(desk.folder.write("x", to: "file.txt")) }
    }
}
