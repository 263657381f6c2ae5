import TMFFormats
import TMFModel
import Testing

@Suite struct TrialListReaderTests {
    private func read(_ text: String, _ kind: TrialList.Kind) throws -> TrialList {
        try TrialListReader.read(Table(source: "list.csv", bytes: Array(text.utf8)), kind: kind)
    }

    private func problems(_ text: String, _ kind: TrialList.Kind) -> [String] {
        do {
            _ = try read(text, kind)
            return []
        } catch let error as InputProblems {
            return error.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `columns stand in any order, case and usual name, and unknown ones are passed over`() throws {
        let list = try read("Colour,VISIT DATE,Site-Number\nred, 2026-03-05 ,101\n,,\nblue,2026-04-01,102\n", .visits)

        #expect(list.columns == [.date, .site])
        #expect(list.rows.map(\.row) == [2, 4])
        #expect(list.rows.map { $0.texts[.site] } == ["101", "102"])
        #expect(list.rows.first?.days[.date] == Day("2026-03-05"))
    }

    @Test func `every fault is told with its row and column`() {
        let found = problems("site,activated,country\n101,5.3.2026,DEU\n,2026-01-01,Germany\n101,,\n", .sites)

        #expect(found.count == 4)
        #expect(found.contains { $0.hasPrefix("list.csv, row 2, column activated: expected a day") })
        #expect(found.contains { $0.hasPrefix("list.csv, row 3, column country: expected an ISO 3166-1") })
        #expect(found.contains { $0.hasPrefix("list.csv, row 3, column site: is blank") })
        #expect(found.contains { $0.contains("row 4, column site: site '101' stands in row 2, too") })
    }

    @Test(arguments: TrialList.Kind.allCases)
    func `a list without the columns of its kind is refused`(kind: TrialList.Kind) {
        #expect(problems("colour\nred\n", kind).allSatisfy { $0.contains("needs a column") })
        #expect(!problems("colour\nred\n", kind).isEmpty)
        #expect(!problems("", kind).isEmpty)
    }

    @Test func `two columns for one thing are refused`() {
        #expect(problems("site,site_id\n1,2\n", .sites).first?.contains("a second column for 'site'") ?? false)
    }

    @Test(arguments: [
        ("sites.csv", TrialList.Kind.sites), ("CTMS-Visits_2026.csv", .visits), ("people.CSV", .people),
        ("safety list.csv", .safety), ("amendments.csv", .amendments),
    ])
    func `the kind is read from the file's name`(name: String, kind: TrialList.Kind) {
        #expect(TrialList.Kind(fileName: name) == kind)
    }

    @Test(arguments: ["list.csv", "sites-and-people.csv", ""])
    func `a name that tells no kind, or two, tells none`(name: String) {
        #expect(TrialList.Kind(fileName: name) == nil)
    }
}
