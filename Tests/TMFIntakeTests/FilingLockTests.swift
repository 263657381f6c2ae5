import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// A locked place takes addenda only, and nothing else gets past the store.
@Suite struct FilingLockTests {
    private let desk: ImportDesk
    private let site = Scope.site(.germany, "101")

    init() throws { desk = try ImportDesk() }

    private func filing(_ by: Attribution = .test) throws -> Filing {
        try Filing(store: desk.store, study: "ABC-101", model: ReferenceModel.sample(), by: by)
    }

    private func facts(_ scope: Scope) -> DocumentFacts {
        DocumentFacts(artifact: .investigatorCV, scope: scope, title: "CV")
    }

    private func file(_ text: String, in scope: Scope, isAddendum: Bool = false, by: Attribution = .test) throws
        -> Document
    {
        try filing(by).file(
            desk.folder.write(text, to: "\(text).txt"), facts(scope), VersionFacts(isAddendum: isAddendum))
    }

    private func lock(_ scope: Scope) throws {
        let seq = try desk.store.head(of: "ABC-101")?.seq ?? 0
        _ = try filing().lock(Locking(scope: scope, gate: "close-out", judged: seq))
    }

    /// Throws unless the body is refused because of a lock and leaves the journal as it was.
    private func expectLocked(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let head = try desk.store.head(of: "ABC-101")
        let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) { try body() }
        guard case .locked = error else {
            Issue.record("\(String(describing: error))", sourceLocation: sourceLocation)
            return
        }
        #expect(try desk.store.head(of: "ABC-101") == head, sourceLocation: sourceLocation)
    }

    @Test func `every change of a locked site is refused, and elsewhere work goes on`() throws {
        let filed = try file("one", in: site).number
        let other = try file("two", in: .site(.germany, "102")).number
        let address = SlotAddress(artifact: .investigatorCV, scope: site)
        let elsewhere = SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102"))
        let link = DocumentLink(document: other, relation: .supports, target: filed)
        let raised = try filing().raiseIssue("x", severity: .minor, document: filed).statement.number
        try lock(site)

        try expectLocked { _ = try file("three", in: site) }
        try expectLocked {
            _ = try filing().signpost(facts(site), VersionFacts(url: "https://example.org"))
        }
        try expectLocked { _ = try filing().revise(filed, with: desk.folder.write("v2", to: "v2"), VersionFacts()) }
        try expectLocked { _ = try filing().amend(filed, setting: [("title", "x")]) }
        try expectLocked { _ = try filing().move(filed, to: elsewhere) }
        try expectLocked { _ = try filing().move(other, to: address) }
        try expectLocked { _ = try filing().withdraw(filed) }
        try expectLocked { _ = try filing().review(filed, outcome: .accepted) }
        try expectLocked { try filing().waive(address) }
        try expectLocked { try filing().link(link) }
        try expectLocked { _ = try filing().raiseIssue("y", severity: .minor, scope: site) }
        try expectLocked { _ = try filing().answerIssue(raised, "y") }
        try expectLocked { _ = try filing().closeIssue(raised) }
        try expectLocked {
            try filing().override(OverriddenBlocker(gate: "close-out", blocker: "b", scope: site))
        }
        var study = Study.sample
        study.countries[0].sites[0].closed = Day("2026-01-01")
        try expectLocked { _ = try StudyApplying.apply(study, to: desk.store, by: .test) }
        study = .sample
        study.countries[0].sites[0].people.removeLast()
        try expectLocked { _ = try StudyApplying.apply(study, to: desk.store, by: .test) }
        #expect(try names(in: desk.store.root.appending("incoming")) == [])

        _ = try filing().amend(other, setting: [("title", "x")])
        _ = try filing().raiseIssue("z", severity: .minor)
        study = .sample
        study.countries[0].sites[1].closed = Day("2026-01-01")
        _ = try StudyApplying.apply(study, to: desk.store, by: .test)
    }

    @Test func `an addendum is filed with a reason, marked, and reviewed`() throws {
        let filed = try file("one", in: site).number
        try lock(.country(.germany))

        #expect(throws: InputProblems.self) { try file("two", in: site, isAddendum: true, by: .testWithoutReason) }
        let addendum = try file("two", in: site, isAddendum: true)
        let revised = try filing().revise(
            filed, with: desk.folder.write("v2", to: "v2.txt"), VersionFacts(isAddendum: true))
        let signpost = try filing().signpost(facts(site), VersionFacts(url: "https://example.org", isAddendum: true))
        #expect(addendum.versions[0].facts.isAddendum && signpost.versions[0].facts.isAddendum)
        #expect(revised.versions.map(\.facts.isAddendum) == [false, true])
        #expect(try desk.store.document(filed, in: "ABC-101") == revised)
        #expect(try desk.store.history(of: filed, in: "ABC-101").last?.line.contains("\"addendum\":true") == true)

        let accepted = try filing().review(filed, outcome: .accepted)
        #expect(accepted.versions[1].facts.status == .approved && accepted.versions[1].facts.isAddendum)
        try expectLocked { _ = try filing().review(filed, version: 1, outcome: .returned) }
        try expectLocked { _ = try filing().amend(addendum.number, setting: [("title", "x")]) }
    }

    @Test func `an addendum is one only where the place is locked`() throws {
        try lock(site)
        #expect(throws: InputProblems.self) { try file("one", in: .site(.germany, "102"), isAddendum: true) }
        #expect(throws: InputProblems.self) {
            try filing().signpost(
                facts(.site(.france, "201")), VersionFacts(url: "https://x.example", isAddendum: true))
        }
        #expect(try desk.store.snapshot(of: "ABC-101").documents == [])
    }

    @Test func `a store asked directly refuses an addendum without a reason`() throws {
        try lock(site)
        let event = JournalEvent.documentFiled(
            DocumentNumber(1), facts(site), VersionFacts(url: "https://x.example", isAddendum: true))
        for reason in [nil, "", " \n"] {
            let by = Attribution(actor: "a", host: "h", reason: reason)
            #expect(throws: StoreError.self) { try desk.store.record([event], in: "ABC-101", by: by) }
        }
        try desk.store.record([event], in: "ABC-101", by: .test)
    }

    @Test func `a lock holds only for the journal that the gate was judged by, and only once`() throws {
        let seq = try desk.store.head(of: "ABC-101")?.seq ?? 0
        #expect(throws: StoreError.self) {
            try filing().lock(Locking(scope: site, gate: "close-out", judged: seq - 1))
        }
        try lock(.country(.germany))
        #expect(throws: InputProblems.self) { try lock(site) }
        #expect(throws: InputProblems.self) { try lock(.country(.germany)) }
        #expect(throws: InputProblems.self) { try filing().unlock(site) }
        #expect(throws: InputProblems.self) { try filing(.testWithoutReason).unlock(.country(.germany)) }
        #expect(throws: InputProblems.self) { try filing().unlock(.trial) }
        try filing().unlock(.country(.germany))
        _ = try file("one", in: site)
        #expect(try desk.store.locks(of: "ABC-101") == [])
    }

    @Test func `a batch that touches a locked place records nothing`() throws {
        try lock(site)
        let head = try desk.store.head(of: "ABC-101")
        let good = JournalEvent.documentFiled(
            DocumentNumber(1), facts(.site(.germany, "102")), VersionFacts(url: "https://x"))
        let bad = JournalEvent.documentFiled(DocumentNumber(2), facts(site), VersionFacts(url: "https://x"))
        #expect(throws: StoreError.self) { try desk.store.record([good, bad], in: "ABC-101", by: .test) }
        #expect(try desk.store.head(of: "ABC-101") == head)
        let unlock = JournalEvent.oversight(.placeUnlocked(site))
        try desk.store.record([unlock, good, bad], in: "ABC-101", by: .test)
        #expect(try desk.store.snapshot(of: "ABC-101").documents.count == 2)
    }

    @Test func `an import into a locked study is refused, and with addenda files each marked`() throws {
        try desk.folder.write("one", to: "in/one.txt")
        try desk.folder.write("path,artifact,site,title\none.txt,05.02.04,101,One\n", to: "in/list.csv")
        func run(_ change: (inout Importing.Options) -> Void = { _ in }, by: Attribution = .test) throws -> ImportReport
        {
            var options = Importing.Options(manifest: desk.folder("in/list.csv"))
            change(&options)
            return try Importing(store: desk.store, study: "ABC-101", model: .sample(), by: by)
                .run(IntakeSource(desk.folder("in")), options)
        }
        #expect(try run().filed == 1)
        try lock(.trial)
        #expect(try run().unchanged == 1, "nothing changes, so nothing is refused")

        try desk.folder.write("two", to: "in/two.txt")
        try desk.folder.write(
            "path,artifact,site,title\none.txt,05.02.04,101,Other title\ntwo.txt,05.02.04,102,Two\n", to: "in/list.csv")
        try expectLocked { _ = try run() }
        try expectLocked { _ = try run { $0.isDryRun = true } }
        #expect(throws: InputProblem.self) { try run({ $0.isAddendum = true }, by: .testWithoutReason) }
        let report = try run { $0.isAddendum = true }
        #expect(report.filed == 1 && report.unchanged == 1 && report.amended == 0 && report.failed == 0)
        #expect(report.notices.contains { $0.message.contains("was not corrected") })
        let documents = try desk.store.snapshot(of: "ABC-101").documents
        #expect(documents.map { $0.versions[0].facts.isAddendum } == [false, true])
        #expect(documents[0].facts.title == "One")
    }
}
