import Foundation
import TMFModel
import Testing

@Suite struct QualityCommandTests {
    /// A place with so many CVs filed at site 101, waiting for quality control.
    private func place(filing count: Int) throws -> Workplace {
        let place = try Workplace()
        for number in 1...count {
            try place.write("cv-\(number).pdf", "cv \(number)")
            try #require(
                try place.tmf(
                    "file", "cv-\(number).pdf", "--artifact", "05.02.04", "--site", "101", "--actor", "clerk"
                ).code == 0)
        }
        return place
    }

    @Test func `a return takes a controlled code, and older ways of returning still work`() throws {
        let place = try place(filing: 3)

        #expect(try place.tmf("qc", "return", "D-1").code == 65)
        #expect(try place.tmf("qc", "return", "D-1", "--code", "ugly").errors.contains("`tmf qc codes`"))
        #expect(try place.tmf("qc", "return", "D-1", "--code", "other").code == 65)
        #expect(try place.tmf("qc", "return", "D-1", "--code", "incomplete").code == 0)
        #expect(try place.tmf("qc", "return", "D-2", "--reason", "page 3").code == 0)
        #expect(try place.tmf("qc", "accept", "D-3").code == 0)

        let codes = try #require(try place.tmf("qc", "codes", "--format", "json").json()["codes"]?.array)
        #expect(codes.contains { $0["code"] == "incomplete" && $0["meaning"] != nil })
        let report = try place.tmf("qc", "report", "--format", "json").json()
        #expect(report["reviewed"] == 3)
        #expect(report["accepted_first_time"] == 1)
        #expect(report["first_pass_percent"]?.cellText == "33.3")
        #expect(report["unanswered"] == 2)
        #expect(Set((report["reasons"]?.array ?? []).compactMap { $0["code"]?.string }) == ["incomplete", "other"])
        #expect(report["contributors"]?.array?.first?["contributor"] == "clerk")
        let history = try place.tmf("history", "D-1").output
        #expect(history.contains("incomplete"))
    }

    @Test func `the queue shows age and risk, and forgets what a later version has overtaken`() throws {
        let place = try place(filing: 2)
        try place.write("new.pdf", "new")
        #expect(try place.tmf("revise", "D-1", "new.pdf").code == 0)
        func waiting() throws -> [JSON] {
            try #require(try place.tmf("qc", "list", "--format", "json").json()["waiting"]?.array)
        }

        #expect(try waiting().count == 3)
        #expect(try waiting().allSatisfy { $0["days"] == 0 && $0["risk"] == 4 && $0["risk_factors"] == "core" })
        #expect(try place.tmf("qc", "accept", "D-1", "--version", "2").code == 0)
        #expect(try waiting().map { $0["document"] } == ["D-000002"])
        #expect(try place.tmf("qc", "list", "--site", "102", "--format", "json").json()["waiting"]?.array == [])
        #expect(try place.tmf("qc", "list", "--site", "999").code == 66)
    }

    @Test func `a sample is drawn, recorded, shown, and comes out the same for the same seed`() throws {
        let place = try place(filing: 6)

        let dry = try place.tmf("qc", "sample", "--percent", "50", "--seed", "7", "--dry-run", "--format", "json")
        let drawn = try place.tmf("qc", "sample", "--percent", "50", "--seed", "7", "--format", "json")
        let again = try place.tmf("qc", "sample", "--percent", "50", "--seed", "7", "--format", "json")
        let other = try place.tmf("qc", "sample", "--percent", "50", "--seed", "8", "--format", "json")

        #expect(try dry.json()["recorded"] == false && drawn.json()["recorded"] == true)
        #expect(try drawn.json()["drawn"]?.array?.count == 3)
        #expect(try dry.json()["drawn"] == drawn.json()["drawn"])
        #expect(try again.json()["drawn"] == drawn.json()["drawn"] && again.json()["digest"] == drawn.json()["digest"])
        #expect(try again.json()["sample"] == 2)
        #expect(try other.json()["digest"] == drawn.json()["digest"])
        let samples = try #require(try place.tmf("qc", "samples", "--format", "json").json()["samples"]?.array)
        #expect(samples.map { $0["sample"] } == [1, 2, 3])
        #expect(samples.allSatisfy { $0["size"] == 6 && $0["drawn"] == 3 && $0["reviewed"] == 0 })

        let members = try #require(
            try place.tmf("qc", "list", "--sample", "1", "--format", "json").json()["drawn"]?.array)
        #expect(members.map { $0["document"] } == (try drawn.json()["drawn"]?.array ?? []).map { $0["document"] })
        let first = try #require(members.first?["document"]?.string)
        #expect(try place.tmf("qc", "accept", first).code == 0)
        #expect(
            try place.tmf("qc", "accept", first).code == 0, "an approved version that was drawn is found sound again")
        let reviewed = try place.tmf("qc", "list", "--sample", "1", "--format", "json").json()["drawn"]?.array
        #expect(reviewed?.map { $0["outcome"] } == ["accepted", nil, nil])
        #expect(try place.tmf("qc", "list", "--sample", "9").code == 66)
        #expect(try place.tmf("audit", "verify").code == 0)
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
    }

    @Test func `a sample out of bounds, or of nothing, is refused`() throws {
        let place = try Workplace()

        #expect(try place.tmf("qc", "sample", "--percent", "0", "--seed", "7").code == 64)
        #expect(try place.tmf("qc", "sample", "--percent", "20", "--seed=-1").code == 64)
        #expect(try place.tmf("qc", "sample", "--percent", "20").code == 64)
        #expect(try place.tmf("qc", "sample", "--percent", "20", "--seed", "7", "--of", "moon").code == 64)
        #expect(try place.tmf("qc", "sample", "--percent", "20", "--seed", "7").code == 65)
        #expect(try place.tmf("qc", "sample", "--percent", "20", "--seed", "7", "--site", "999").code == 66)
    }

    @Test func `an issue is raised, answered and closed, and is a finding while it is open`() throws {
        let place = try place(filing: 1)

        let raised = try place.tmf(
            "issue", "raise", "two signature pages", "--document", "D-1", "--severity", "critical", "--owner",
            "p-mueller",
            "--due", "2025-01-31", "--capa", "CAPA-17", "--format", "json")
        #expect(raised.code == 0)
        #expect(try raised.json()["issue"] == "Q-0001" && raised.json()["site"] == "101")
        #expect(try place.tmf("issue", "raise", "no reports", "--site", "102", "--artifact", "05.04.03").code == 0)
        #expect(try place.tmf("issue", "raise", " ").code == 65)
        #expect(try place.tmf("issue", "raise", "x", "--document", "D-1", "--site", "101").code == 64)
        #expect(try place.tmf("issue", "raise", "x", "--document", "D-9").code == 66)
        #expect(try place.tmf("issue", "raise", "x", "--artifact", "99.99.99").code == 65)

        let check = try place.tmf("check", "--rule", "open-quality-issue", "--format", "json")
        #expect(check.code == 1)
        #expect(try check.json()["findings"]?.array?.map { $0["severity"] } == ["error", "warning"])

        #expect(try place.tmf("issue", "answer", "Q-1", "page found", "--capa", "CAPA-18").code == 0)
        #expect(try place.tmf("issue", "close", "Q-1").code == 65)
        #expect(try place.tmf("issue", "close", "Q-1", "--reason", "filed").code == 0)
        #expect(try place.tmf("issue", "close", "Q-1", "--reason", "again").code == 65)
        #expect(try place.tmf("issue", "answer", "Q-7", "x").code == 65)

        let open = try place.tmf("issue", "list", "--format", "json").json()["issues"]?.array
        #expect(open?.map { $0["issue"] } == ["Q-0002"])
        let all = try #require(try place.tmf("issue", "list", "--all", "--format", "json").json()["issues"]?.array)
        #expect(all[0]["state"] == "closed" && all[0]["capa"] == "CAPA-18" && all[0]["resolution"] == "filed")
        #expect(all[0]["answers"]?.array?.count == 1)
        #expect(try place.tmf("check", "--rule", "open-quality-issue").code == 0)
        let past = try place.tmf("issue", "list", "--as-of", "2020-01-01")
        #expect(past.code == 66)
    }
}

extension JSON {
    /// The number or text as it is written.
    var cellText: String? {
        switch self {
        case .int(let number): String(number)
        case .number(let text), .string(let text): text
        default: nil
        }
    }
}
