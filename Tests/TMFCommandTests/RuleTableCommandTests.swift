import TMFModel
import Testing

@Suite struct RuleTableCommandTests {
    private func workplace(_ table: String, named name: String = "rules.csv") throws -> Workplace {
        let place = try Workplace()
        try place.write("rules.csv", table)
        try place.write("more.yaml", Workplace.studyFile + "\nrules: \(name)\n")
        return place
    }

    @Test func `a table of rules is applied with its reasons, and once`() throws {
        let place = try workplace(
            "rule,due,expect,reason\nE-05.02.04-site,03+30,,agreed in the plan\nE-01.01.01-trial,,no,none\n")

        let first = try place.tmf("study", "apply", "more.yaml", "--format", "json").json()
        let second = try place.tmf("study", "apply", "more.yaml", "--format", "json").json()
        let audit = try place.tmf("audit", "export").output

        #expect(first["changes"]?.array?.map { $0["entity"] } == ["rule", "rule"])
        #expect(first["changes"]?.array?.first?["to"]?["reason"] == "agreed in the plan")
        #expect(second["changes"]?.array == [])
        #expect(audit.contains("E-05.02.04-site"))
        #expect(try place.tmf("study", "export").output.contains("due: \"03+30\", reason: agreed in the plan"))
        #expect(try place.tmf("explain", "05.02.04", "--site", "101").output.contains("changed by the study: agreed"))
        #expect(try place.tmf("init", "other.tmf", "--study", "more.yaml").code == 0)
    }

    @Test func `everything wrong with a table is refused at once, and nothing applied`() throws {
        let place = try workplace("rule,due,reason\nE-05.02.04-site,99+0,r\nE-05.02.05-site,03+1,\n")

        let bad = try place.tmf("study", "apply", "more.yaml")

        #expect(bad.code == 65)
        #expect(bad.errors.contains("rules.csv, row 2, column due: expected a milestone of the model"))
        #expect(bad.errors.contains("rules.csv, row 3, column reason: is blank"))
        #expect(try place.tmf("rules", "--origin", "override", "--format", "json").json()["rules"]?.array == [])
    }

    @Test(arguments: [("none.csv", "cannot be read beside the study file"), ("../rules.csv", "leads out")])
    func `a table that is not beside the study file is named`(name: String, problem: String) throws {
        let bad = try workplace("rule\n", named: name).tmf("study", "apply", "more.yaml")

        #expect(bad.code == 65)
        #expect(bad.errors.contains("more.yaml, row") && bad.errors.contains(problem))
    }
}
