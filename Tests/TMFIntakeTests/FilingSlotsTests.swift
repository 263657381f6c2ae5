import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@Suite struct FilingSlotsTests {
    private let desk: FilingDesk
    private let slot = SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102"))

    init() throws { desk = try FilingDesk() }

    @Test func `a place is waived with a reason, and the waiver lifted`() throws {
        try desk.refused(nil) { try desk.silent.waive(slot) }
        try desk.filing.waive(slot)
        let waiver = try #require(try desk.store.waivers(of: "ABC-101").first)
        #expect(waiver.address == slot)
        #expect(waiver.reason == Attribution.test.reason)
        try desk.filing.liftWaiver(slot)
        #expect(try desk.store.waivers(of: "ABC-101") == [])
        try desk.refused(nil) { try desk.filing.liftWaiver(slot) }
    }

    @Test func `only a place that exists can be waived`() throws {
        var address = slot
        address.scope = .site(.germany, "999")
        try desk.refused("site") { try desk.filing.waive(address) }
        address.scope = .trial
        try desk.refused("level") { try desk.filing.waive(address) }
        address = slot
        address.person = "p-nobody"
        try desk.refused("person") { try desk.filing.waive(address) }
        // A waiver for one person is none for another.
        address.person = "p-muster"
        try desk.filing.waive(address)
        try desk.refused(nil) { try desk.filing.liftWaiver(slot) }
    }

    @Test func `documents are linked once, and unlinked once`() throws {
        let one = try desk.file("one").number
        let two = try desk.file("two").number
        let link = DocumentLink(document: one, relation: .translates, target: two)
        try desk.filing.link(link)
        let seq = try desk.store.head(of: "ABC-101")?.seq
        try desk.filing.link(link)
        #expect(try desk.store.head(of: "ABC-101")?.seq == seq)
        #expect(try desk.store.links(of: "ABC-101") == [link])
        try desk.refused(nil) {
            try desk.filing.link(DocumentLink(document: one, relation: .amends, target: one))
        }
        try desk.refused(nil) {
            try desk.filing.unlink(DocumentLink(document: two, relation: .translates, target: one))
        }
        #expect(throws: StoreError.noSuchDocument("D-000009")) {
            try desk.filing.link(DocumentLink(document: one, relation: .amends, target: DocumentNumber(9)))
        }
        try desk.filing.unlink(link)
        try desk.refused(nil) { try desk.filing.unlink(link) }
        #expect(try desk.store.verify().problems == [])
    }
}
