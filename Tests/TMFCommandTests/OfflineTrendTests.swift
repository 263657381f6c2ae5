import Foundation
import TMFModel
import Testing

/// The trend in a package against that of the command.
@Suite struct OfflineTrendTests {
    /// What a row of the page tells, in its order, by the names of the command's columns.
    private static let columns = [
        "month", "documents", "due", "complete", "percent", "timeliness", "quality", "expired_documents", "error",
        "warning", "notice",
    ]

    @Test(arguments: ["2024-11-01", "2024-09-15", "2025-02-10"])
    func `the months in a package have the figures that status gives for them`(asOf: String) throws {
        let place = try Workplace(hasStore: false)
        try place.fileMonthByMonth()

        let told = try place.tmf("status", "--trend", "month", "--as-of", asOf, "--format", "csv").output
        try #require(try place.tmf("package", "whole", "--include-restricted", "--as-of", asOf).code == 0)
        let page = try String(contentsOfFile: place.path("whole/data/viewer/trend.html"), encoding: .utf8)

        let lines = told.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        let places = try Self.columns.map { try #require(header.firstIndex(of: $0), "\($0)") }
        let expected = lines.dropFirst().map { line in places.map { line[$0] } }
        #expect(Self.rows(of: page) == expected.reversed())
        #expect(expected.count >= 7)
        #expect(page.contains("<svg class=\"trend\""))
    }

    /// The texts of the table's cells, without the column of the day; nothing where a figure was not measured.
    private static func rows(of page: String) -> [[String]] {
        page.components(separatedBy: "<tr><th scope=\"row\" class=\"date\">").dropFirst().map { row in
            row.components(separatedBy: "<td class=\"num\">").map {
                // `0.0 %` is written as 0 by the command, `97.5 %` as 97.5.
                String($0.prefix { $0 != "<" }).replacing(".0 %", with: "").replacing(" %", with: "")
            }
        }
    }
}
