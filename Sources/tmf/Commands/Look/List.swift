import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List documents with their version in force.",
            discussion: """
                Withdrawn documents are listed with --status withdrawn only.

                Example: tmf list --artifact 05.02.04 --country DEU --format csv > cvs.csv
                """)

        @Option(
            help: ArgumentHelp("Only this artifact, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber?

        @Option(
            help: ArgumentHelp("Only this zone or section, 05 or 05.02.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var zone: String?

        @OptionGroup var place: ScopeOptions

        @Option(
            help: "Only this status: draft, filed, approved, returned, superseded or withdrawn.",
            transform: ArgumentReading.standing
        )
        var status: VersionStanding?

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try place.requirePlaces(in: snapshot.study)
            let documents = snapshot.documents.filter { document in
                (artifact.map { document.facts.artifact == $0 } ?? true) && document.facts.artifact.isIn(zone)
                    && place.contains(document.facts.scope)
                    && (status.map { document.listedStanding == $0 } ?? (document.withdrawal == nil))
            }
            try output.print(
                "documents", documents.map(\.listed), columns: Document.listedKeys, numbers: ["version", "bytes"],
                shown: Document.shownKeys, otherwise: "No document is filed there.")
        }
    }
}
