import TMFModel
import TMFReview
import Testing

/// A sequence that is the same for the same seed: a failing case can be run again.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct PropertyTests {
    private let rules = [
        rule("plan", plan, .trial, due: "02"), rule("insurance", insurance, .country, due: "02", atLeast: 2),
        rule("cv", resume, .site, subject: .person(roles: ["principal-investigator"])), rule("log", log, .site),
    ]
    private let places: [(ArtifactNumber, String, String?)] = [
        (plan, "trial", nil), (insurance, "DEU", nil), (resume, "DEU/101", "p-1"), (resume, "DEU/101", "p-9"),
        (log, "DEU/101", nil), (list, "trial", nil),
    ]

    private func anyDocument(_ number: Int, _ random: inout Seeded, status: VersionStatus? = nil) -> Document {
        let place = places[Int.random(in: places.indices, using: &random)]
        let expires = status == nil && Bool.random(using: &random) ? "2026-01-31" : nil
        return document(
            number, place.0, place.1, person: place.2,
            versions: [
                version(
                    status: status ?? VersionStatus.allCases.randomElement(using: &random) ?? .filed,
                    expires: expires, text: "\(number)")
            ])
    }

    @Test(arguments: 1...40)
    func `one more approved document never lowers completeness`(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        var documents: [Document] = []
        for number in 1...12 {
            let before = binder(documents, rules: rules).tally
            let more = documents + [anyDocument(number, &random, status: .approved)]
            let after = binder(more, rules: rules).tally

            #expect(after.complete >= before.complete)
            #expect(after.due == before.due)
            documents.append(anyDocument(number, &random))
        }
    }

    @Test(arguments: 1...20)
    func `the order of filing does not matter`(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let documents = (1...15).map { anyDocument($0, &random) }
        let renumbered = documents.shuffled(using: &random).enumerated().map { place, document in
            Document(number: DocumentNumber(place + 1), facts: document.facts, versions: document.versions)
        }

        let one = binder(documents, rules: rules)
        let other = binder(renumbered, rules: rules)
        #expect(one.slots.map(\.state) == other.slots.map(\.state))
        #expect(StatusReport(binder: one) == StatusReport(binder: other))
    }

    @Test(arguments: 1...20)
    func `a waiver taken back leaves everything as it was`(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let documents = (1...5).map { anyDocument($0, &random) }
        let start = binder(documents, rules: rules)
        let waived = binder(documents, rules: rules, waivers: [waiver(log, "DEU/101")])
        let back = binder(documents, rules: rules, waivers: [])

        #expect(waived.tally(artifact: log).complete == 1)
        #expect(back.slots == start.slots)
        #expect(back.findings == start.findings)
    }

    @Test(arguments: 1...20)
    func `every document stands in exactly one list`(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let documents = (1...30).map { anyDocument($0, &random) }
        let binder = binder(documents, rules: rules)

        let listed = smallModel.artifacts.flatMap { binder.documents(at: $0.number) }.map(\.number).sorted()
        #expect(listed == documents.map(\.number))
        #expect(binder.tally.documents == 30)
    }
}
