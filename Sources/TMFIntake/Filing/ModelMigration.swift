public import TMFModel
public import TMFStore

/// What it takes to bring a study from one version of the reference model to another: by unique ID, every document to the
/// number that its artifact has there.
public struct ModelMigration: Sendable {
    /// One document that gets another number of artifact.
    public struct Move: Hashable, Sendable {
        public let document: DocumentNumber
        public let title: String
        public let from: SlotAddress
        public let to: SlotAddress
    }

    /// In the order of the documents' numbers.
    public let moves: [Move]
    /// What keeps the study from the other version.
    public let problems: [InputProblem]
    /// What is to be looked at afterwards.
    public let notices: [InputProblem]

    private let study: Study
    private let target: String

    /// Looks at all documents and waivers; changes nothing. `rules` are the stock rules of the new version.
    public init(
        _ snapshot: StudySnapshot, from old: ReferenceModel, to new: ReferenceModel, rules: [ExpectationRule]
    ) {
        study = snapshot.study
        target = new.version
        var moves: [Move] = []
        var problems: [InputProblem] = []
        var notices: [InputProblem] = []
        for document in snapshot.documents where document.withdrawal == nil {
            let facts = document.facts
            let name = document.number.description
            guard let artifact = ModelMigration.counterpart(of: facts.artifact, old, new) else {
                problems.append(
                    InputProblem(
                        source: name, column: "artifact",
                        message: "model \(new.version) has nothing for \(facts.artifact) "
                            + "(\(old.artifact(facts.artifact)?.name ?? "unknown")): move the document first (`tmf move`)"
                    ))
                continue
            }
            if !artifact.levels.contains(facts.scope.level) {
                notices.append(
                    InputProblem(
                        source: name, column: "level",
                        message:
                            "model \(new.version) does not place \(artifact.number) at \(facts.scope.level.rawValue) level"
                    ))
            }
            guard artifact.number != facts.artifact else { continue }
            var address = document.address
            address.artifact = artifact.number
            moves.append(Move(document: document.number, title: facts.title, from: document.address, to: address))
        }
        for waiver in snapshot.waivers {
            let number = waiver.address.artifact
            guard ModelMigration.counterpart(of: number, old, new)?.number != number else { continue }
            problems.append(
                InputProblem(
                    source: "waiver", column: "artifact",
                    message:
                        "\(number) is not \(number) in model \(new.version), and a waiver stays where it was given: lift it "
                        + "first, and give it again afterwards"))
        }
        var changed = snapshot.study
        changed.model = new.version
        do throws(InputProblems) {
            _ = try RuleBook(stock: rules, study: changed, model: new)
        } catch {
            problems += error.problems
        }
        self.moves = moves
        self.problems = problems
        self.notices = notices
    }

    /// Records the study's new version and every move, all or nothing. Throws `InputProblems` if there are problems or no
    /// reason is given.
    public func apply(to store: Store, by attribution: Attribution) throws {
        guard problems.isEmpty else { throw InputProblems(problems) }
        guard attribution.reason?.contains(where: { !$0.isWhitespace }) ?? false else {
            throw InputProblems([
                InputProblem(source: "--reason", message: "a study is brought to another model with a reason only")
            ])
        }
        var changed = study
        changed.model = target
        let changes = try StudyApplying.changes(to: changed, in: store)
        var events: [JournalEvent] = changes.isEmpty ? [] : [.studyChanged(changes)]
        events += moves.map { .documentMoved($0.document, from: $0.from, to: $0.to) }
        try store.record(events, in: study.id, by: attribution)
    }

    /// The artifact with the same unique ID; where the old model does not know it, the one of the same number.
    private static func counterpart(
        of number: ArtifactNumber, _ old: ReferenceModel, _ new: ReferenceModel
    ) -> Artifact? {
        guard let known = old.artifact(number) else { return new.artifact(number) }
        return new.artifact(uniqueID: known.uniqueID)
    }
}
