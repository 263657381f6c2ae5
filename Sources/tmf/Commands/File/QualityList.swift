import ArgumentParser
import TMFModel

extension TMFCommand {
    struct QualityList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the versions that wait for quality control.",
            discussion: """
                The longest waiting first.

                Example: tmf qc list
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            var waiting: [(document: Document, version: Version)] = []
            for document in snapshot.documents where document.withdrawal == nil {
                for version in document.versions where version.facts.status == .filed {
                    waiting.append((document, version))
                }
            }
            waiting.sort { ($0.version.statusAt, $0.document.number) < ($1.version.statusAt, $1.document.number) }
            try output.print(
                "waiting",
                waiting.map { document, version in
                    .full([
                        ("document", .string(document.number.description)), ("version", .int(version.ordinal)),
                        ("artifact", .string(document.facts.artifact.description)),
                        ("scope", .string(document.facts.scope.description)), ("title", .string(document.facts.title)),
                        ("since", .string(version.statusAt.description)),
                        ("days", .int(asOf.day.days(since: version.statusAt.day))),
                        ("restricted", .bool(document.facts.isRestricted)),
                    ])
                },
                context: [("study", .string(snapshot.study.id)), ("as_of", .string(asOf.day.description))],
                columns: ["document", "version", "artifact", "scope", "title", "since", "days", "restricted"],
                numbers: ["days"], otherwise: "Nothing waits for quality control.")
        }
    }
}
