import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what an inspector would find.",
            discussion: """
                --list tells what is checked, how much it weighs and why. With --format json every finding brings its \
                explanation.

                Example: tmf check --rule missing --rule coverage-gap --site 101
                Example: tmf check --severity error --zone 05
                Example: tmf check --list

                Exit status: 1 at least one of the findings shown is an error.
                """)

        @Option(help: ArgumentHelp("Only this check; may be repeated.", valueName: "rule"))
        var rule: [String] = []

        @Option(help: "Only findings as heavy as this: error, warning or notice.", transform: Self.severity)
        var severity: FindingSeverity?

        @Option(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var zone: String?

        @OptionGroup var place: ScopeOptions

        @Option(help: ArgumentHelp("Only what concerns this organization, by its id.", valueName: "id"))
        var organization: String?

        @Flag(help: "List the checks instead: id, severity, what holds, and why it is asked.")
        var list = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            let known = TMFReview.Check.all.map(\.code)
            for rule in rule where !known.contains(rule) {
                let hint = NearestName.of(rule, among: known).map { " Did you mean '\($0)'?" } ?? ""
                throw ValidationError("There is no check '\(rule)'.\(hint) `tmf check --list` lists them.")
            }
        }

        func run() throws {
            if list { return try printList() }
            let binder = try store.reading().binder(asOf)
            try place.requirePlaces(in: binder.study)
            try binder.study.requireOrganization(organization)
            let findings = binder.findings.filter { finding in
                (rule.isEmpty || rule.contains(finding.rule)) && (severity.map { finding.severity <= $0 } ?? true)
                    && (zone == nil || (finding.artifact?.isIn(zone) ?? false))
                    && (place.isEmpty || (finding.scope.map(place.contains) ?? false))
                    && (organization == nil || finding.organization == organization)
            }
            try output.print(
                json: { .full(binder.context + [("findings", .array(findings.map(\.json)))]) },
                csv: { Finding.listing(findings, Finding.keys) },
                page: { Page(Finding.listing(findings, Finding.shownKeys), otherwise: "Nothing found.") })
            if findings.contains(where: { $0.severity == .error }) {
                throw ExitCode(Failure.Code.problemsFound.rawValue)
            }
        }

        private func printList() throws {
            let checks = TMFReview.Check.all.filter { check in
                (rule.isEmpty || rule.contains(check.code)) && (severity.map { check.severity <= $0 } ?? true)
            }
            try output.print(
                "checks", checks.map(\.listed), columns: ["rule", "severity", "title", "rationale"],
                otherwise: "No check weighs as much.")
        }

        private static func severity(_ text: String) throws -> FindingSeverity {
            guard let severity = FindingSeverity(rawValue: text) else {
                throw ValidationError("expected error, warning or notice.")
            }
            return severity
        }
    }
}

extension TMFReview.Check {
    /// The object that lists of checks have.
    var listed: JSON {
        .full([
            ("rule", .string(code)), ("severity", .string(severity.rawValue)), ("title", .string(title)),
            ("rationale", .string(rationale)),
        ])
    }
}
