/// One thing in which two versions of the reference model differ. Artifacts are the same if their unique IDs are.
public struct ModelDifference: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// The second model has the artifact, the first has not.
        case added
        case removed
        /// A fact of the artifact is another.
        case changed
    }

    public let kind: Kind
    public let uniqueID: String
    /// The artifact's number in the second model; in the first if it was removed.
    public let artifact: ArtifactNumber
    /// What is different: `number`, `name`, `core`, `levels`, `milestones`, `sub_artifact`, `alternate_name`, `not_used`,
    /// `definition`, …; nil for a whole artifact.
    public let field: String?
    /// As it is in the first model; empty if it has none.
    public let from: String
    /// As it is in the second.
    public let to: String

    init(_ kind: Kind, _ artifact: Artifact, field: String? = nil, from: String, to: String) {
        self.kind = kind
        uniqueID = artifact.uniqueID
        self.artifact = artifact.number
        self.field = field
        self.from = from
        self.to = to
    }
}

extension ReferenceModel {
    /// What is different in `other`, in the order of its numbers. Columns that one of both does not have at all, such as
    /// definitions, are not compared.
    public func differences(in other: ReferenceModel) -> [ModelDifference] {
        let mine = Dictionary(artifacts.map { ($0.uniqueID, $0) }) { first, _ in first }
        let known = Set(other.artifacts.map(\.uniqueID))
        let columns = Set(artifacts.flatMap { $0.otherColumns.map(\.key) })
            .intersection(other.artifacts.flatMap { $0.otherColumns.map(\.key) })
        var differences: [ModelDifference] = []
        for artifact in other.artifacts {
            if let before = mine[artifact.uniqueID] {
                differences += before.differences(in: artifact, columns: columns.sorted())
            } else {
                differences.append(ModelDifference(.added, artifact, from: "", to: artifact.name))
            }
        }
        for artifact in artifacts where !known.contains(artifact.uniqueID) {
            differences.append(ModelDifference(.removed, artifact, from: artifact.name, to: ""))
        }
        return differences.sorted { ($0.artifact, $0.uniqueID) < ($1.artifact, $1.uniqueID) }
    }

    /// The artifact that has this one's unique ID.
    public func artifact(uniqueID: String) -> Artifact? { artifacts.first { $0.uniqueID == uniqueID } }
}

extension Artifact {
    fileprivate func differences(in other: Artifact, columns: [String]) -> [ModelDifference] {
        var facts: [(field: String, from: String, to: String)] = [
            ("number", number.description, other.number.description), ("name", name, other.name),
            ("core", isCore ? "core" : "recommended", other.isCore ? "core" : "recommended"),
            ("levels", levelWords, other.levelWords), ("milestones", milestoneWords, other.milestoneWords),
            ("sponsor", isForSponsor ? "yes" : "no", other.isForSponsor ? "yes" : "no"),
            ("investigator", isForInvestigator ? "yes" : "no", other.isForInvestigator ? "yes" : "no"),
            ("dating_convention", datingConvention, other.datingConvention),
            (Artifact.notUsedColumn, isNotUsed ? "yes" : "no", other.isNotUsed ? "yes" : "no"),
        ]
        for (field, names, others) in [
            ("sub_artifact", subArtifacts, other.subArtifacts),
            ("alternate_name", alternateNames, other.alternateNames),
        ] {
            facts += names.filter { !others.contains($0) }.map { (field, $0, "") }
            facts += others.filter { !names.contains($0) }.map { (field, "", $0) }
        }
        facts += columns.filter { $0 != Artifact.notUsedColumn }.map { ($0, column($0), other.column($0)) }
        return facts.filter { $0.from != $0.to }.map {
            ModelDifference(.changed, other, field: $0.field, from: $0.from, to: $0.to)
        }
    }

    private var levelWords: String { levels.sorted().map(\.rawValue).joined(separator: ", ") }

    private var milestoneWords: String {
        milestones.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
    }

    private func column(_ name: String) -> String { otherColumns.first { $0.key == name }?.value.string ?? "" }
}
