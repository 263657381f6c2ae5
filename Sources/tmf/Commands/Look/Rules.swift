import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Rules: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the checks, and the rules of what is expected.",
            discussion: """
                Example: tmf rules
                Example: tmf rules --expected 05.02
                """)

        @Option(
            help: ArgumentHelp("The rules for this zone, section or artifact instead.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var expected: String?

        @OptionGroup var model: ModelOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            if let expected {
                let (model, rules) = try model.load()
                return try output.print(
                    "expected", rules.filter { $0.artifact.isIn(expected) }.map(\.listed),
                    context: [("model", .string(model.version))],
                    columns: [
                        "rule", "artifact", "sub_artifact", "level", "expectation", "at_least", "severity", "rationale",
                    ],
                    otherwise: "No rule speaks of \(expected).")
            }
            try output.print(
                "checks", TMFReview.Check.all.map(\.listed), columns: ["rule", "severity", "title", "rationale"],
                otherwise: "")
        }
    }
}

extension ExpectationRule {
    fileprivate var listed: JSON {
        .full([
            ("rule", .string(id)), ("artifact", .string(artifact.description)), ("sub_artifact", subArtifact.json),
            ("level", .string(level.rawValue)), ("expectation", .string(expectation.rawValue)),
            ("at_least", .int(atLeast)), ("severity", .string(severity.rawValue)), ("rationale", .string(rationale)),
        ])
    }
}
