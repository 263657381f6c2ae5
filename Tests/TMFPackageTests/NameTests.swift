import SystemPackage
import TMFModel
import TMFPackage
import TMFTestSupport
import Testing

/// Names in a package, which every system has to hold.
@Suite struct NameTests {
    static let hostile = [
        String(repeating: "ä", count: 127) + "x", String(repeating: "word ", count: 60), "\u{202E}fdp.exe", "שלום עולם",
        "👩‍👩‍👧‍👦🎉", "con", "CON", "prn.txt", "aux", "nul", "com1", "LPT9", "trailing dots...", "trailing blanks   ", "a/b\\c",
        "../../etc/passwd", "line\nbreak\r\ttab", "100% sure %0A %25", "a:b*c?d\"e<f>g|h", "same", "Same", "SAME",
        "e\u{301}tude", "étude", "-", ".", "..", "~", "ﬁ ﬂ ß İ ı",
    ]

    @Test(arguments: [PackageOptions.Format.zip, .tar])
    func `hostile titles and names make harmless paths`(format: PackageOptions.Format) throws {
        let desk = try FlatStore()
        for title in NameTests.hostile { try desk.file(title, name: "\(title).PDF") }

        let (path, report) = try desk.package("package.\(format.rawValue)", PackageOptions(format: format))

        #expect(report.versions == NameTests.hostile.count)
        #expect(try PackageVerifying(path).verify().problems == [])
        let listing = try run(format == .zip ? "bsdtar" : "tar", "-tf", path.string)
        let paths = listing.output.split(separator: "\n").map(String.init)
        #expect(paths.count == report.files)
        expectHarmless(paths)
    }

    @Test func `all paths of the sample are harmless`() throws {
        let path = try SampleStore.shared().package(.zip).path
        let listing = try run("bsdtar", "-tf", path.string)
        expectHarmless(listing.output.split(separator: "\n").map(String.init))
    }

    private func expectHarmless(_ paths: [String]) {
        #expect(paths.count > 50)
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
        let reserved = Set(["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
        for path in paths {
            #expect(path.utf8.count <= 180, "\(path)")
            #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>:\"\\|?*%~".utf8.contains($0) }, "\(path)")
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            for part in parts {
                let stem = part.split(separator: ".", omittingEmptySubsequences: false)[0].lowercased()
                #expect(!part.isEmpty && !reserved.contains(stem) && part.last != "." && part.last != " ", "\(path)")
            }
            // The folder at the top keeps the study's own spelling, as VERIFY.txt and the bag's tools know it.
            if parts.dropFirst().first == "data", parts.last != "VERIFY.txt" {
                let below = parts.dropFirst().joined(separator: "/")
                #expect(below == below.lowercased(), "\(path)")
            }
        }
    }
}
