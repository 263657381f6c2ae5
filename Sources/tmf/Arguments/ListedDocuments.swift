import ArgumentParser
import TMFModel
import TMFReview

/// Which documents of a study are meant: by artifact, zone and place.
struct ListedDocuments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this artifact, 05.02.04.", valueName: "number"),
        transform: ArgumentReading.artifact)
    var artifact: ArtifactNumber?

    @Option(
        help: ArgumentHelp("Only this zone or section, 05 or 05.02.", valueName: "branch"),
        transform: ArgumentReading.branch)
    var zone: String?

    @OptionGroup var place: ScopeOptions

    /// Whether nothing was asked for.
    var isEmpty: Bool { artifact == nil && zone == nil && place.isEmpty }

    func contains(_ facts: DocumentFacts) -> Bool {
        (artifact.map { facts.artifact == $0 } ?? true) && facts.artifact.isIn(zone) && place.contains(facts.scope)
    }
}
