import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Three CVs of the sample study, and tables about them.
struct BulkDesk {
    let desk: FilingDesk
    var filing: Filing { desk.filing }

    init() throws {
        desk = try FilingDesk()
        for text in ["one", "two", "three"] {
            var facts = FilingDesk.place
            facts.title = "CV \(text)"
            _ = try desk.file(text, facts, VersionFacts(label: "1.0", documentDate: Day("2024-02-01"), status: .filed))
        }
    }

    func table(_ lines: String...) throws -> FilePath {
        try desk.folder.write(lines.joined(separator: "\n") + "\n", to: "edits.csv")
    }

    /// Every document in a listing of these columns, as `tmf list --format csv` has it.
    func listing(_ columns: [ListingColumn] = ListingColumn.allCases) throws -> [[String]] {
        [columns.map(\.rawValue)]
            + (try desk.store.snapshot(of: "ABC-101").documents.map { document in
                let version = try #require(document.current)
                return columns.map { document.listedText($0, of: version) }
            })
    }

    /// The problems of a plan that is refused, as `row:column`.
    func refusals(_ work: () throws -> BulkPlan) throws -> [String] {
        let before = try desk.store.head(of: "ABC-101")
        let error = #expect(throws: InputProblems.self) { _ = try work() }
        #expect(try desk.store.head(of: "ABC-101") == before)
        for problem in error?.problems ?? [] { #expect(problem.source == "edits.csv", "\(problem)") }
        return (error?.problems ?? []).map { "\($0.row ?? 0):\($0.column ?? "")" }
    }

    var head: JournalHead? { get throws { try desk.store.head(of: "ABC-101") } }

    func document(_ number: Int) throws -> Document { try filing.document(DocumentNumber(number)) }
}
