import Foundation
import SystemPackage
import TMFFormats
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// `exchange.xml` in packages, held against the official schema by xmllint and against the files by Python.
@Suite struct ExchangeExportTests {
    static let schema = FilePath(#filePath).removingLastComponent()
        .appending("../../../etmf-ems/TmfReferenceModelExchange-22.1.xsd")

    static func options(
        _ kind: PackageOptions.Kind = .inspection, restricted: Bool = false, agreement: String = "EA-2026-01"
    ) -> PackageOptions {
        PackageOptions(
            format: .folder, kind: kind, selection: restricted ? .whole : .open,
            exchange: ExchangeOptions(agreement: agreement)
        )
    }

    /// Recomputes each file's digest, and lists: object, version, state, restricted.
    private static let script = """
        import sys, os, base64, hashlib, xml.etree.ElementTree as tree
        root = sys.argv[1]; n = "{https://tmfrefmodel.com/ems}"
        for o in tree.parse(os.path.join(root, "exchange.xml")).getroot():
            for f in o.findall(n + "FILE"):
                data = open(os.path.join(root, f.findtext(n + "CONTENTURL")), "rb").read()
                want = "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
                assert f.findtext(n + "INTEGRITY") == want, want
                assert f.findtext(n + "CONTENTURL").endswith("/" + f.findtext(n + "FILENAME"))
                assert f.findall(n + "AUDITRECORD")
            print(o.findtext(n + "OBJECTID"), o.findtext(n + "OBJECTVERSION"), o.findtext(n + "OBJECTVERSIONSTATE"),
                  o.findtext(n + "RESTRICTED"), sep="|")
        """

    @Test(arguments: [PackageOptions.Kind.inspection, .transfer])
    func `the sample's exchange xml is valid by the official schema, and its files are there`(
        kind: PackageOptions.Kind
    ) throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let path = folder("out")

        let report = try PackageWriting(store: sample.store, study: SampleStore.study, Self.options(kind)).write(
            to: path)

        let exchange = try #require(report.exchange)
        let file = path.appending("data/exchange.xml").string
        let lint = try run("xmllint", "--noout", "--nonet", "--schema", Self.schema.string, file)
        #expect(lint.status == 0, "\(lint.errors.prefix(500))")
        let outcome = try run("python3", "-c", Self.script, path.appending("data").string)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = outcome.output.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        #expect(objects.count == exchange.objects)
        #expect(exchange.objects + exchange.notExported.count == report.versions)
        #expect(Set(objects.map { $0[0] + " " + $0[1] }).count == objects.count)
        for (_, versions) in Dictionary(grouping: objects, by: { $0[0] }) {
            #expect(versions.count { $0[2] == "Current" } <= 1)
        }
        #expect(objects.allSatisfy { $0[3] == "No" })
        // Withdrawn in the sample.
        #expect(objects.contains { $0[0].contains("D-000007") && $0[2] == "Obsolete" })
        #expect(exchange.notExported.allSatisfy { $0.reason.contains("signpost") })
        #expect(!exchange.notExported.isEmpty)
        #expect(try PackageVerifying(path).verify().problems == [])
    }

    @Test func `a transfer stands in the folders of the standard, in a folder of its own name`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        var options = Self.options(.transfer)
        options.format = .zip
        let path = folder("out.zip")

        let report = try PackageWriting(store: sample.store, study: SampleStore.study, options).write(to: path)

