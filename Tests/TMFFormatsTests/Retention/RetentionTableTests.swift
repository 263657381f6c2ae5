import TMFFormats
import TMFModel
import Testing

@Suite struct RetentionTableTests {
    private let header = "rule,countries,party,triggers,years,source,note\n"

    @Test func `the program's own rules name their sources`() throws {
        let rules = try RetentionTable.bundled()
        let eu = try #require(rules.first { $0.id == "EU-536-58" })

        #expect(rules.count >= 8 && rules.allSatisfy { !$0.source.isEmpty && !$0.triggers.isEmpty })
        #expect(eu.years == 25 && eu.triggers == ["end-of-trial"] && eu.party == nil && eu.countries.count == 30)
        #expect(rules.first { $0.id == "USA-312-57" }?.party == .sponsor)
    }

    @Test func `a table of one's own is read`() throws {
        let rules = try RetentionTable.read(
            Array((header + "x,*,sponsor,approval|end-of-trial,7,Contract 4,\n").utf8), source: "own.csv")
        #expect(
            rules == [
                RetentionRule(
                    id: "x", party: .sponsor, triggers: ["approval", "end-of-trial"], years: 7, source: "Contract 4")
            ])
    }

    @Test func `a rule says how far its clause was looked up, where the table does`() throws {
        let header = "rule,countries,party,triggers,years,source,confirmed,note\n"
        func read(_ confirmed: String) throws -> RetentionRule.Confirmation? {
            try RetentionTable.read(Array((header + "x,*,both,a,1,s,\(confirmed),\n").utf8), source: "own.csv")
                .first?.confirmation
        }
        #expect(try read("") == nil && read("secondary") == .secondary && read("not confirmed") == .unconfirmed)
        #expect(throws: InputProblem.self) { try read("yes") }
        #expect(try RetentionTable.bundled().allSatisfy { $0.confirmation != nil })
        #expect(try RetentionTable.bundled().first { $0.id == "USA-312-62" }?.confirmation == .secondary)
    }

    @Test(arguments: [
        "x,,both,a,1,s,", "x,Germany,both,a,1,s,", "x,*,nobody,a,1,s,", "x,*,both,,1,s,", "x,*,both,a,-1,s,",
        "x,*,both,a,1,,", "x,*,both,a,1,s,\nx,*,both,a,1,s,",
    ])
    func `a row that is no rule is refused with its place`(row: String) {
        #expect(throws: InputProblem.self) {
            try RetentionTable.read(Array((header + row + "\n").utf8), source: "own.csv")
        }
    }
}
