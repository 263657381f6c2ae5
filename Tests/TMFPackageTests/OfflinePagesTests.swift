import Foundation
import SystemPackage
import TMFModel
import TMFPackage
import TMFTestSupport
import Testing

/// The pages of a package, as a browser finds them on a disk.
@Suite struct OfflinePagesTests {
    @Test func `every link of every page leads to a file and a place in it`() throws {
        let folder = try TemporaryFolder()
        let data = try SampleStore.shared().bag(.zip, in: folder).appending("data")
        let files = Set(try run("find", data.string, "-type", "f").output.split(separator: "\n").map(String.init))
        let pages = files.filter { $0.hasSuffix(".html") }
        #expect(pages.count > 100)
        #expect(pages.contains("\(data)/index.html") && pages.contains("\(data)/report.html"))
        #expect(!pages.contains("\(data)/viewer/about.html"))

        var anchors: Set<String> = []
        var links: [String: String] = [:]
        for page in pages {
            let text = String(decoding: try bytes(of: FilePath(page)), as: UTF8.self)
            for id in values(of: "id", in: text) { anchors.insert("\(page)#\(id)") }
            let folder = FilePath(page).removingLastComponent()
            for target in Set(values(of: "href", in: text) + values(of: "src", in: text)) {
                if target.hasPrefix("https://") || target.hasPrefix("http://") { continue }
                let file = target.hasPrefix("#") ? page + target : folder.appending(target).lexicallyNormalized().string
                links[file.replacingOccurrences(of: "&amp;", with: "&").removingPercentEncoding ?? "?"] = page
            }
        }
        #expect(links.count > 500)
        var reachable: Set<String> = []
        var dead: [String] = []
        for (link, page) in links {
            let file = link.split(separator: "#").first.map(String.init) ?? link
            reachable.insert(file)
            let isThere = files.contains(file) && (file == link || !pages.contains(file) || anchors.contains(link))
            if !isThere { dead.append("\(link) from \(page)") }
        }
        #expect(dead == [])
        // Some page leads to every page, and to every record.
        let needed = pages.union(files.filter { $0.hasPrefix("\(data)/records/") })
        #expect(needed.subtracting(reachable) == [])
    }

    @Test func `the search has its data before it begins`() throws {
        let path = try SampleStore.shared().package(.folder).path
        let page = String(decoding: try bytes(of: path.appending("data/viewer/search.html")), as: UTF8.self)

        #expect(values(of: "src", in: page) == ["search-1.js", "viewer.js"])
    }

    @Test func `people, sites and amendments say what was not in force, since when, and why`() throws {
        let viewer = try SampleStore.shared().package(.folder).path.appending("data/viewer")
        func page(_ name: String) throws -> String {
            String(decoding: try bytes(of: viewer.appending(name)), as: UTF8.self)
        }

        let people = try page("people.html")
        #expect(people.contains("Coverage of Dr Anna Beispiel"))
        #expect(people.contains("2 of 3 covered<br><span class=\"alert\">1 gap, 22 days</span>"))
        #expect(people.contains("<svg class=\"strip\""))
        #expect(try page("country-deu.html").contains("Insurance"))
        let amendments = try page("amendments.html")
        #expect(amendments.contains("Protocol <bdi>2.0</bdi>") && amendments.contains("Protocol <bdi>3.0</bdi>"))
        #expect(amendments.contains("It had 90 days, until "))
    }

    /// The values of an attribute.
    private func values(of attribute: String, in page: String) -> [String] {
        page.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap {
            $0.components(separatedBy: "\"").first
        }
    }
}
