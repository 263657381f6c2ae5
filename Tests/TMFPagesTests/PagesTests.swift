import TMFModel
import TMFPages
import TMFReview
import Testing

@Suite struct PagesTests {
    @Test(arguments: [true, false])
    func `every place has its page, and no page says markup that people typed`(isOffline: Bool) throws {
        let pages = try LiteralStudy.pages(isOffline: isOffline)

        var hostileSeen = 0
        for place in pages.offlinePlaces {
            let text = try #require(try pages.page(place)).text
            #expect(!text.contains("<script>alert"), "\(place)")
            #expect(!text.contains(" style=") && !text.contains("<style"), "\(place)")
            if text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;") { hostileSeen += 1 }
        }

        #expect(hostileSeen > 1)
    }

    @Test func `every link of an offline page leads to a page or a record of the package`() throws {
        let pages = try LiteralStudy.pages(isOffline: true, extra: 600)
        let places = pages.offlinePlaces
        let paths = places.compactMap(pages.links.path)
        var anchors: [String: Set<String>] = [:]
        var texts: [(String, String)] = []
        for (place, path) in zip(places, paths) {
            let text = try #require(try pages.page(place)).text
            anchors[path] = Set(PagesTests.values(of: "id", in: text))
            texts.append((path, text))
        }
        #expect(Set(paths).count == places.count)
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)

        let beside = Set((Assets.all + SearchIndexWriter(pages).files()).map { "viewer/" + $0.name })
        for (path, text) in texts {
            for address in PagesTests.values(of: "href", in: text) + PagesTests.values(of: "src", in: text) {
                let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? path : PagesTests.resolve(parts[0], from: path)
                if target.hasPrefix("records/") || target == "VERIFY.txt" || target == "withheld.csv"
                    || beside.contains(target)
                {
                    continue
                }
                let known = anchors[target]
                #expect(known != nil, "\(path) leads to \(address)")
                if parts.count > 1 { #expect(known?.contains(parts[1]) == true, "\(path) leads to \(address)") }
            }
        }
    }

