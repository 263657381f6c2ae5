import TMFModel
import TMFTestSupport

/// The events that file a large study's documents: most of what rules ask for, then more at the same places.
struct LargeFiling {
    private(set) var filed = 0
    private let asked: [SlotAddress]
    private let places: [SlotAddress]
    private var random = SeededGenerator(seed: 3)
    /// What a version, by its document's number and its ordinal, holds.
    private let content: (_ number: Int, _ ordinal: Int) throws -> Content

    init(
        _ large: LargeStudy, model: ReferenceModel, rules: [ExpectationRule],
        content: @escaping (_ number: Int, _ ordinal: Int) throws -> Content
    ) {
        self.content = content
        var asked: [SlotAddress] = []
        for rule in rules where rule.expectation != .no {
            for scope in large.study.scopes(at: rule.level) {
                let address = SlotAddress(artifact: rule.artifact, subArtifact: rule.subArtifact, scope: scope)
                guard case .person(let roles) = rule.subject else {
                    asked.append(address)
                    continue
                }
                for person in large.study.people(in: scope) where roles.contains(person.role) {
                    var address = address
                    address.person = person.id
                    asked.append(address)
                }
            }
        }
        // Filed in an order in which no place comes next to itself, as records arrive.
        asked.shuffle(using: &random)
        self.asked = asked
        places = model.artifacts.flatMap { artifact in
            artifact.levels.sorted().flatMap { large.study.scopes(at: $0) }.map {
                SlotAddress(artifact: artifact.number, scope: $0)
            }
        }
    }

    /// Files the next `count` documents: one in twelve places stays empty, one document in ten has a second version,
    /// one in ten is reviewed, of these one in ten returned, one in forty lapses.
    mutating func next(_ count: Int, on today: Day) throws -> [JournalEvent] {
        var events: [JournalEvent] = []
        for _ in 0..<count {
            filed += 1
            let number = DocumentNumber(filed)
            let isAsked = filed <= asked.count && !filed.isMultiple(of: 12)
            var address = isAsked ? asked[filed - 1] : places[Int.random(in: places.indices, using: &random)]
            // Eight versions of the protocol, with their amendments.
            if filed <= 8, let artifact = ArtifactNumber("02.01.02") {
                address = .init(artifact: artifact, scope: .trial)
            }
            let facts = DocumentFacts(
                artifact: address.artifact, subArtifact: address.subArtifact, scope: address.scope,
                person: address.person, title: "Record \(filed) of \(address.scope)", key: "k-\(filed)")
            try events.append(.documentFiled(number, facts, version(1, of: filed, on: today)))
            review(filed, 1, &events)
            if filed.isMultiple(of: 10) {
                try events.append(.versionFiled(number, ordinal: 2, version(2, of: filed, on: today)))
                review(filed, 2, &events)
            }
        }
        return events
    }

    private func version(_ ordinal: Int, of number: Int, on today: Day) throws -> VersionFacts {
        let dated = today.adding(days: -(number % 45))
        let content = try content(number, ordinal)
        let name = "record-\(number)-\(ordinal).\(content.mediaType == "text/plain" ? "txt" : "pdf")"
        return VersionFacts(
            label: "\(ordinal).0", documentDate: dated, receivedDate: dated.adding(days: 3),
            expiryDate: number.isMultiple(of: 40) ? dated.adding(days: 700) : nil,
            status: isReviewed(number) ? .filed : .approved,
            source: Source(path: "site/\(number % 1_000)/\(name)"), originalName: name, content: content)
    }

    private func isReviewed(_ number: Int) -> Bool { number % 10 == 3 }

    private func review(_ number: Int, _ version: Int, _ events: inout [JournalEvent]) {
        guard isReviewed(number) else { return }
        events.append(
            .qualityReviewed(
                QualityReview(
                    document: DocumentNumber(number), version: version,
                    outcome: number % 100 == 13 ? .returned : .accepted, from: .filed)))
    }
}
