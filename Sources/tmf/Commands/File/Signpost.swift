import ArgumentParser
import TMFFormats
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Signpost: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File where another system holds a record.",
            discussion: """
                A signpost counts as present. Say in --note who owns the record and how an inspector gets in.

                Example: tmf signpost --artifact 06.01.04 --url https://irt.example.com/abc-101 --note "access: IRT desk"

                Exit status: 65 the record does not fit the study or the model; 75 another process writes.
                """)

        @Option(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber

        @Option(help: ArgumentHelp("Where the record is held.", valueName: "address"))
        var url: String

        @OptionGroup(title: "Place") var place: PlaceOptions
        @OptionGroup(title: "Document") var document: DocumentOptions
        @OptionGroup(title: "Version") var version: VersionOptions
        @OptionGroup(title: "Version") var addendum: AddendumOption
        @OptionGroup(title: "Change") var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            var row = try place.row()
            try row.set([(.url, url)])
            if url.isEmpty { throw ValidationError("--url needs the address where the record is held.") }
        }

        func run() throws {
            let filing = try store.writing().filing(change)
            var row = try place.row()
            try row.set(document.texts + version.texts + [(.url, url)])
            row.artifact = artifact
            var (facts, said) = try row.stated(in: filing.study, model: filing.model, source: "signpost")
            said.isAddendum = addendum.addendum
            let filed = try filing.signpost(facts, said)
            try output.print([filed]) { "\($0.number) points to \(url): \($0.facts.place)" }
        }
    }
}
