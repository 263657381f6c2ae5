import TMFFormats
import TMFModel
import Testing

/// A study's own rules in a table beside its file.
@Suite struct StudyFileRuleTableTests {
    private static let head = "study: ABC-101\ncountries:\n  - code: FRA\n"

    private func read(_ table: String, _ study: String = Self.head + "rules: rules.csv\n") throws(InputProblems)
        -> Study
    {
        try StudyFile.read(study, source: "here/study.yaml") { name, source throws(InputProblem) in
            guard name == "rules.csv" else { throw InputProblem(source: name, message: "'\(name)' is not there") }
            return Table(source: source, bytes: Array(table.utf8))
        }
    }

    private func problems(_ table: String, _ study: String = Self.head + "rules: rules.csv\n") -> [String] {
        do {
            _ = try read(table, study)
            return []
        } catch { return error.problems.map { "\($0.source) \($0.row ?? 0) \($0.column ?? "")" } }
    }

    @Test func `rows add rules, change them and switch them off`() throws {
        let study = try read(
            """
            Rule,Reason,artifact,level,for,due,expect,severity,countries,validity
            E-01.01.01-trial,No plan here,,,,,no,,,
            E-05.02.04-site,Local practice,05.02.04,site,,03+30,,,FRA,'+24 months
            S-1,US sites,05.02.08,site,person:principal-investigator,from+0,,warning,,
            """)

        #expect(study.rules.map(\.key) == ["E-01.01.01-trial", "E-05.02.04-site@FRA", "S-1"])
        #expect(study.rules[0].isOff)
        #expect(study.rules[1].texts == [.due: "03+30", .validity: "+24 months"])
        #expect(study.rules[1].reason == "Local practice")
        #expect(study.rules[2].texts[.subject] == "person:principal-investigator")
        // Written out, the study file needs no table.
        #expect(try StudyFile.read(StudyFile.text(of: study), source: "again") == study)
    }

    @Test func `a table beside a model that nobody has is refused, not passed over`() {
        let found = problems(
            "rule,reason,expect\nE-01.01.01-trial,None,no\n", "study: A\nmodel: 3.3.1-local\nrules: rules.csv\n")

        #expect(found.contains { $0.hasPrefix("here/study.yaml 3 rules") }, "\(found)")
    }

    @Test func `a table beside a model that the store keeps is judged by that model and its rules`() throws {
        let bundled = try BundledReferenceModel.load("3.3.1")
        let own = bundled.rules.filter { $0.id == "E-05.02.04-site" }
        let library: StudyFile.Library = { $0 == "3.3.1-local" ? (bundled.model, own) : nil }
        func read(_ table: String) throws(InputProblems) -> Study {
            try StudyFile.read(
                "study: A\nmodel: 3.3.1-local\nrules: rules.csv\n", source: "study.yaml",
                neighbour: { _, source throws(InputProblem) in Table(source: source, bytes: Array(table.utf8)) },
                library: library)
        }

        let study = try read("rule,due,reason\nE-05.02.04-site,03+1,local\n")
        #expect(study.rules.map(\.texts) == [[.due: "03+1"]])
        // The kept model has no such stock rule: the row is a new rule, and says too little for one.
        #expect(throws: InputProblems.self) { try read("rule,due,reason\nE-05.02.05-site,03+1,local\n") }
    }

    @Test func `the list of all rules may be edited and handed back`() throws {
        let bundled = try BundledReferenceModel.load("3.3.1")
        var writer = CSVWriter()
        writer.append(ExpectationRule.columns + ["origin", "reason"])
        for rule in bundled.rules {
            var row = rule.row
            var reason = ""
            if rule.id == "E-05.02.04-site", let due = ExpectationRule.columns.firstIndex(of: "due") {
                row[due] = "03+14"
                reason = "agreed in the TMF plan"
            }
            writer.append(row + ["stock", reason])
        }

        let rules = try read(String(decoding: writer.bytes, as: UTF8.self)).rules
        #expect(rules.map(\.key) == ["E-05.02.04-site"])
        #expect(rules.first?.texts == [.due: "03+14"])
    }

    @Test func `what the study's rules come to is listed, edited and handed back the same`() throws {
        let study = try read(
            "rule,due,countries,reason,why,artifact,level\nE-05.02.04-site,03+30,FRA,local law,,,\n"
                + "S-1,03+0,,asked by QA,Needed for the audit,05.02.08,site\n")
        let bundled = try BundledReferenceModel.load("3.3.1")
        let book = try RuleBook(stock: bundled.rules, study: study, model: bundled.model)
        var writer = CSVWriter()
        writer.append(ExpectationRule.columns + ["origin", "reason"])
        for rule in book.rules { writer.append(rule.row + [rule.origin.rawValue, rule.reason ?? ""]) }

        let again = try read(String(decoding: writer.bytes, as: UTF8.self))
        #expect(again.rules.map(\.key) == study.rules.map(\.key))
        #expect(try RuleBook(stock: bundled.rules, study: again, model: bundled.model).rules == book.rules)
        #expect(book.rules.last?.rationale == "Needed for the audit")
        #expect(book.rules.last?.reason == "asked by QA")
    }

    @Test func `everything that is wrong is listed at once, with row and column`() {
        #expect(
            problems(
                """
                rule,reason,artifact,level,due,countries
                E-05.02.04-site,,,,03+1,
                S-1,r,05.02.99,site,,
                S-2,r,05.02.08,site,99+0,
                S-2,r,05.02.08,site,03+0,
                E-05.02.05-site,r,,,03+1,ITA
                E-05.02.06-site,r,,,03+1,Italy
                """) == [
                    "here/rules.csv 2 reason", "here/rules.csv 3 artifact", "here/rules.csv 4 due",
                    "here/rules.csv 5 rule", "here/rules.csv 6 countries", "here/rules.csv 7 countries",
                ])
        #expect(problems("rule,resaon\n") == ["here/rules.csv 1 resaon"])
        #expect(problems("rule;reason\n") == ["here/rules.csv 1 "])
        #expect(problems("") == ["here/rules.csv 0 "])
        #expect(problems("rule,due,reason\nE-05.02.04-site,03+1,\"r\n") != [])
        #expect(
            problems("rule,countries,reason\nE-05.02.04-site,!FRA,r\n") == ["here/rules.csv 2 countries"])
    }

    @Test func `a table is named by a file beside the study file`() {
        #expect(problems("", Self.head + "rules: other.csv\n") == ["here/study.yaml 4 rules"])
        #expect(problems("", Self.head + "rules: rules.txt\n") == ["here/study.yaml 4 rules"])
        #expect(problems("", Self.head + "rules: {rule: x}\n") == ["here/study.yaml 4 rules"])
    }

    @Test func `a table and entries stand side by side, each rule once`() throws {
        let both = Self.head + "rules:\n  - rules.csv\n  - {rule: E-01.01.01-trial, off: true, reason: r}\n"

        #expect(try read("rule,due,reason\nE-05.02.04-site,03+1,r\n", both).rules.count == 2)
        #expect(
            problems("rule,expect,reason\nE-01.01.01-trial,no,r\n", both)
                == ["here/study.yaml 6 rules[E-01.01.01-trial]"])
    }
}
