import Foundation
import SystemPackage
import TMFIntake
import TMFModel
import TMFPackage
import TMFPages
import TMFReview
import TMFTestSupport
import Testing

/// The offline viewer in a real browser, from the disk, without a network.
@Suite(.serialized) struct ChromiumTests {
    /// Tells by the page's title if any of it is run.
    private static let hostile =
        "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>\u{202E}</script>"

    /// The page as it stands once its scripts have run.
    private func dom(_ page: FilePath, _ fragment: String = "") throws -> String {
        let profile = try TemporaryFolder()
        let outcome = try run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile("profile"))",
            "--virtual-time-budget=5000", "--dump-dom", "file://\(page.string)\(fragment)")
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func title(_ dom: String) -> String? {
        dom.components(separatedBy: "<title>").dropFirst().first?.components(separatedBy: "</title>").first
    }

    @Test func `the search says what it found, and in which field`() throws {
        let viewer = try SampleStore.shared().package(.folder).path.appending("data/viewer")

        let found = try dom(viewer.appending("search.html"), "#q=curriculum%20101")
        let nothing = try dom(viewer.appending("search.html"), "#q=no-such-word")
        let accents = try dom(viewer.appending("search.html"), "#q=H%C3%94PITAL")

        #expect(found.contains("artifact-05.02.04.html#d-"))
        #expect(found.contains("found in artifact, scope “DEU · site 101"))
        #expect(nothing.contains(">0 records.</p>"))
        #expect(accents.contains("Hôpital"))
    }

    @Test func `hostile titles and names are text in every page and in the search`() throws {
        let desk = try FlatStore()
        try desk.file(ChromiumTests.hostile, name: "\(ChromiumTests.hostile.replacing("/", with: "_")).pdf")
        let viewer = try desk.package("package", PackageOptions(format: .folder)).path.appending("data/viewer")

        for page in ["artifact-05.02.04.html", "audit.html", "timeline.html", "findings.html", "site-deu-101.html"] {
            let dom = try dom(viewer.appending(page))
            #expect(try #require(title(dom)).hasSuffix("ABC-101"), "\(page)")
            #expect(!dom.contains("<img"), "\(page)")
        }
        let search = try dom(viewer.appending("search.html"), "#q=onerror")
        #expect(search.contains(">1 record.</p>") && search.contains("&lt;img src=x onerror="))
        #expect(!search.contains("<img") && title(search) == "Search – ABC-101")
    }

    @Test func `words in files are found when they are asked for, and withheld ones are nowhere`() throws {
        let desk = try FlatStore()
        try desk.file(
            "Letter", bytes: Array("The <b>ethics</b> committee of Zürich approved. \(ChromiumTests.hostile)".utf8),
            name: "a.txt")
        try desk.file(
            "List", bytes: Array("allotment of treatments".utf8), name: "b.txt", isRestricted: true)
        _ = try Examining(store: desk.store, examiner: Examiner()).run()
        let options = PackageOptions(format: .folder, includesTexts: true)
        let (path, report) = try desk.package("package", options)
        let viewer = path.appending("data/viewer")

        let plain = try dom(viewer.appending("search.html"), "#q=zurich%20ethics")
        let found = try dom(viewer.appending("search.html"), "#texts&q=zurich%20ethics")
        let secret = try dom(viewer.appending("search.html"), "#texts&q=allotment")

        #expect(report.texts?.records == 1 && report.texts?.files == 1)
        #expect(plain.contains(">0 records.</p>"))
        #expect(found.contains(">1 record.</p>") && found.contains("page 1: The &lt;b&gt;ethics&lt;/b&gt; committee"))
        #expect(!found.contains("<img") && title(found) == "Search – ABC-101")
        #expect(secret.contains(">0 records.</p>"))
        #expect(try run("grep", "-r", "-l", "allotment", path.string).output.isEmpty)
        #expect(try desk.package("again", options).report.bytes == report.bytes)
        #expect(throws: PackageError.nothingExamined) { try FlatStore().package("none", options) }
    }

    @Test func `no word of a withheld file is in a package whose texts can be searched`() throws {
        let desk = try FlatStore()
        func words(_ number: Int) -> [String] { (0..<60).map { "zq\(number)y\($0 * 37 % 61)" } }
        var withheld: [Int] = []
        for number in 1...40 {
            let isRestricted = number % 3 == 0
            let site = number % 5 == 0 ? "102" : "101"
            if isRestricted || site == "102" { withheld.append(number) }
            // Page breaks, and a line that all have.
            let text = (words(number) + ["\u{0C}", "common to all"]).joined(separator: " ")
            try desk.file(
                "Note \(number)", bytes: Array(text.utf8), name: "n\(number).txt", isRestricted: isRestricted,
                site: site)
        }
        _ = try Examining(store: desk.store, examiner: Examiner()).run()
        let (path, report) = try desk.package(
            "package",
            PackageOptions(
                format: .folder, selection: RecordSelection(places: [.site(.germany, "101")]), includesTexts: true))

        #expect(report.texts?.records == 40 - withheld.count && withheld.count > 15)
        let search = try PackageSearch(path)
        try search.expectNo(withheld.flatMap(words))
        #expect(try run("grep", "-rq", "zq1y37", path.string).status == 0)
    }

    @Test func `a page runs nothing that was written into it`() throws {
        let viewer = try SampleStore.shared().package(.folder).path.appending("data/viewer")
        let copy = try TemporaryFolder()
        let page = String(decoding: try bytes(of: viewer.appending("people.html")), as: UTF8.self)
        let written = page.replacing("</body>", with: "\(ChromiumTests.hostile)</body>")
        #expect(written != page)
        let path = try copy.write(written, to: "people.html")

        let dom = try dom(path)

        #expect(dom.contains("<img src=\"x\""))
        #expect(title(dom) == "People – ABC-101")
    }
}