    @Test func `every link of a served page leads to a page`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)
        var addresses: Set<String> = []
        for place in pages.offlinePlaces + [.document(DocumentNumber(2))] {
            addresses.formUnion(PagesTests.values(of: "href", in: try #require(try pages.page(place)).text))
        }

        for address in addresses where !address.hasPrefix("/assets/") && !address.hasPrefix("#") {
            let path = address.split(separator: "?")[0].split(separator: "#")[0]
            let segments = path.split(separator: "/").map(String.init)
            #expect(segments.starts(with: ["studies", "ABC-101"]))
            if segments.last == "content" { continue }
            let place = try #require(pages.links.place(segments: Array(segments.dropFirst(2))), "\(address)")
            #expect(try pages.page(place) != nil, "\(address)")
        }
        #expect(addresses.contains("/studies/ABC-101/documents/2/versions/1/content"))
    }

    @Test func `a finding leads to the documents that it names, and to no other`() throws {
        let pages = try LiteralStudy.pages(isOffline: true)
        let text = try #require(try pages.page(.findings(part: 1))).text
        let rows = text.split(separator: "<tr>").dropFirst(2)
        #expect(!rows.isEmpty)
        for row in rows {
            let message = try #require(row.firstMatch(of: /data-label="Finding"><bdi>(.*?)<\/bdi>/)?.1)
            let named = Set(message.matches(of: /D-[0-9]{6}/).map(\.0))
            let linked = Set(row.matches(of: /class="number"[^>]*>(D-[0-9]{6})/).map(\.1))
            // Beside those in its words, the one that it is about.
            #expect(linked.subtracting(named).count <= 1, "\(row)")
            #expect(named.isSubset(of: linked), "\(row)")
        }
    }

    @Test func `a place that the study does not have has no page`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)
        let places: [Place] = [
            .zone("12"), .section("05.99"), .artifact(try LiteralStudy.artifact("05.02.99"), part: 1),
            .artifact(try LiteralStudy.artifact("05.02.04"), part: 2),
            .artifact(try LiteralStudy.artifact("05.02.04"), part: 0), .document(DocumentNumber(99)),
            .country(try LiteralStudy.country("ITA")), .site(try LiteralStudy.country("DEU"), "201"),
            .missing(part: 2), .expiring(part: 9), .findings(part: .max), .audit(part: 4),
        ]

        for place in places { #expect(try pages.page(place) == nil, "\(place)") }
    }

    @Test func `documents beyond a part's rows stand on the next part`() throws {
        let pages = try LiteralStudy.pages(isOffline: true, extra: 600)
        let artifact = try LiteralStudy.artifact("05.04.03")
        let first = try #require(try pages.page(.artifact(artifact, part: 1))).text
        let second = try #require(try pages.page(.artifact(artifact, part: 2))).text

        let ids = [first, second].map { PagesTests.values(of: "id", in: $0).filter { $0.hasPrefix("d-") } }
        #expect(ids[0].count == Pages.rowsPerPart)
        #expect(ids[1].count == 602 - Pages.rowsPerPart)
        #expect(first.contains("rel=\"next\" href=\"artifact-05.04.03-2.html\""))
        #expect(pages.offlinePlaces.contains(.artifact(artifact, part: 2)))
    }

    @Test func `what is withheld is named by number and place only`() throws {
        let pages = try LiteralStudy.pages(isOffline: true)

        let about = try #require(try pages.page(.about)).text
        let artifact = try #require(try pages.page(.artifact(try LiteralStudy.artifact("11.02.01"), part: 1))).text

        #expect(about.contains("D-000900") && about.contains("restricted: could unblind"))
        #expect(artifact.contains("D-000900"))
        #expect(!artifact.contains("id=\"d-000900\""))
    }

    @Test func `empty artifacts are part of the tree unless only filled ones are asked for`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)
        var filter = PageFilter()
        filter.isFilledOnly = true

        #expect(try #require(try pages.page(.tree)).text.contains("Randomisation List"))
        #expect(try !#require(try pages.page(.tree, filter: filter)).text.contains("Randomisation List"))
    }

    @Test func `a filter narrows an artifact's documents`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)
        let place = Place.artifact(try LiteralStudy.artifact("05.02.04"), part: 1)
        let filter = PageFilter(query: [("site", "102"), ("status", "approved"), ("from", "2024-01-01")])

        let text = try #require(try pages.page(place, filter: filter)).text

        #expect(text.contains("id=\"d-000009\"") && !text.contains("id=\"d-000008\""))
    }

    @Test func `a value of the address that means nothing is said to be left aside`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)
        let filter = PageFilter(query: [("from", "yesterday"), ("status", "<b>"), ("unknown", "x"), ("site", "")])

        let text = try #require(try pages.page(.missing(part: 1), filter: filter)).text

        #expect(filter.problems.count == 2)
        #expect(!filter.isNarrowing)
        #expect(text.contains("“yesterday” is not a day") && text.contains("“&lt;b&gt;” is not a status"))
    }

    @Test func `the timeline says in a table what it draws`() throws {
        let text = try #require(try LiteralStudy.pages(isOffline: true).page(.timeline)).text

        #expect(text.contains("role=\"img\"") && text.contains("<path class=\"mile\""))
        #expect(text.contains(">Feb 2024</time></th>"))
        #expect(text.contains("02</span> <bdi>Clinical Infrastructure Ready</bdi>"))
        #expect(PagesTests.values(of: "cx", in: text).count + PagesTests.values(of: "d", in: text).count > 16)
    }

    @Test func `many records make the drawing no larger`() throws {
        let text = try #require(try LiteralStudy.pages(isOffline: true, extra: 3_000).page(.timeline)).text

        #expect(PagesTests.values(of: "cx", in: text).count < 100)
        #expect(text.utf8.count < 100_000)
    }

    @Test func `people stand with what is expected and filed about them`() throws {
        let pages = try LiteralStudy.pages(isOffline: true)
        let text = try #require(try pages.page(.people(part: 1))).text

        #expect(text.contains("Dr Anna Müller") && text.contains("1 of 1 complete"))
        #expect(text.contains("Curriculum vitae Dr Anna Müller"))
        #expect(try pages.page(.people(part: 2)) == nil)
    }

    @Test func `left out records beyond a page's rows are counted`() throws {
        let pages = try LiteralStudy.pages(isOffline: true, withheld: 700)
        let about = try #require(try pages.page(.about)).text

        #expect(about.contains("701 records withheld") && about.contains("The first 500 are shown"))
        #expect(about.contains("href=\"withheld.csv\"") && !about.contains("D-001500"))
        #expect(try #require(try pages.page(.dashboard)).text.contains("701 records: which, and why"))
    }

    @Test func `a search names the field in which it found the words`() throws {
        let pages = try LiteralStudy.pages(isOffline: false)

        let text = try #require(try pages.page(.search, filter: PageFilter(query: [("q", "durand")]))).text

        #expect(text.contains("1 record"))
        #expect(text.contains("found in title"))
    }

    /// The values of an attribute, unescaped as far as addresses need it.
    static func values(of attribute: String, in text: String) -> [String] {
        var values: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: " \(attribute)=\"") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "\"") else { break }
            values.append(String(rest[..<end]).replacing("&amp;", with: "&"))
            rest = rest[end...]
        }
        return values
    }

    /// A relative address as a path below `data/`.
    static func resolve(_ address: String, from path: String) -> String {
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/").map(String.init) {
            if part == ".." { folders.removeLast() } else { folders.append(part) }
        }
        return folders.joined(separator: "/")
    }
}
