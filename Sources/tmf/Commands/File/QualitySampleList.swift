import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualitySampleList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "samples", abstract: "List the samples that were drawn, and what came out.",
            discussion: """
                `tmf qc list --sample N` lists the versions of one.

                Example: tmf qc samples
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            let columns = [
                "sample", "seed", "percent", "population", "place", "size", "digest", "weighting", "journal_entry",
                "drawn", "reviewed", "accepted", "returned", "by", "at", "reason",
            ]
            try output.print(
                "samples",
                snapshot.oversight.samples.map { sample in
                    .full(
                        sample.draw.shown + [
                            ("drawn", .int(sample.draw.drawn.count)), ("reviewed", .int(sample.results.count)),
                            ("accepted", .int(sample.results.count { $0.outcome == .accepted })),
                            ("returned", .int(sample.results.count { $0.outcome == .returned })),
                            ("by", .string(sample.by)), ("at", .string(sample.at.description)),
                            ("reason", sample.reason.json),
                        ])
                },
                context: asOf.context(of: snapshot.study),
                columns: columns,
                numbers: ["sample", "seed", "percent", "size", "drawn", "reviewed", "accepted", "returned"],
                shown: [
                    "sample", "at", "seed", "percent", "population", "place", "size", "drawn", "reviewed", "accepted",
                    "returned",
                ],
                otherwise: "No sample has been drawn.")
        }
    }
}
