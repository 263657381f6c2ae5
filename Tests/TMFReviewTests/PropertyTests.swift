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
    func `a waiver completes its own slot and changes no other`(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let documents = (1...5).map { anyDocument($0, &random) }
        let start = binder(documents, rules: rules)
        let waived = binder(documents, rules: rules, waivers: [waiver(log, "DEU/101")])

        #expect(waived.tally(artifact: log).complete == 1)
        #expect(waived.slots.filter { $0.address.artifact != log } == start.slots.filter { $0.address.artifact != log })
    }

    /// Rules of every kind but those per protocol version, for which a new protocol version rightly asks for more.
    private func rulesOfAllKinds() throws -> [ExpectationRule] {
        [
            try written("plan", plan, .trial, [.due: "02+0", .count: "2"]),
            try written("insurance", insurance, .country, [.due: "02+0", .subject: "renewal"]),
            try written("consent", insurance, .country, [.due: "02+0", .subject: "language"]),
            try written(
                "cv", resume, .site,
                [.due: "03+0", .subject: "person:principal-investigator", .shared: "anywhere", .validity: "+24 months"]),
            try written("log", log, .site, [.due: "03+30", .count: "..2", .when: "status:open"]),
            try written("list", list, .trial, [.due: "expiry_date@02.01.01+0"]),
        ]
    }

    private let several: Study = {
        var study = study(sites: [
            .init(
                id: "101", activated: day("2024-03-01"), people: [principal, .init(id: "p-9", name: "B", role: "x")]),
            .init(id: "102", activated: day("2024-05-01"), people: [principal, principal]), .init(id: "103"),
        ])
        study.countries[0].languages = ["de", "tr"]
        study.countries.append(.init(code: country("FRA")))
        return study
    }()

    private func anyRecord(_ number: Int, _ random: inout Seeded, status: VersionStatus? = nil) -> Document {
        let all = places + [(resume, "DEU/102", "p-1"), (log, "DEU/102", nil), (insurance, "FRA", nil)]
        let place = all[Int.random(in: all.indices, using: &random)]
        let expiries: [String?] = [nil, "2025-06-30", "2026-01-31", "2026-12-31"]
        return document(
            number, place.0, place.1, person: place.2,
            language: [nil, "de", "tr"].randomElement(using: &random) ?? nil,
            versions: [
                version(
                    status: status ?? VersionStatus.allCases.randomElement(using: &random) ?? .filed,
                    dated: ["2023-01-01", "2025-01-01"].randomElement(using: &random),
                    expires: expiries.randomElement(using: &random) ?? nil, text: "\(number)")
            ])
    }

    @Test(arguments: 1...40)
    func `with rules of every kind, one more approved document never lowers completeness`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        // The due date of `list` follows the records themselves: it is left out here.
        let rules = try rulesOfAllKinds().dropLast()
        var documents: [Document] = []
        for number in 1...15 {
            let before = binder(documents, rules: Array(rules), study: several).tally
            let more = documents + [anyRecord(number, &random, status: .approved)]
            let after = binder(more, rules: Array(rules), study: several).tally

            #expect(after.complete >= before.complete)
            #expect(after.complete * before.due >= before.complete * after.due)
            documents.append(anyRecord(number, &random))
        }
    }

    @Test(arguments: 1...20)
    func `with rules of every kind, the order of filing does not matter and parts make the whole`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let documents = (1...25).map { anyRecord($0, &random) }
        let renumbered = documents.shuffled(using: &random).enumerated().map { place, document in
            Document(number: DocumentNumber(place + 1), facts: document.facts, versions: document.versions)
        }
        let one = binder(documents, rules: try rulesOfAllKinds(), study: several)
        let other = binder(renumbered, rules: try rulesOfAllKinds(), study: several)

        #expect(one.slots.map(\.state) == other.slots.map(\.state))
        #expect(one.slots.map(\.due) == other.slots.map(\.due))
        #expect(one.slots.map(\.surplus) == other.slots.map(\.surplus))
        #expect(one.unexpected().count == other.unexpected().count)
        let parts = Level.allCases.flatMap { several.scopes(at: $0) }.map { one.tally(scope: $0) }
        #expect(parts.map(\.expected).reduce(0, +) == one.tally.expected)
        #expect(parts.map(\.due).reduce(0, +) == one.tally.due)
        #expect(parts.map(\.complete).reduce(0, +) == one.tally.complete)
        #expect(Set(one.slots.map { Slot(rule: $0.rule.id, address: $0.address) }).count == one.slots.count)
    }

    private struct Slot: Hashable {
        let rule: String
        let address: SlotAddress
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
