import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Moves, reviews, waivers and certifications from tables.
@Suite struct BulkChangesTests {
    private let bulk: BulkDesk
    private let site = Scope.site(.germany, "102")

    init() throws { bulk = try BulkDesk() }

    @Test func `changed cells of a place move documents`() throws {
        let plan = try bulk.filing.planMoves(
            from: bulk.table(
                "document,title,site,person", "D-000001,CV one,102,", "D-000002,Other title,101,p-beispiel",
                "D-000003,CV three,102,p-beispiel"))
        #expect(
            plan.changes.map { "\($0.row ?? 0) \($0.field): \($0.from) > \($0.to)" }
                == ["2 site: 101 > 102", "2 person: p-beispiel > ", "4 site: 101 > 102"])
        #expect(plan.notices.map { "\($0.row ?? 0):\($0.column ?? "")" } == ["3:title"])
        try bulk.filing.record(plan)
        #expect(try bulk.document(1).facts.scope == site)
        #expect(try bulk.document(1).facts.person == nil)
        #expect(try bulk.document(2).facts.title == "CV two")
        #expect(try bulk.document(3).facts.person == "p-beispiel")

        let undo = try #require(plan.undoing)
        let back = try bulk.filing.planMoves(
            from: bulk.desk.folder.write(String(decoding: undo, as: UTF8.self), to: "back.csv"))
        try bulk.filing.record(back)
        #expect(try bulk.document(1).facts == DocumentFacts(copying: FilingDesk.place, title: "CV one"))
    }

    @Test func `impossible places are refused by row and column`() throws {
        #expect(
            try bulk.refusals {
                try bulk.filing.planMoves(
                    from: bulk.table(
                        "document,artifact,level,country,site,person", "D-000001,99.99.99,site,DEU,101,p-beispiel",
                        "D-000002,05.02.04,country,DEU,101,p-beispiel", "D-000003,05.02.04,site,DEU,999,p-nobody"))
            } == ["2:artifact", "3:site", "4:site", "4:person"])
    }

    @Test func `reviews are taken from a listing, held against the bytes that were looked at`() throws {
        let digest = try #require(try bulk.document(1).versions.first?.facts.content?.digest.description)
        let plan = try bulk.filing.planReviews(
            from: bulk.table("document,version,sha256,risk", "D-000001,1,\(digest),4", "D-000002,,,2"),
            outcome: .accepted)
        #expect(plan.changes.map(\.to) == ["approved", "approved"])
        try bulk.filing.record(plan)
        #expect(try bulk.document(2).versions[0].facts.status == .approved)
        #expect(try bulk.document(3).versions[0].facts.status == .filed)

        #expect(
            try bulk.refusals {
                try bulk.filing.planReviews(
                    from: bulk.table("document,sha256", "D-000001,", "D-000003,\(digest)", "D-000003,", "D-000007,"),
                    outcome: .accepted)
            } == ["2:", "3:sha256", "4:document", "5:document"])
    }

    @Test func `returns take their code from the row, else from the command`() throws {
        let table = try bulk.table("document,code", "D-000001,illegible", "D-000002,")
        try bulk.filing.record(bulk.filing.planReviews(from: table, outcome: .returned, code: "incomplete"))
        let codes = try [1, 2].map { number -> String? in
            let event = try bulk.desk.store.history(of: DocumentNumber(number), in: "ABC-101").last?.event
            guard case .qualityReviewed(let review) = event else { return nil }
            return review.code
        }
        #expect(codes == ["illegible", "incomplete"])
        #expect(
            try bulk.refusals {
                try bulk.filing.planReviews(
                    from: bulk.table("document,code", "D-000003,nonsense"), outcome: .returned)
            } == ["2:"])
    }

    @Test func `waivers are taken from a listing of what is missing, and lifted by one`() throws {
        let table = try bulk.table(
            "rule,artifact,level,country,site,person,due,name", "E-1,05.02.04,site,DEU,101,p-beispiel,2024-01-01,CV",
            "E-1,05.02.04,site,DEU,102,,,CV")
        let plan = try bulk.filing.planWaivers(from: table)
        #expect(plan.changed == 2)
        try bulk.filing.record(plan)
        #expect(try bulk.desk.store.waivers(of: "ABC-101").count == 2)
        let again = try bulk.filing.planWaivers(from: table)
        #expect(again.changed == 0)
        #expect(again.notices.count == 2)
        try bulk.filing.record(bulk.filing.planWaivers(from: table, lifting: true))
        #expect(try bulk.desk.store.waivers(of: "ABC-101") == [])
        #expect(
            try bulk.refusals {
                try bulk.filing.planWaivers(
                    from: bulk.table(
                        "artifact,level,country,site,renews,protocol_version", "05.02.04,site,DEU,101,soon,",
                        "05.02.04,site,DEU,999,,", "x,site,DEU,101,,", "05.02.04,site,DEU,101,,1"))
            } == ["2:renews", "3:site", "4:artifact", "5:protocol_version"])
    }

    @Test func `copies are certified in one go, and originals never`() throws {
        let today = try #require(Day("2026-03-31"))
        let all = CopyCertification(by: "QA", on: today, method: "page by page")
        let plan = try bulk.filing.planCertifications(
            from: bulk.table("document,certified_by", "D-000001,", "D-000002,Dr. Other"), all, today: today)
        try bulk.filing.record(plan)
        #expect(
            try bulk.document(2).versions[0].facts.copy
                == CopyStatement(
                    kind: .certifiedCopy, certifiedBy: "Dr. Other", certifiedOn: today,
                    certifiedMethod: "page by page"))
        #expect(
            try bulk.filing.planCertifications(of: [DocumentNumber(1)], all, today: today).changed == 0)

        _ = try bulk.filing.amend(DocumentNumber(3), setting: [("copy", "original")])
        #expect(
            try bulk.refusals {
                try bulk.filing.planCertifications(
                    from: bulk.table(
                        "document,certified_on", "D-000003,", "D-000002,", "D-000001,2026-04-01", "D-1x,"), all,
                    today: today)
            } == ["2:copy", "3:certified_by", "4:certified_on", "5:document"])
        #expect(
            try bulk.refusals {
                try bulk.filing.planCertifications(
                    from: bulk.table("document", "D-000001"), CopyCertification(by: "QA", on: today), today: today)
            } == ["2:certified_method"])
    }
}

extension DocumentFacts {
    fileprivate init(copying facts: DocumentFacts, title: String) {
        self = facts
        self.title = title
    }
}
