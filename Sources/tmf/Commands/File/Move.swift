import ArgumentParser
import TMFFormats
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File a document at another place.",
            discussion: """
                What is not named stays as it is; an empty person, organization or sub-artifact is taken away.

                Example: tmf move D-000123 --artifact 05.02.05
                Example: tmf move D-000123 --site 102 --person ""

                Exit status: 65 the record may not stand there; 66 no such document.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @Option(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber?

        @OptionGroup(title: "Place") var place: PlaceOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard artifact == nil, place.texts.allSatisfy({ $0.1 == nil }) else { return }
            throw ValidationError("Say where it belongs: --artifact, --country, --site, --person or --organization.")
        }

        func run() throws {
            let filing = try store.writing().filing(change)
            let before = try filing.document(document)
            var row = try place.row()
            row.artifact = artifact
            row.fill(from: before.address)
            let facts = try row.stated(in: filing.study, model: filing.model, source: document.description).document
            var address = SlotAddress(facts)
            if place.person == "" { address.person = nil }
            if place.organization == "" { address.organization = nil }
            if place.subArtifact == "" { address.subArtifact = nil }
            let moved = try filing.move(document, to: address)
            try output.print([moved]) {
                $0 == before ? "\($0.number) stands there already." : "\($0.number) moved: \($0.facts.place)"
            }
        }
    }
}
