import TMFModel
import TMFReview
import TMFStore
import Testing

@testable import TMFBrowser

@Suite struct APITests {
    private func json(_ path: String) async throws -> JSON {
        let reply = try await SampleStore.browser.value.get(path)
        #expect(reply.status == 200, "\(path): \(reply.text)")
        #expect(reply["Content-Type"] == "application/json")
        return try JSON(parsing: reply.text)
    }

    @Test func `the status is the one of the command`() async throws {
        let status = try await json("/api/v1/studies/ABC-101/status")
        let source = try await StoreSource(SampleStore.shared.value.opened())
        let report = try StatusReport(binder: source.binder(of: "ABC-101", asOf: nil))
        #expect(status == report.json)
    }

    @Test func `a list has the keys that were promised`() async throws {
        let list = try await json("/api/v1/studies/ABC-101/list")
        let documents = try #require(list["documents"]?.array)
        #expect(documents.count > 50)
        for document in documents {
            #expect(
                document.members?.map(\.key) == [
                    "document", "artifact", "level", "country", "site", "title", "version", "label", "status",
                    "document_date", "filed_at", "expiry_date", "sha256", "bytes", "restricted", "addendum",
                ])
        }
        let site = try await json("/api/v1/studies/ABC-101/list?site=101")
        let found = try #require(site["documents"]?.array)
        #expect(!found.isEmpty && found.count < documents.count)
        #expect(found.allSatisfy { $0["site"]?.string == "101" })
    }

    @Test func `findings, gaps and expiries are listed`() async throws {
        let check = try await json("/api/v1/studies/ABC-101/check")
        #expect(check.members?.map(\.key) == ["study", "as_of", "findings"])
        #expect(check["findings"]?.array?.isEmpty == false)
        let missing = try await json("/api/v1/studies/ABC-101/missing")
        #expect(missing["missing"]?.array?.isEmpty == false)
        let expiring = try await json("/api/v1/studies/ABC-101/expiring?within=36500")
        #expect(expiring["within_days"]?.int == 36_500)
        #expect(expiring["expiring"]?.array?.isEmpty == false)
    }

    @Test func `a document brings its versions and its history`() async throws {
        let document = try await json("/api/v1/studies/ABC-101/documents/D-000001")
        #expect(document["document"]?.string == "D-000001")
        #expect(document["versions"]?.array?.isEmpty == false)
        let history = try await json("/api/v1/studies/ABC-101/history/1")
        let first = try #require(history["entries"]?.array?.first)
        #expect(first["event"]?.string == "document.filed")
    }

    @Test func `the trend is the one of the command, on the overview and on its page`() async throws {
        let trend = try await json("/api/v1/studies/ABC-101/trend")
        let source = try await StoreSource(SampleStore.shared.value.opened())
        let points = try source.trend(of: "ABC-101", until: source.day)

        #expect(trend["trend"]?.array == points.map(\.json))
        #expect(points.last?.documents ?? 0 > 50)
        #expect(trend.members?.map(\.key) == ["study", "as_of", "trend"])
        #expect(try await json("/api/v1/studies/ABC-101/trend?to=2001-01")["trend"]?.array == [])
        let refused = try await SampleStore.browser.value.get("/api/v1/studies/ABC-101/trend?from=May")
        #expect(refused.status == 400)
        let page = try await SampleStore.browser.value.get("/studies/ABC-101/trend")
        #expect(page.status == 200)
        #expect(page.text.contains("<caption class=\"unseen\">Figures of each month</caption>"))
        let overview = try await SampleStore.browser.value.get("/studies/ABC-101")
        #expect(overview.text.contains("href=\"/studies/ABC-101/trend\""))
    }

    @Test func `a package has the same trend as the store it was made from`() async throws {
        let reply = try await SampleStore.packageBrowser.value.get("/api/v1/studies/ABC-101/trend")
        let store = try await json("/api/v1/studies/ABC-101/trend")

        #expect(reply.status == 200)
        #expect(
            try JSON(parsing: reply.text)["trend"]?.array?.map { $0["completeness"] }
                == store["trend"]?.array?.map { $0["completeness"] })
    }

    @Test func `a search says where it found`() async throws {
        let found = try await json("/api/v1/studies/ABC-101/search?q=protocol")
        let first = try #require(found["documents"]?.array?.first)
        #expect(first["found_in"]?.string != nil)
        let nothing = try await json("/api/v1/studies/ABC-101/search")
        #expect(nothing["documents"]?.array?.isEmpty == true)
    }

    @Test func `the tree has every artifact`() async throws {
        let tree = try await json("/api/v1/studies/ABC-101/tree")
        let zones = try #require(tree["zones"]?.array)
        #expect(zones.count == 11)
        let artifacts = zones.flatMap { $0["sections"]?.array ?? [] }.flatMap { $0["artifacts"]?.array ?? [] }
        #expect(artifacts.count == 250)
    }

    @Test func `the timeline counts every version once`() async throws {
        let timeline = try await json("/api/v1/studies/ABC-101/timeline")
        let status = try await json("/api/v1/studies/ABC-101/status")
        #expect(timeline["on_time"]?.int == status["timeliness"]?["on_time"]?.int)
        #expect(timeline["limit_days"]?.int == status["timeliness"]?["limit_days"]?.int)
        #expect(timeline["versions"]?.int == status["versions"]?.int)
        let filed = timeline["months"]?.array?.compactMap { $0["filed"]?.int }.reduce(0, +)
        #expect(filed == timeline["versions"]?.int)
        #expect(timeline["milestones"]?.array?.isEmpty == false)
    }

    @Test func `people come with their coverage, amendments with their steps`() async throws {
        let people = try #require(try await json("/api/v1/studies/ABC-101/people?site=101")["people"]?.array)
        #expect(!people.isEmpty && people.allSatisfy { $0["site"]?.string == "101" })
        #expect(people.contains { $0["coverage"]?.array?.isEmpty == false })
        let amendments = try await json("/api/v1/studies/ABC-101/amendments?country=FRA")
        #expect(amendments["steps"]?.array?.isEmpty == false)
        #expect(amendments["steps"]?.array?.allSatisfy { $0["country"]?.string == "FRA" } == true)
    }

    @Test func `the journal comes in parts`() async throws {
        let first = try await json("/api/v1/studies/ABC-101/audit?limit=10")
        #expect(first["entries"]?.array?.first?["seq"]?.int == 1)
        let next = try #require(first["next"]?.int)
        let second = try await json("/api/v1/studies/ABC-101/audit?from=\(next)&limit=10")
        #expect(next == 11 && second["entries"]?.array?.first?["seq"]?.int == 11)
        let beyond = try await json("/api/v1/studies/ABC-101/audit?from=1000000")
        #expect(beyond["entries"]?.array?.isEmpty == true && beyond["next"] == nil)
        let reply = try await SampleStore.browser.value.get("/api/v1/studies/ABC-101/audit?limit=0")
        #expect(reply.status == 400)
    }

    @Test func `health tells the heads`() async throws {
        let health = try await json("/health")
        #expect(health["status"]?.string == "ok")
        let head = try await SampleStore.shared.value.opened().head(of: "ABC-101")
        #expect(health["journal_heads"]?["ABC-101"]?["hash"]?.string == head?.hash.description)
        let studies = try await json("/api/v1/studies")
        #expect(studies["studies"]?.array?.first?["journal_head"]?.string == head?.hash.description)
    }

    @Test func `every path of the description answers as described`() async throws {
        let api = try await json("/openapi.json")
        #expect(api["openapi"]?.string == "3.1.0")
        let paths = try #require(api["paths"]?.members)
        #expect(paths.count == 17)
        for path in paths {
            let operation = try #require(path.value["get"])
            #expect(operation["operationId"]?.string != nil)
            guard
                let reference = operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["$ref"]?
                    .string
            else { continue }
            let name = try #require(reference.split(separator: "/").last.map(String.init))
            let schema = try #require(api["components"]?["schemas"]?[name])
            var address = path.key
            for (word, value) in [("{study}", "ABC-101"), ("{document}", "D-000001")] {
                address = address.split(separator: word, omittingEmptySubsequences: false).joined(separator: value)
            }
            let answer = try await json(address)
            for key in schema["required"]?.array ?? [] {
                #expect(answer.members?.contains { $0.key == key.string } == true, "\(address) lacks \(key)")
            }
        }
    }
}
