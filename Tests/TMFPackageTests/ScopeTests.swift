import Foundation
import SystemPackage
import TMFFormats
import TMFModel
@testable import TMFPackage
import TMFReview
import TMFStore
import TMFTestSupport
import Testing

/// A package of a part of the file: what it holds, what it withholds, and that nothing of the rest is in it.
@Suite struct ScopeTests {
    static let selections: [RecordSelection] = [
        RecordSelection(branches: ["01", "02.01"], blinding: .both), RecordSelection(places: [.country(.germany)]),
        RecordSelection(places: [.site(.germany, "101")], takesEnclosingPlaces: true, part: .investigator),
        RecordSelection(part: .sponsor), RecordSelection(blinding: .unblinded),
        RecordSelection(standings: [.filed, .draft]),
        RecordSelection(from: Day("2025-01-01"), through: Day("2025-06-30")),
        RecordSelection(people: ["p-nobody"]),
    ]

    @Test(arguments: ScopeTests.selections)
    func `a package holds its scope, adds up, and gives nothing of the rest away`(selection: RecordSelection) throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let whole = try sample.store.snapshot(of: SampleStore.study)
        let model = try BundledReferenceModel.load(whole.study.model).model
        let path = folder("part")
        let writing = try PackageWriting(
            store: sample.store, study: SampleStore.study,
            PackageOptions(
                format: .folder, selection: selection,
                exchange: selection.places.isEmpty ? nil : ExchangeOptions(agreement: "EA-1")))
        let report = try writing.write(to: path)

        let out = whole.documents.filter { selection.withholds($0, model: model) != nil }
        let versions = whole.documents.reduce(0) { $0 + $1.versions.count }
        #expect(report.isConserved && report.versionsInStore == versions)
        #expect(Set(report.excluded.map(\.document)).isSuperset(of: out.map(\.number)))
        #expect(report.documents + report.excluded.count == whole.documents.count)

        let checked = try PackageVerifying(path).verify()
        #expect(checked.problems == [])
        #expect(checked.journalHead == whole.head?.hash)
        #expect(checked.withheldEntries > 0 || report.excluded.isEmpty)

        let package = try OpenPackage(path)
        #expect(package.selection == selection)
        #expect(try package.snapshot().documents.count == report.documents)
        #expect(Set(package.withheld.map(\.document)) == Set(report.excluded.map(\.document)))

