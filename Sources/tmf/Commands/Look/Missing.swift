import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Missing: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what should be there and is not.",
            discussion: """
                Slots that are due and not complete: nothing is filed, nothing is approved, or what is there has expired.

                Example: tmf missing --site 101
                """)

        @OptionGroup var place: ScopeOptions

        @Option(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var zone: String?

        @Flag(help: "Also what is not due yet.")
        var all = false

        @Flag(help: "List what was waived instead.")
        var waived = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            if waived { return try printWaivers(of: store.reading().snapshot(asOf)) }
            let binder = try store.reading().binder(asOf)
            try place.requirePlaces(in: binder.study)
            let slots = binder.slots.filter { slot in
                !slot.state.isComplete && (all || slot.isDue(on: binder.asOf)) && place.contains(slot.address.scope)
                    && slot.address.artifact.isIn(zone)
            }
            try output.print(
                "missing", slots.map { binder.listed($0) }, context: binder.context,
                columns: [
                    "rule", "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "due",
                    "state", "documents", "explanation", "name",
                ],
                shown: ["artifact", "name", "country", "site", "person", "organization", "due", "state"],
                otherwise: "Nothing is missing.")
        }

        private func printWaivers(of snapshot: StudySnapshot) throws {
            try place.requirePlaces(in: snapshot.study)
            let waivers = snapshot.waivers.filter {
                place.contains($0.address.scope) && $0.address.artifact.isIn(zone)
            }
            let columns = ["artifact", "sub_artifact", "level", "country", "site", "person", "organization"]
            try output.print(
                "waivers",
                waivers.map { waiver in
                    .full(
                        columns.map { ($0, waiver.address.json[$0]) } + [
                            ("reason", .string(waiver.reason)), ("by", .string(waiver.by)),
                            ("at", .string(waiver.at.description)),
                        ])
                },
                context: [("study", .string(snapshot.study.id)), ("as_of", .string(asOf.day.description))],
                columns: columns + ["reason", "by", "at"],
                otherwise: "Nothing was waived.")
        }
    }
}
