import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say why a record is expected, when it is due, and what fills its place.",
            discussion: """
                As CSV, one row for each expected place, with the sentences as its last cell.

                Example: tmf explain 05.02.05 --site 101

                Exit status: 66 the model has no such artifact, or the study no such place.
                """)

        @Argument(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "artifact"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber

        @OptionGroup var place: ScopeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let binder = try store.reading().binder(asOf)
            guard binder.model.artifact(artifact) != nil else {
                throw Failure(.noInput, "reference model \(binder.model.version) has no artifact \(artifact)")
            }
            let explanation = binder.explain(artifact, in: try place.scope(in: binder.study))
            try output.print(
                json: { explanation.json },
                csv: {
                    Listing(
                        [
                            "rule", "artifact", "sub_artifact", "level", "country", "site", "person", "organization",
                            "protocol_version", "language", "renews", "due", "timing", "state", "documents",
                            "explanation",
                        ], of: explanation.slots.map(\.json))
                },
                page: {
                    var page = Page()
                    for sentence in explanation.sentences { page.line(sentence) }
                    return page
                })
        }
    }
}
