import ArgumentParser
import TMFFormats
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Waive: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State that a record is not required, because.",
            discussion: """
                A reason is required. `tmf missing --waived` lists what was waived.

                --from takes a listing (`tmf missing --format csv`; with --lift, `tmf missing --waived --format csv`) with \
                the rows that are meant: all are waived as one transaction with one reason, or none.

                Examples:
                  tmf waive 06.04.03 --site 101 --reason "no pharmacy at this site"
                  tmf waive 06.04.03 --site 101 --lift
                  tmf waive 05.02.02 --site 101 --protocol-version 1.0 --reason "replaced before the first subject"
                  tmf waive --from not-needed.csv --reason "agreed in TMF plan 2.0" --dry-run

                Exit status: 65 no reason given, no such place in the study, or no such waiver to lift; 77 a place is locked.
                """)

        @Argument(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "artifact"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber?

        @Flag(help: "Take the waiver back: the record is required again.")
        var lift = false

        @Option(help: ArgumentHelp("Only for this protocol version, where a rule asks for each.", valueName: "label"))
        var protocolVersion: String?

        @Option(help: ArgumentHelp("Only for this language, where a rule asks for each: de.", valueName: "code"))
        var language: String?

        @Option(
            help: ArgumentHelp(
                "Only the renewal of the record that lapses on this day, YYYY-MM-DD.", valueName: "date"),
            transform: ArgumentReading.day)
        var renews: Day?

        @OptionGroup(title: "Place") var place: PlaceOptions
        @OptionGroup(title: "Many") var bulk: BulkOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            try bulk.requireEither(artifact != nil, "an artifact")
            let others = [protocolVersion, language] + place.texts.map(\.1)
            if bulk.from != nil, renews != nil || others.contains(where: { $0 != nil }) {
                throw ValidationError("With --from, the table says which places are meant.")
            }
        }

        func run() throws {
            guard let artifact else { return try waiveMany() }
            let filing = try store.writing().filing(change)
            var row = try place.row()
            row.artifact = artifact
            let facts = try row.stated(in: filing.study, model: filing.model, source: "waive \(artifact)").document
            var address = SlotAddress(facts)
            address.protocolVersion = protocolVersion
            address.language = language
            address.renews = renews
            if lift { try filing.liftWaiver(address) } else { try filing.waive(address) }
            let result = JSON.object((address.json.members ?? []) + [JSON.Member("waived", .bool(!lift))])
            try output.print(
                json: { result }, csv: { Listing((result.members ?? []).map(\.key), of: [result]) },
                page: { Page(lift ? "Required again: \(facts.place)." : "Not required: \(facts.place).") })
        }

        private func waiveMany() throws {
            guard let path = bulk.from else { return }
            try BulkChange(isDryRun: bulk.dryRun, undo: nil, change: change, store: store, output: output)
                .run(nothing: "all stand so already.") { try $0.planWaivers(from: path, lifting: lift) }
        }
    }
}
