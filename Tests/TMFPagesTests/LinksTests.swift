import TMFModel
import TMFPages
import Testing

@Suite struct LinksTests {
    @Test func `served addresses read back as their places`() throws {
        let links = Links.served(study: try LiteralStudy.study())
        let deu = try LiteralStudy.country("DEU")
        let places: [Place] = [
            .dashboard, .about, .tree, .zone("05"), .section("05.02"),
            .artifact(try LiteralStudy.artifact("05.02.04"), part: 1), .document(DocumentNumber(17)), .sites,
            .country(deu), .site(deu, "101"), .missing(part: 1), .expiring(part: 1), .findings(part: 1), .timeline,
            .people(part: 1), .amendments(part: 1),
            .retention, .search, .audit(part: 1),
        ]

        for place in places {
            let path = try #require(links.path(of: place))
            let segments = path.split(separator: "/").map(String.init)
            #expect(links.place(segments: Array(segments.dropFirst(2))) == place)
        }
        #expect(links.path(of: .document(DocumentNumber(17))) == "/studies/ABC-101/documents/17")
    }

    @Test(arguments: [
        ["tree", "05", "04.02"], ["tree", "05", "05.02", "05.03.01"], ["documents", "x"], ["documents"],
        ["countries", "Germany"], ["nowhere"], ["missing", "2"], ["tree", "05", "05.02", "05.02.04", "x"],
    ])
    func `other addresses are none`(segments: [String]) throws {
        #expect(Links.served(study: try LiteralStudy.study()).place(segments: segments) == nil)
    }

    @Test func `served links keep part, filter and day`() throws {
        let links = Links.served(study: try LiteralStudy.study(), asOf: LiteralStudy.asOf)
        let filter = PageFilter(query: [("site", "1 & 2")])

        let address = links.address(of: .missing(part: 2), from: .dashboard, filter: filter)

        #expect(address == "/studies/ABC-101/missing?part=2&site=1%20%26%202&as-of=2026-01-05")
    }

    @Test func `offline links are relative, and records are below data`() throws {
        let links = Links.offline(study: try LiteralStudy.study())
        let artifact = Place.artifact(try LiteralStudy.artifact("05.02.04"), part: 3)

        #expect(links.address(of: artifact, from: .dashboard) == "viewer/artifact-05.02.04-3.html")
        #expect(links.address(of: artifact, from: .tree) == "artifact-05.02.04-3.html")
        #expect(links.address(of: .dashboard, from: .tree) == "../index.html")
        #expect(links.address(of: artifact, from: artifact, fragment: "d-000001") == "#d-000001")
    }

    @Test func `two sites never share a file`() throws {
        var study = try LiteralStudy.study()
        study.countries[0].sites = ["1/A", "1-a", "1 A", "ÄÖ", "ßß", "../../x"].map { Study.Site(id: $0) }
        let links = Links.offline(study: study)
        let deu = try LiteralStudy.country("DEU")

        let paths = study.countries[0].sites.compactMap { links.path(of: .site(deu, $0.id)) }

        #expect(Set(paths).count == 6)
        #expect(paths.allSatisfy { $0.hasPrefix("viewer/site-deu-") && !$0.contains("..") })
        #expect(paths.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && $0 == $0.lowercased() })
    }
}
