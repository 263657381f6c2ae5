import Foundation
import SystemPackage
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// What other people's programs say of a package.
@Suite struct OtherToolsTests {
    @Test func `a ZIP is sound for unzip, 7zz, bsdtar and Python`() throws {
        let (path, report) = try SampleStore.shared().package(.zip)

        let unzip = try run("unzip", "-t", path.string)
        #expect(unzip.status == 0 && unzip.output.contains("No errors detected"))
        let seven = try run("7zz", "t", path.string)
        #expect(seven.status == 0 && seven.output.contains("Everything is Ok") && !seven.output.contains("Warning"))
        let tar = try run("bsdtar", "-tf", path.string)
        #expect(tar.status == 0)
        #expect(tar.output.split(separator: "\n").count == report.files)
        let script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))"
        #expect(try run("python3", "-c", script, path.string).output == "None \(report.files)\n")
    }

    @Test(arguments: [PackageOptions.Format.tar, .tarZstd])
    func `a TAR is sound for tar and zstd`(format: PackageOptions.Format) throws {
        let (path, report) = try SampleStore.shared().package(format)

        if format == .tarZstd { #expect(try run("zstd", "-t", "-q", path.string).status == 0) }
        let listing = try run("tar", "-tf", path.string)
        #expect(listing.status == 0 && listing.errors.isEmpty)
        #expect(listing.output.split(separator: "\n").count == report.files)
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `every form is a valid bag for bagit and sha256sum`(format: PackageOptions.Format) throws {
        let folder = try TemporaryFolder()
        let bag = try SampleStore.shared().bag(format, in: folder).string

        let bagit = ProcessInfo.processInfo.environment["TMF_BAGIT"] ?? "bagit.py"
        let validation = try run(bagit, "--validate", bag)
        #expect(validation.status == 0, "\(validation.errors.suffix(400))")
        for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
            let sums = try run("sh", "-c", "cd \"$1\" && sha256sum -c --strict --quiet \"$2\"", "sh", bag, manifest)
            #expect(sums.status == 0, "\(sums.errors)")
        }
    }

    @Test func `the script in VERIFY txt finds the head of the journal`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let bag = try sample.bag(.zip, in: folder)
        let text = String(decoding: try bytes(of: bag.appending("data/VERIFY.txt")), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.contains("-----8<-----") })
        let last = try #require(lines.firstIndex { $0.contains("----->8-----") })
        // As it is printed, saved by somebody who follows the text.
        try Data(lines[(first + 1)..<last].joined(separator: "\n").utf8)
            .write(to: URL(fileURLWithPath: bag.appending("check.py").string))

        let outcome = try run("sh", "-c", "cd \"$1\" && python3 check.py", "sh", bag.string)

        let head = try #require(try sample.store.head(of: SampleStore.study))
        #expect(outcome.output == "\(head.hash)\n", "\(outcome.errors)")
        #expect(text.contains(head.hash.description))
        let note = String(decoding: try bytes(of: bag.appending("bag-info.txt")), as: UTF8.self)
        #expect(note.contains("TMF-Journal-Head: \(head.hash)\n"))
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `a package of a backup has the same bytes`(format: PackageOptions.Format) throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let first = try sample.package(format)
        let other = folder("other")

        let options = PackageOptions(format: format)
        let report = try PackageWriting(store: sample.backup, study: SampleStore.study, options).write(to: other)

        let same = try run("diff", "-r", first.path.string, other.string)
        #expect(same.status == 0, "\(same.output.prefix(300))")
        #expect(report.sha256 == first.report.sha256)
        #expect((report.sha256 == nil) == (format == .folder))
        if let sha256 = report.sha256 { #expect(try Digest(of: bytes(of: other)) == sha256) }
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `every form is sound for itself`(format: PackageOptions.Format) throws {
        let sample = try SampleStore.shared()
        let (path, report) = try sample.package(format)

        let verification = try PackageVerifying(path).verify()

        #expect(verification.problems == [])
        #expect(verification.files == report.files && verification.bytes == report.bytes)
        #expect(verification.journalHead == (try sample.store.head(of: SampleStore.study)?.hash))
        #expect(verification.withheldEntries == 2)
    }
}
