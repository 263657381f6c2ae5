import TMFFormats
import TMFModel
import TMFReview
import Testing

/// Every stock rule at work: each asks for something somewhere, and is silent once it is there.
@Suite struct StockRuleTests {
    /// Everything reached, one site, everybody in a role, every kind of organization.
    private static func study(traits: [String]) -> Study {
        let milestones = (1...12).map { number in
            Study.Milestone(
                milestone: number < 10 ? "0\(number)" : "\(number)", actual: day("2024-03-01").adding(days: number))
        }
        let people = [
            "principal-investigator", "sub-investigator", "study-coordinator", "pharmacist", "study-nurse",
        ].map { Study.Person(id: "p-\($0)", name: $0, role: $0, from: day("2024-01-01")) }
        let kinds = [
            "cro", "central-laboratory", "local-laboratory", "central-reading", "irt-vendor", "edc-vendor",
            "other-vendor",
        ]
        return Study(
            id: "S-1", traits: traits, organizations: kinds.map { .init(id: "o-\($0)", name: $0, kind: $0) },
            milestones: milestones,
            countries: [
                .init(
                    code: country("DEU"), milestones: milestones,
                    sites: [.init(id: "101", milestones: milestones, people: people)], languages: ["de", "tr"])
            ])
    }

    /// One document for each slot, as it asks for it.
    private static func documents(_ slots: [ExpectedSlot], _ model: ReferenceModel) -> [Document] {
        slots.enumerated().map { place, slot in
            let address = slot.address
            let isProtocol = address.artifact == trialProtocol
            return Document(
                number: DocumentNumber(place + 1),
                facts: DocumentFacts(
                    artifact: address.artifact, subArtifact: address.subArtifact, scope: address.scope,
                    person: address.person, organization: address.organization, title: "Record \(place)",
                    language: address.language,
                    isRestricted: model.artifact(address.artifact)?.mayUnblind ?? false),
                versions: [
                    version(
                        label: isProtocol ? "1.0" : address.protocolVersion, dated: "2023-06-01", received: nil,
                        text: "\(place)", rule: ExpiryRule.none)
                ])
        }
    }

    private static let (model, rules): (ReferenceModel, [ExpectationRule]) = {
        do {
            let bundled = try BundledReferenceModel.load("3.3.1")
            return (bundled.model, bundled.rules)
        } catch {
            preconditionFailure("the model cannot be read: \(error)")
        }
    }()

    /// All traits that stock rules ask for, and none.
    private static let traits: [[String]] = {
        var traits: Set<String> = []
        for condition in rules.flatMap(\.conditions) {
            switch condition {
            case .trait(let trait), .noTrait(let trait): traits.insert(trait)
            default: break
            }
        }
        return [traits.sorted(), [], traits.filter { $0 != "blinded" }.sorted()]
    }()

    private static func judge(_ study: Study, _ documents: [Document]) -> Binder {
        Binder(
            snapshot: StudySnapshot(study: study, documents: documents), model: model, rules: rules,
            asOf: day("2026-03-31"))
    }

    @Test func `every rule that asks for something is missed where nothing is filed`() {
        let missed = Set(
            Self.traits.flatMap { Self.judge(Self.study(traits: $0), []).findings }.filter { $0.rule == "missing" }
                .compactMap { finding in
                    finding.explanation.first?.split(separator: " ").dropFirst().first.map(String.init)
                })

        #expect(missed == Set(Self.rules.filter { $0.expectation != .no }.map(\.id)))
    }

    @Test(arguments: 0..<3)
    func `a study in which every place is filled has no findings`(traits: Int) {
        let study = Self.study(traits: Self.traits[traits])
        // The protocol first: what is asked for each of its versions is known once it is filed.
        let first = Self.documents(
            Self.judge(study, []).slots.filter { $0.address.artifact == trialProtocol }, Self.model)
        let slots = Self.judge(study, first).slots
        let binder = Self.judge(study, Self.documents(slots, Self.model))

        #expect(binder.findings.map { "\($0.rule): \($0.message)" } == [])
        #expect(binder.slots.filter { !$0.state.isComplete } == [])
        #expect(binder.tally.due == binder.tally.expected)
        #expect(binder.unexpected() == [])
    }

    @Test func `explanations have no word that only a program would write`() {
        for traits in Self.traits {
            for slot in Self.judge(Self.study(traits: traits), []).slots {
                for sentence in slot.explanation {
                    #expect(sentence.hasSuffix("."), "\(sentence)")
                    #expect(!sentence.contains("  ") && !sentence.contains("..") && !sentence.contains(" nil"))
                }
            }
        }
    }
}
