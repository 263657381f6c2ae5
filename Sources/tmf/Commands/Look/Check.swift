import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what an inspector would find.",
            discussion: """
                `tmf rules` lists the checks. With --format json every finding brings its explanation.

                Example: tmf check --rule missing --severity error

                Exit status: 1 at least one of the findings shown is an error.
                """)

        @Option(help: ArgumentHelp("Only this check; may be repeated.", valueName: "rule"))
        var rule: [String] = []

        @Option(help: "Only findings as heavy as this: error, warning or notice.", transform: Self.severity)
        var severity: FindingSeverity?

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            let known = TMFReview.Check.all.map(\.code)
            for rule in rule where !known.contains(rule) {
                throw ValidationError("There is no check '\(rule)', only \(known.joined(separator: ", ")).")
            }
        }

        func run() throws {
            let binder = try store.reading().binder(asOf)
            let findings = binder.findings.filter { finding in
                (rule.isEmpty || rule.contains(finding.rule)) && (severity.map { finding.severity <= $0 } ?? true)
            }
            try output.print(
                "findings", findings.map(\.json),
                context: binder.context,
                columns: [
                    "rule", "severity", "artifact", "level", "country", "site", "person", "document", "message", "due",
                    "explanation",
                ],
                shown: ["severity", "rule", "artifact", "country", "site", "document", "due", "message"],
                otherwise: "Nothing found.")
            if findings.contains(where: { $0.severity == .error }) {
                throw ExitCode(Failure.Code.problemsFound.rawValue)
            }
        }

        private static func severity(_ text: String) throws -> FindingSeverity {
            guard let severity = FindingSeverity(rawValue: text) else {
                throw ValidationError("expected error, warning or notice.")
            }
            return severity
        }
    }
}
