import TMFModel
import Testing

@Suite struct FigureCommandTests {
    private static let targets = Workplace.studyFile
        .replacing("quality-control: required}", with: "quality-control: optional, target-completeness: 90}")
        .replacing("kind: cro}", with: "kind: cro, responsible: [\"05 in DEU\"]}")

    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("targets.yaml", Self.targets)
        try #require(try place.tmf("study", "apply", "targets.yaml").code == 0)
        return place
    }

    @Test func `targets and responsibilities are applied once, shown and exported`() throws {
        let place = try place()

        let again = try place.tmf("study", "apply", "targets.yaml")
        let shown = try place.tmf("study", "show", "--format", "json").json()
        let exported = try place.tmf("study", "export").output

        #expect(again.code == 0)
        #expect(try place.tmf("audit", "export").output.split(separator: "\n").count == 2)
        #expect(shown["settings"]?["target-completeness"] == 90)
        #expect(shown["organizations"]?.array?.first?["responsible"] == .array(["05 in DEU"]))
        #expect(exported.contains("target-completeness: 90"))
        #expect(exported.contains(#"responsible: ["05 in DEU"]"#))
    }

    @Test func `a light has a symbol and words in the table, and a key in JSON`() throws {
        let place = try place()

        let table = try place.tmf("status").output
        let status = try place.tmf("status", "--format", "json").json()

        #expect(table.contains("target 90 %: ✕ below target"))
        #expect(status["completeness"]?["target"] == 90)
        #expect(status["completeness"]?["light"] == "red")
        #expect(status["sites"]?.array?.first?["light"] == "red")
    }

    @Test(arguments: ["zone", "section", "country", "site", "organization"])
    func `status tells the figures by each division`(division: String) throws {
        let place = try place()

        let json = try place.tmf("status", "--by", division, "--format", "json").json()
        let table = try place.tmf("status", "--by", division)
        let rows = try place.tmf("status", "--by", division, "--format", "csv").output.split(separator: "\n")

        #expect(json["by"]?.string == division)
        let groups = try #require(json["groups"]?.array)
        let parts = groups + [try #require(json["rest"])]
        #expect(parts.reduce(0) { $0 + ($1["expected"]?.int ?? 0) } == json["total"]?["expected"]?.int)
        #expect(table.code == 0)
        #expect(table.output.contains("Targets: completeness 90 %."))
        #expect(rows.count >= groups.count + 2)
        #expect(rows.last?.hasPrefix("total,") == true)
    }

    @Test func `the trend has a point for each month in which the study was there`() throws {
        let place = try place()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)

        let trend = try place.tmf("status", "--trend", "month", "--format", "json").json()
        let later = try place.tmf("status", "--trend", "month", "--as-of", "2999-02-10", "--from", "2999-01")
        let none = try place.tmf("status", "--trend", "month", "--to", "2001-01", "--format", "json").json()

        let points = try #require(trend["trend"]?.array)
        let last = try #require(points.last)
        let now = try place.tmf("status", "--format", "json").json()
        #expect(trend.keys == ["study", "as_of", "trend"])
        #expect((1...2).contains(points.count))
        #expect(
            last.keys == [
                "month", "as_of", "documents", "versions", "completeness", "timeliness", "quality", "expiry",
                "findings",
            ])
        #expect(last["as_of"] == trend["as_of"])
        for key in ["completeness", "timeliness", "quality", "findings"] { #expect(last[key] == now[key]) }
        #expect(later.output.contains("2999-01"))
        #expect(later.output.contains("2999-02"))
        #expect(none["trend"] == .array([]))
    }

    @Test func `options that do not go together are refused`() throws {
        let place = try Workplace()

        #expect(try place.tmf("status", "--by", "zone", "--trend", "month").code == 64)
        #expect(try place.tmf("status", "--from", "2024-01").code == 64)
        #expect(try place.tmf("status", "--trend", "month", "--from", "2024-02", "--to", "2024-01").code == 64)
        #expect(try place.tmf("status", "--trend", "month", "--from", "2024").code == 64)
        #expect(try place.tmf("status", "--by", "person").code == 64)
    }

    @Test func `several stores are one portfolio, in which no study counts twice`() throws {
        let place = try place()
        try place.write("other.yaml", Workplace.studyFile.replacing("study: ABC-101", with: "study: ABC-102"))
        #expect(try place.tmf("init", "ABC-102.tmf", "--study", "other.yaml").code == 0)
        let stores = ["--store", "ABC-101.tmf", "--store", "ABC-102.tmf"]

        let both = try place.tmf("status", stores[0], stores[1], stores[2], stores[3], "--format", "json").json()
        let table = try place.tmf("status", stores[0], stores[1], stores[2], stores[3]).output
        let one = try place.tmf(
            "status", stores[0], stores[1], stores[2], stores[3], "--study", "ABC-102", "--format", "json"
        ).json()
        let twice = try place.tmf("status", stores[0], stores[1], stores[0], stores[1])

        let studies = try #require(both["studies"]?.array)
        #expect(both.keys == ["studies", "total"])
        #expect(studies.compactMap { $0["study"] } == ["ABC-101", "ABC-102"])
        #expect(
            studies.reduce(0) { $0 + ($1["completeness"]?["due"]?.int ?? 0) }
                == both["total"]?["completeness"]?["due"]?.int)
        #expect(table.contains("ABC-102"))
        #expect(table.contains("total"))
        #expect(one["study"] == "ABC-102")
        #expect(twice.code == 64)
        #expect(twice.errors.contains("stands in"))
        #expect(
            try place.tmf("status", stores[0], stores[1], stores[2], stores[3], "--by", "zone").code == 64)
    }

    @Test func `the history of a document is told in plain words`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)
        #expect(try place.tmf("qc", "accept", "D-1", "--reason", "legible").code == 0)

        let lines = try place.tmf("history", "D-1").output.split(separator: "\n")

        #expect(lines.count == 2)
        #expect(lines[0].contains(" filed D-000001 at 05.02.04 "))
        #expect(lines[1].hasSuffix("Reason: legible"))
    }
}