        let kept = Set(whole.documents.map(\.number)).subtracting(report.excluded.map(\.document))
        try PackageSearch(path).expectNothing(
            of: whole.documents.filter { !kept.contains($0.number) },
            whole.documents.filter { kept.contains($0.number) },
            in: sample.store, model)
    }

    @Test func `the parts of the open and the unblinded team make the whole`() throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let open = try sample.package(.folder).report
        let unblinded = try PackageWriting(
            store: sample.store, study: SampleStore.study,
            PackageOptions(format: .folder, selection: RecordSelection(blinding: .unblinded))
        ).write(to: folder("unblinded"))

        #expect(open.versions + unblinded.versions == open.versionsInStore)
        #expect(unblinded.versions == open.excluded.reduce(0) { $0 + $1.versions } && unblinded.versions > 0)
    }

    @Test func `nothing is expected outside the scope`() throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let selection = RecordSelection(branches: ["05"], places: [.country(.germany)])
        _ = try PackageWriting(
            store: sample.store, study: SampleStore.study, PackageOptions(format: .folder, selection: selection)
        ).write(to: folder("part"))

        for binder in [
            try OpenPackage(folder("part")).binder(),
            try Binder.judging(
                sample.store.snapshot(of: SampleStore.study), within: selection, asOf: OpenPackage(folder("part")).asOf),
        ] {
            #expect(!binder.slots.isEmpty)
            #expect(binder.slots.allSatisfy { $0.address.artifact.zone == 5 && $0.address.scope.country == .germany })
            #expect(
                binder.findings.allSatisfy { $0.document != nil || $0.artifact == nil || $0.artifact?.zone == 5 })
        }
    }

    @Test func `what is told of a package says what it holds`() throws {
        let sample = try SampleStore.shared()
        let folder = try TemporaryFolder()
        let selection = RecordSelection(places: [.site(.germany, "101")], part: .investigator)
        _ = try PackageWriting(
            store: sample.store, study: SampleStore.study, PackageOptions(format: .zip, selection: selection)
        ).write(to: folder("part.zip"))
        _ = try run("unzip", "-q", folder("part.zip").string, "-d", folder("out").string)
        let base = try #require(try names(in: folder("out")).first)
        let bag = folder("out").appending(base)

        #expect(base == "ABC-101-tmf-2026-11-03-deu-101-investigator")
        let info = String(decoding: try bytes(of: bag.appending("bag-info.txt")), as: UTF8.self)
        #expect(info.contains("TMF-Scope-In-Words: site DEU/101, the investigator part, without restricted records"))
        for name in ["index.html", "viewer/about.html"] {
            let page = try? String(decoding: bytes(of: bag.appending("data").appending(name)), as: UTF8.self)
            if let page { #expect(page.contains("site DEU/101, the investigator part"), "\(name)") }
        }
        let withheld = String(decoding: try bytes(of: bag.appending("data/withheld.csv")), as: UTF8.self)
        #expect(withheld.contains("outside the scope: place") && withheld.contains("not for the investigator"))
    }

    @Test func `words that name a withheld record are withheld, too`() throws {
        let desk = try FlatStore()
        let plain = try desk.file("Curriculum vitae")
        let secret = try desk.file("Allocation of everyone to arms", isRestricted: true)
        let telling = try desk.file("Note to file", name: "copy of allocation of EVERYONE to arms.txt")
        let old = try desk.file("Unmasked kits of May", isRestricted: true)
        try desk.record(
            .documentAmended(
                old.number, version: nil,
                [FactChange(field: "title", from: "Unmasked kits of May", to: "Kits (see \"list\")")]))
        let address = SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102"))
        func record(_ event: JournalEvent, because reason: String) throws {
            try desk.store.record(
                [event], in: "ABC-101", by: Attribution(actor: "tester", host: "desk", reason: reason))
        }
        try record(.slotWaived(address), because: "it is in Allocation of everyone to arms")
        let issue = try #require(IssueNumber("Q-0001"))
        try record(
            .oversight(
                .issueRaised(
                    IssueStatement(
                        number: issue, text: "Who read the unmasked KITS of may?", severity: .major, scope: .trial))),
            because: "seen")
        try record(.oversight(.issueAnswered(issue, nil, text: "Nobody at the depot", capa: nil)), because: "asked")
        try record(.oversight(.issueClosed(issue, nil, capa: nil)), because: "settled")
        try record(.studyChanged([]), because: "Kits (see \"list\")")
        try record(.documentWithdrawn(plain.number), because: "no longer needed")

        let (path, report) = try desk.package("open", PackageOptions(format: .folder))

        #expect(report.excluded.map(\.document) == [secret.number, telling.number, old.number])
        #expect(report.excluded.map(\.reason)[1] == "names a withheld record")
        #expect(report.isConserved)
        try PackageSearch(path).expectNo(
            ["Allocation of everyone", "Unmasked kits", "Kits (see", "it is in", "Who read", "Nobody at the depot"])
        #expect(try PackageVerifying(path).verify().problems == [])
        let package = try OpenPackage(path)
        #expect(try package.snapshot().waivers == [] && package.snapshot().oversight.issues == [])
        #expect(try package.snapshot().documents.map(\.number) == [plain.number])
        #expect(try package.binder().study == Study.sample)
    }

    @Test func `what the open records say anyway keeps nothing back`() throws {
        let desk = try FlatStore()
        try desk.file("Delegation log of the site", site: "101")
        try desk.file("Delegation log of the site", site: "102")
        try desk.record(.slotWaived(SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102"))))
        try desk.store.record(
            [.slotWaived(SlotAddress(artifact: .ethicsApproval, scope: .country(.germany)))], in: "ABC-101",
            by: Attribution(actor: "a", host: "h", reason: "see the Delegation log of the site"))

        let report = try desk.package(
            "part", PackageOptions(format: .folder, selection: RecordSelection(places: [.site(.germany, "101")]))
        ).report

        #expect(report.documents == 1 && report.excluded.map(\.reason) == ["outside the scope: place"])
        #expect(try OpenPackage(desk.folder("part")).snapshot().waivers.count == 2)
    }

    @Test func `a scope is read back as it was written, and another program's is refused`() throws {
        for selection in ScopeTests.selections {
            #expect(try RecordSelection(json: JSON(parsing: selection.json.line)) == selection)
        }
        for text in ["{}", "[]", #"{"blinding":"open","colour":"red"}"#, #"{"blinding":"open","places":["Germany"]}"#] {
            #expect(throws: FactError.self) { try RecordSelection(json: JSON(parsing: text)) }
        }
    }
}
