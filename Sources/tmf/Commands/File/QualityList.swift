import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct QualityList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the versions that wait for quality control, or a sample.",
            discussion: """
                The heaviest risk first, then the longest waiting. Risk is 2, and 2 more for a core artifact, 4 for a \
                restricted record, 3 for each earlier return of the document up to three, and 2 for late filing. A \
                version no longer waits once a later one of its document was accepted.

                Example: tmf qc list
                Example: tmf qc list --sample 1

                Exit status: 66 no such sample.
                """)

        @Option(help: ArgumentHelp("The versions that this sample has drawn, in that order.", valueName: "number"))
        var sample: Int?

        @OptionGroup var place: ScopeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let binder = try store.reading().binder(asOf)
            try place.requirePlaces(in: binder.study)
            if let sample { return try print(sample, of: binder) }
            let waiting = binder.qualityQueue.filter { place.contains($0.document.facts.scope) }
            try output.print(
                "waiting",
                waiting.map { item in
                    .full(
                        described(item.document, item.version.ordinal) + [
                            ("since", .string(item.version.statusAt.description)), ("days", .int(item.days)),
                            ("restricted", .bool(item.document.facts.isRestricted)),
                            ("risk", .int(item.risk.weight)), ("risk_factors", .string(item.risk.inWords)),
                        ])
                },
                context: [("study", .string(binder.study.id)), ("as_of", .string(binder.asOf.description))],
                columns: [
                    "document", "version", "artifact", "scope", "title", "since", "days", "restricted", "risk",
                    "risk_factors",
                ],
                numbers: ["days", "risk"],
                shown: ["document", "version", "artifact", "scope", "title", "days", "risk", "risk_factors"],
                otherwise: "Nothing waits for quality control.")
        }

        private func print(_ number: Int, of binder: Binder) throws {
            guard let sample = binder.snapshot.oversight.samples.first(where: { $0.draw.number == number }) else {
                throw Failure(.noInput, "study \(binder.study.id) has no sample \(number); `tmf qc samples` lists them")
            }
            let table = RiskTable(binder)
            let results = Dictionary(sample.results.map { ($0.member, $0) }, uniquingKeysWith: { first, _ in first })
            let objects = sample.draw.drawn.compactMap { member -> JSON? in
                guard let document = binder.snapshot.document(member.document),
                    let version = document.version(member.version), place.contains(document.facts.scope)
                else { return nil }
                let result = results[member]
                return .full(
                    described(document, member.version) + [
                        ("restricted", .bool(document.facts.isRestricted)),
                        ("risk", .int(table.risk(of: version, in: document).weight)),
                        ("status", .string(document.standing(of: version).rawValue)),
                        ("outcome", (result?.outcome.rawValue).json), ("reviewed_by", (result?.by).json),
                        ("reviewed_at", (result?.at.description).json),
                    ])
            }
            try output.print(
                "drawn", objects,
                context: [
                    ("study", .string(binder.study.id)), ("as_of", .string(binder.asOf.description)),
                    ("sample", .int(number)),
                ],
                columns: [
                    "document", "version", "artifact", "scope", "title", "restricted", "risk", "status", "outcome",
                    "reviewed_by", "reviewed_at",
                ],
                numbers: ["risk"],
                shown: ["document", "version", "artifact", "scope", "title", "risk", "status", "outcome"],
                otherwise: "The sample is empty.")
        }

        private func described(_ document: Document, _ version: Int) -> [(String, JSON?)] {
            [
                ("document", .string(document.number.description)), ("version", .int(version)),
                ("artifact", .string(document.facts.artifact.description)),
                ("scope", .string(document.facts.scope.description)), ("title", .string(document.facts.title)),
            ]
        }
    }
}
