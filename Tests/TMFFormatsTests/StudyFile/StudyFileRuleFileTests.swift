import SystemPackage
import TMFFormats
import TMFModel
import TMFTestSupport
import Testing

/// Tables of rules as other programs write them.
@Suite struct StudyFileRuleFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Reads a study file beside which a script in Python has written `name`.
    private func read(_ name: String, _ script: String) throws -> Study {
        let path = folder(name)
        let outcome = try run("/usr/bin/python3", "-c", "import sys\npath = sys.argv[1]\n" + script, path.string)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let text = "study: A\nrules: \(name)\n"
        return try StudyFile.read(text, source: "study.yaml") { _, source throws(InputProblem) in
            do { return try Table(opening: path, source: source, knowing: StudyFile.columnsOfRules) } catch {
                throw error as? InputProblem ?? InputProblem(source: source, message: "\(error)")
            }
        }
    }

    @Test(arguments: ["utf-8-sig", "utf-16"], [",", ";", "\t"])
    func `a text says by itself how it is written`(encoding: String, separator: String) throws {
        let study = try read(
            "rules.csv",
            """
            rows = [["rule", "reason"], ["E-05.02.04-site", '"für Prüfer, Ärzte, und andere, die hier sind"']]
            rows[0].append("due"); rows[1].append("03+1")
            text = "".join("\(separator == "\t" ? "\\t" : separator)".join(row) + "\\r\\n" for row in rows)
            open(path, "wb").write(text.encode("\(encoding)"))
            """)

        #expect(study.rules.map(\.texts) == [[.due: "03+1"]])
        #expect(study.rules.map(\.reason) == ["für Prüfer, Ärzte, und andere, die hier sind"])
    }

    @Test func `a workbook's first sheet is a table of rules`() throws {
        let script = """
            import openpyxl
            book = openpyxl.Workbook()
            sheet = book.active
            for row in [["rule", "reason", "expect"], ["E-01.01.01-trial", "no plan here", "no"]]: sheet.append(row)

            """
        let fault = "sheet['B2'] = '#N/A'\nsheet['B2'].data_type = 'e'\n"
        let study = try read("rules.xlsx", script + "book.save(path)")
        #expect(study.rules.map(\.isOff) == [true])

        let error = try #require(throws: InputProblems.self) {
            try read("rules.xlsx", script + fault + "book.save(path)")
        }
        #expect(error.problems.first?.column == "reason")
        #expect(error.problems.first?.row == 2)
    }
}
