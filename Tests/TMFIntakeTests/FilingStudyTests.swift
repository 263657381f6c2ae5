import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct FilingStudyTests {
    private let desk: FilingDesk

    init() throws { desk = try FilingDesk() }

    private func changed(_ edit: (inout Study) -> Void) -> Study {
        var study = Study.sample
        edit(&study)
        return study
    }

    @Test func `the same study file applied again changes nothing`() throws {
        let head = try desk.store.head(of: "ABC-101")
        #expect(try StudyApplying.changes(to: .sample, in: desk.store) == [])
        #expect(try StudyApplying.apply(.sample, to: desk.store, by: .test) == [])
        #expect(try desk.store.head(of: "ABC-101") == head)
        #expect(try desk.store.currentStudy("ABC-101") == .sample)
    }

    @Test func `a changed study file is one entry, shown before it is applied`() throws {
        let study = changed {
            $0.title = "Renamed"
            $0.countries[1].sites.append(Study.Site(id: "202", name: "Autre"))
            $0.countries[0].sites[0].people.removeLast()
        }
        let shown = try StudyApplying.changes(to: study, in: desk.store)
        #expect(
            shown.map { "\($0.entity) \($0.key)" } == [
                "study study", "site FRA/202", "person DEU/101/p-muster/sub-investigator",
            ])
        #expect(try StudyApplying.apply(study, to: desk.store, by: .test) == shown)
        #expect(try desk.store.head(of: "ABC-101")?.seq == 2)
        #expect(try desk.store.currentStudy("ABC-101") == study)
        #expect(try StudyApplying.apply(study, to: desk.store, by: .test) == [])
        #expect(try desk.store.verify().problems == [])
    }

    @Test func `what filed documents name cannot go`() throws {
        _ = try desk.file(
            "one",
            DocumentFacts(
                artifact: .investigatorCV, scope: .site(.germany, "101"), person: "p-beispiel", organization: "cro-1",
                title: "x"))
        let edits: [(String, (inout Study) -> Void)] = [
            (
                "site DEU/101",
                {
                    $0.countries[0].sites[0].people = []; $0.countries[0].sites.removeFirst()
                }
            ),
            ("country DEU", { $0.countries.removeFirst() }),
            ("person DEU/101/p-beispiel/principal-investigator", { $0.countries[0].sites[0].people.removeFirst() }),
            ("organization cro-1", { $0.organizations.removeFirst() }),
        ]
        for (column, edit) in edits {
            let problems = try desk.refusals {
                _ = try StudyApplying.apply(changed(edit), to: desk.store, by: .test)
            }
            #expect(problems.contains { $0.column == column }, "\(problems)")
            #expect(problems.allSatisfy { $0.message.contains("named by 1 document, such as D-000001") })
        }
    }

    @Test func `what no document names may go, also when its name begins another's`() throws {
        _ = try desk.file()
        _ = try StudyApplying.apply(
            changed { $0.countries[0].sites.append(Study.Site(id: "10")) }, to: desk.store, by: .test)
        let problems = try desk.refusals {
            let study = changed {
                $0.countries[0].sites[0].people = []
                $0.countries[0].sites.removeFirst()
            }
            _ = try StudyApplying.apply(study, to: desk.store, by: .test)
        }
        #expect(Set(problems.map(\.column)) == ["site DEU/101", "person DEU/101/p-beispiel/principal-investigator"])
        #expect(try StudyApplying.apply(.sample, to: desk.store, by: .test).map(\.key) == ["DEU/10"])
    }

    @Test func `a person may change site, and a withdrawn document holds nothing back`() throws {
        let number = try desk.file().number
        let moved = changed {
            let person = $0.countries[0].sites[0].people.removeFirst()
            $0.countries[0].sites[1].people.append(person)
        }
        #expect(try StudyApplying.apply(moved, to: desk.store, by: .test).count == 2)
        _ = try desk.filing.withdraw(number)
        let gone = changed { $0.countries.removeFirst() }
        _ = try StudyApplying.apply(gone, to: desk.store, by: .test)
        #expect(try desk.store.currentStudy("ABC-101")?.countries.map(\.code) == [.france])
        #expect(try desk.store.verify().problems == [])
    }
}