        let transfer = try #require(report.exchange?.transfer)
        let names = try run("unzip", "-Z1", path.string).output.split(separator: "\n").map(String.init)
        #expect(
            names.allSatisfy {
                $0.hasPrefix("\(transfer)/") && $0.utf8.count <= 180 && $0 == $0.lowercased() || $0.contains("VERIFY")
                    || $0.contains("Tmf")
            })
        #expect(names.contains("\(transfer)/data/exchange.xml"))
        #expect(names.contains("\(transfer)/data/TmfReferenceModelExchange-22.1.xsd"))
        #expect(names.contains { $0.hasPrefix("\(transfer)/data/05/05.02/05.02.04/deu/101/") })
        #expect(!names.contains { $0.contains("viewer") || $0.hasSuffix("index.html") })
        #expect(try OpenPackage(path).study == SampleStore.study)
    }

    @Test func `the same journal and options give the same bytes`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        for (name, store) in [("a", sample.store), ("b", sample.backup)] {
            _ = try PackageWriting(store: store, study: SampleStore.study, Self.options()).write(to: folder(name))
        }
        let same = try run("diff", "-r", folder("a").string, folder("b").string)
        #expect(same.status == 0, "\(same.output.prefix(300))")
        let other = try PackageWriting(
            store: sample.store, study: SampleStore.study, Self.options(agreement: "EA-2")
        ).write(to: folder("c"))
        let text = String(decoding: try bytes(of: folder("a/data/exchange.xml")), as: UTF8.self)
        #expect(try !text.contains(#require(other.exchange).transfer))
    }

    @Test func `nothing of a restricted record is in a package with an exchange xml`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleStore.shared()
        let restricted = try #require(
            sample.store.snapshot(of: SampleStore.study).documents.first { $0.facts.isRestricted })
        _ = try PackageWriting(store: sample.store, study: SampleStore.study, Self.options(.transfer)).write(
            to: folder("out"))

        for secret in [SampleStore.restrictedTitle, "kit A-series", "randomisation-list"] {
            let found = try run("grep", "-rliaF", secret, folder("out").string)
            #expect(found.output == "", "\(secret)")
        }
        let xml = String(decoding: try bytes(of: folder("out/data/exchange.xml")), as: UTF8.self)
        #expect(!xml.contains("\(restricted.number)"))
        // In the workbook texts are packed.
        let cells = try run(
            "sh", "-c", "unzip -p \"$1\" | grep -ciaF \"$2\"", "sh", folder("out/data/index.xlsx").string,
            "kit A-series")
        #expect(cells.output == "0\n")

        let whole = try PackageWriting(
            store: sample.store, study: SampleStore.study, Self.options(.transfer, restricted: true)
        ).write(to: folder("whole"))
        let all = String(decoding: try bytes(of: folder("whole/data/exchange.xml")), as: UTF8.self)
        #expect(all.contains(SampleStore.restrictedTitle) && all.contains("<RESTRICTED>Yes</RESTRICTED>"))
        #expect(try #require(whole.exchange).objects > 0)
    }

    @Test func `a refusal lists every gap at once, and writes nothing`() throws {
        let store = try FlatStore()
        try store.file("sound")
        try store.file("bell \u{7}")
        let person = DocumentFacts(
            artifact: .investigatorCV, scope: .site(.germany, "101"), person: "p-gone", title: "of nobody")
        let staged = try store.store.content.stage(token: "t", name: nil) { try $0(Array("x".utf8)[...]) }
        try store.store.record(
            [.documentFiled(DocumentNumber(3), person, VersionFacts(status: .approved, content: staged.content))],
            in: "ABC-101", by: .test, staged: [staged])

        let error = #expect(throws: PackageError.self) { try store.package("out", Self.options(agreement: " ")) }

        guard case .notExchangeable(let gaps) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(gaps.count == 3, "\(gaps)")
        #expect(gaps.contains { $0.contains("SPECIFICATIONID") })
        #expect(gaps.contains { $0.contains("D-000002") && $0.contains("U+7") })
        #expect(gaps.contains { $0.contains("D-000003") && $0.contains("p-gone") })
        #expect(try names(in: store.folder.path) == ["store.tmf"])
    }

    @Test func `a transfer without an agreement, or with nothing to send, is refused`() throws {
        let store = try FlatStore()
        #expect(throws: PackageError.noAgreement) { try store.package("a", PackageOptions(kind: .transfer)) }
        #expect(throws: PackageError.self) { try store.package("b", Self.options()) }
        try store.file("hidden", isRestricted: true)
        #expect(throws: PackageError.self) { try store.package("c", Self.options()) }
        #expect(try names(in: store.folder.path) == ["store.tmf"])
    }

    @Test func `versions that share a label are told apart, and states follow what is in force`() throws {
        let store = try FlatStore()
        let number = try store.file("record").number
        for (ordinal, status) in [(2, VersionStatus.approved), (3, .draft)] {
            let staged = try store.store.content.stage(token: "v\(ordinal)", name: nil) {
                try $0([UInt8(ordinal)][...])
            }
            try store.store.record(
                [
                    .versionFiled(
                        number, ordinal: ordinal, VersionFacts(label: "1", status: status, content: staged.content))
                ],
                in: "ABC-101", by: .test, staged: [staged])
        }
        let path = try store.package("out", Self.options()).path

        var reader = try EMSReader(opening: path.appending("data/exchange.xml"), source: "x", isLenient: false)
        var objects: [EMSObject] = []
        while let object = try reader.next() { objects.append(object) }

        #expect(objects.map(\.version) == ["1", "1 (2)", "1 (3)"])
        #expect(objects.map(\.state) == [.superseded, .current, .obsolete])
        #expect(objects.map { $0.metadata(.status) } == ["approved", "approved", "draft"])
        #expect(objects.map { $0.metadata(.label) } == ["", "1", "1"])
        #expect(objects[1].files.first?.audit.map(\.kind) == [.new])
        #expect(objects[1].files.first?.audit.first?.user == "tester")
        #expect(objects[1].files.first?.audit.first?.event.contains("because the test says so") == true)
    }

    @Test func `a damaged content is left out of the exchange, and listed`() throws {
        let store = try FlatStore()
        try store.file("one")
        let bad = try store.file("two")
        try store.damage(bad.digest) { $0.append(1) }
        var options = Self.options()
        options.allowsFailures = true

        let report = try store.package("out", options).report

        #expect(report.exchange?.objects == 1)
        #expect(report.exchange?.notExported.map(\.document) == [bad.number])
        let list = String(decoding: try bytes(of: store.folder("out/data/not-exchanged.csv")), as: UTF8.self)
        #expect(list.contains("D-000002,1,"))
    }
}
