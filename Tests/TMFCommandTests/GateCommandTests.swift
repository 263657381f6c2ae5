import Foundation
import TMFModel
import Testing

@Suite struct GateCommandTests {
    private func blockers(_ place: Workplace, _ arguments: String...) throws -> [JSON] {
        let outcome = try place.run(["gate"] + arguments + ["--format", "json"])
        return try #require(try outcome.json()["blockers"]?.array)
    }

    @Test func `a gate lists what keeps it closed, with fix and who, and exits with 1`() throws {
        let place = try Workplace()

        let gate = try place.tmf("gate", "close-out", "--format", "json")
        #expect(gate.code == 1)
        let json = try gate.json()
        #expect(Array(json.keys.prefix(5)) == ["study", "gate", "place", "as_of", "open"])
        #expect(json["gate"] == "close-out" && json["open"] == false && json["overridden"]?.array == [])
        let all = try #require(json["blockers"]?.array)
        #expect(all.allSatisfy { $0.keys == ["id", "what", "fix", "who", "place", "document", "explanation"] })
        #expect(Set(all.compactMap { $0["id"]?.string }).count == all.count)
        #expect(try place.tmf("gate", "inspection").code == 1)

        #expect(try place.tmf("gate", "moon").code == 64)
        #expect(try place.tmf("gate", "site-activation").code == 64)
        #expect(try place.tmf("gate", "close-out", "--site", "999").code == 66)
        let activation = try place.tmf("gate", "site-activation", "--site", "102", "--format", "json")
        #expect(activation.code == 1)
        let ids = (try activation.json()["blockers"]?.array ?? []).compactMap { $0["id"]?.string }
        #expect(ids.contains("principal-investigator:DEU/102"))
        #expect(ids.contains { $0.hasPrefix("record:E-") && $0.hasSuffix(":DEU:102") })
        #expect(try place.tmf("gate", "close-out", "--site", "102").code == 0, "a site that never opened owes nothing")
    }

    @Test func `an override is a reasoned waiver of one blocker, and can be lifted`() throws {
        let place = try Workplace()
        #expect(try place.tmf("issue", "raise", "no reports", "--site", "102").code == 0)
        let id = "issue:Q-0001"
        #expect(try blockers(place, "close-out", "--site", "102").map { $0["id"] } == [.string(id)])

        #expect(try place.tmf("gate", "close-out", "--override", id).code == 65)
        #expect(try place.tmf("gate", "close-out", "--override", "issue:Q-0009", "--reason", "x").code == 65)
        #expect(try place.tmf("gate", "close-out", "--lift").code == 64)
        #expect(try place.tmf("gate", "close-out", "--override", id, "--reason", "agreed").code == 0)

        let open = try place.tmf("gate", "close-out", "--site", "102", "--format", "json")
        #expect(open.code == 0)
        let overridden = try #require(try open.json()["overridden"]?.array?.first)
        #expect(overridden["id"] == .string(id) && overridden["reason"] == "agreed")
        #expect(try place.tmf("gate", "inspection", "--site", "102").code == 1, "each gate has its own overrides")
        #expect(try place.tmf("gate", "close-out", "--override", id, "--lift").code == 0)
        #expect(try place.tmf("gate", "close-out", "--override", id, "--lift").code == 65)
        #expect(try place.tmf("gate", "close-out", "--site", "102").code == 1)
        let history = try place.tmf("audit", "show", "--format", "json").json()["entries"]?.array ?? []
        #expect(history.compactMap { $0["event"]?.string }.suffix(2) == ["blocker.overridden", "override.lifted"])
    }

    @Test func `a lock is refused while the gate is closed, and takes addenda only afterwards`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")
        try place.write("b.pdf", "b")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "102").code == 0)

        let refused = try place.tmf("lock", "--site", "102")
        #expect(refused.code == 77)
        #expect(refused.errors.contains("quality control") && refused.errors.contains("tmf gate close-out"))
        #expect(try place.tmf("qc", "accept", "D-1").code == 0)
        let locked = try place.tmf("lock", "--site", "102", "--format", "json")
        #expect(locked.code == 0)
        #expect(try locked.json()["place"] == "DEU/102" && locked.json()["locked"] == true)
        #expect(try place.tmf("lock", "--site", "102").code == 77)

        let file = ["file", "b.pdf", "--artifact", "05.02.04", "--site", "102"]
        let plain = try place.run(file)
        #expect(plain.code == 77)
        #expect(plain.errors.hasPrefix("tmf: site DEU/102 is locked since "))
        #expect(plain.errors.contains("tmf unlock --site 102"))
        #expect(try place.tmf("amend", "D-1", "title=x").code == 77)
        #expect(try place.tmf("withdraw", "D-1", "--reason", "x").code == 77)
        #expect(try place.tmf("waive", "06.04.03", "--site", "102", "--reason", "x").code == 77)
        #expect(try place.tmf("issue", "raise", "x", "--site", "102").code == 77)
        #expect(try place.run(file + ["--addendum"]).code == 65)
        #expect(try place.run(file + ["--addendum", "--reason", "found late"]).code == 0)
        #expect(
            try place.tmf("revise", "D-1", "b.pdf", "--addendum", "--reason", "found late").code == 0)

        let documents = try #require(try place.tmf("list", "--format", "json").json()["documents"]?.array)
        #expect(documents.map { $0["addendum"] } == [false, true])
        #expect(try place.tmf("history", "D-2").output.contains("addendum"))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
        #expect(try place.tmf("package", "site.zip").code == 0)
        #expect(try place.tmf("verify", "site.zip").code == 0)
        #expect(try place.tmf("package", "pages").code == 0)
        let marked = try place.shell(
            "grep -rl 'Addendum' --include=*.html pages && grep -r 'Locked: site DEU/101\\|Locked: site DEU/102' pages")
        #expect(marked.code == 0, "the pages say what is locked, and mark what came later")
        #expect(try place.shell("head -1 pages/data/index.csv | grep -q addendum").code == 0)

        #expect(try place.tmf("unlock", "--site", "102").code == 65)
        #expect(try place.tmf("unlock", "--site", "101", "--reason", "x").code == 65)
        #expect(try place.tmf("unlock", "--site", "102", "--reason", "late event").code == 0)
        #expect(try place.tmf("amend", "D-1", "title=x").code == 0)
        #expect(
            try place.run(file + ["--addendum", "--reason", "x"]).code == 65, "what is not locked takes no addenda")
    }

    @Test func `a study is locked when every blocker is mended or overridden`() throws {
        let place = try Workplace()
        #expect(try place.tmf("lock").code == 77)
        for blocker in try blockers(place, "close-out") {
            let id = try #require(blocker["id"]?.string)
            try #require(try place.tmf("gate", "close-out", "--override", id, "--reason", "a test").code == 0)
        }
        #expect(try place.tmf("gate", "close-out").code == 0)
        let lock = try place.tmf("lock", "--reason", "closing", "--format", "json")
        #expect(lock.code == 0)
        #expect(try lock.json()["overridden"]?.array?.isEmpty == false)

        try place.write("new.yaml", Workplace.studyFile.replacing("Example CRO", with: "Other CRO"))
        #expect(try place.tmf("study", "apply", "new.yaml").code == 77)
        #expect(try place.tmf("unlock", "--site", "101", "--reason", "x").code == 65)
        #expect(try place.tmf("doctor", "--rebuild").code == 0)
        #expect(try place.tmf("study", "apply", "new.yaml").code == 77)
        #expect(try place.tmf("unlock", "--reason", "x").code == 0)
        #expect(try place.tmf("study", "apply", "new.yaml").code == 0)
    }
}
