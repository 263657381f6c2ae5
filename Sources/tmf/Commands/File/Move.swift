import ArgumentParser
import TMFFormats
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File a document, or many, at another place.",
            discussion: """
                What is not named stays as it is; an empty person, organization or sub-artifact is taken away.

                --from takes a listing back (`tmf list --format csv`) in which somebody edited artifact, sub_artifact, \
                level, country, site, person or organization, and moves what differs: all of it as one transaction with \
                one reason, or nothing, with everything that is wrong told by row and column. Other edited facts are \
                left to `tmf amend --from`.

                Examples:
                  tmf move D-000123 --artifact 05.02.05
                  tmf move D-000123 --site 102 --person ""
                  tmf move --from list.csv --reason "site renumbered" --undo back.csv

                Exit status: 65 the record may not stand there, or no reason for a table; 66 no such document; \
                73 the --undo file is there already; 77 a place is locked.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber?

        @Option(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber?

        @OptionGroup(title: "Place") var place: PlaceOptions
        @OptionGroup(title: "Many") var bulk: BulkOptions
        @OptionGroup(title: "Many") var undo: UndoOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            try bulk.requireEither(document != nil, "a document")
            if bulk.from == nil, undo.undo != nil { throw ValidationError("--undo goes with --from.") }
            let isPlaceNamed = artifact != nil || place.texts.contains { $0.1 != nil }
            if bulk.from != nil, isPlaceNamed { throw ValidationError("With --from, the table says where to.") }
            if bulk.from != nil || isPlaceNamed { return }
            throw ValidationError("Say where it belongs: --artifact, --country, --site, --person or --organization.")
        }

        func run() throws {
            guard let document else { return try moveMany() }
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

        private func moveMany() throws {
            guard let path = bulk.from else { return }
            try BulkChange(isDryRun: bulk.dryRun, undo: undo.undo, change: change, store: store, output: output)
                .run(nothing: "all stand there already.") { try $0.planMoves(from: path) }
        }
    }
}
