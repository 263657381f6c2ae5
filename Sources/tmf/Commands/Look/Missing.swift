import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Missing: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what should be there and is not.",
            discussion: """
                Slots that are due and not complete: nothing is filed, nothing is approved, or what is there has expired. \
                The timing of each is due, overdue, not-yet-due, moved-on (its planned date passed without an actual \
                one) or undated; the last three are listed with --all.

                Example: tmf missing --site 101
                Example: tmf missing --all --format csv > expected.csv
                Example: tmf missing --unexpected
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

        @Flag(help: "List what is filed beyond what is expected instead: over-counts, and records no rule asks for.")
        var unexpected = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            if waived { return try printWaivers(of: store.reading().snapshot(asOf)) }
            let binder = try store.reading().binder(asOf)
            try place.requirePlaces(in: binder.study)
            if unexpected { return try printUnexpected(in: binder) }
            let slots = binder.slots.filter { slot in
                !slot.state.isComplete && (all || slot.isDue(on: binder.asOf)) && place.contains(slot.address.scope)
                    && slot.address.artifact.isIn(zone)
            }
            try output.print(
                "missing", slots.map { binder.listed($0) }, context: binder.context,
                columns: [
                    "rule", "artifact", "sub_artifact", "level", "country", "site", "person", "organization",
                    "protocol_version", "language", "renews", "due", "timing", "state", "documents", "explanation",
                    "name",
                ],
                shown: ["artifact", "name", "country", "site", "person", "organization", "due", "timing", "state"],
                otherwise: "Nothing is missing.")
        }

        private func printUnexpected(in binder: Binder) throws {
            let records = binder.unexpected().filter {
                place.contains($0.scope) && $0.artifact.isIn(zone)
            }
            try output.print(
                "unexpected", records.map(\.json), context: binder.context,
                columns: [
                    "kind", "rule", "artifact", "level", "country", "site", "person", "organization", "documents",
                    "explanation",
                ],
                shown: ["kind", "artifact", "country", "site", "person", "documents", "explanation"],
                otherwise: "Everything that is filed is expected.")
        }

        private func printWaivers(of snapshot: StudySnapshot) throws {
            try place.requirePlaces(in: snapshot.study)
            let waivers = snapshot.waivers.filter {
                place.contains($0.address.scope) && $0.address.artifact.isIn(zone)
            }
            let columns = [
                "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "protocol_version",
                "language", "renews",
            ]
            try output.print(
                "waivers",
                waivers.map { waiver in
                    .full(
                        columns.map { ($0, waiver.address.json[$0]) } + [
                            ("reason", .string(waiver.reason)), ("by", .string(waiver.by)),
                            ("at", .string(waiver.at.description)),
                        ])
                },
                context: asOf.context(of: snapshot.study),
                columns: columns + ["reason", "by", "at"],
                otherwise: "Nothing was waived.")
        }
    }
}
