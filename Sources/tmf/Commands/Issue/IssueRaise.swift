import ArgumentParser
import TMFIntake
import TMFModel

extension TMFCommand {
    struct IssueRaise: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "raise", abstract: "Raise a quality issue about a document or a place.",
            discussion: """
                While it is not closed it is a finding (`open-quality-issue`) and keeps gates closed.

                Example: tmf issue raise "two different signature pages" --document D-000123 --severity major \
                --owner p-mueller --due 2026-04-30 --capa CAPA-17
                Example: tmf issue raise "no monitoring reports since May" --site 101 --artifact 05.04.03

                Exit status: 65 no text, or no such place in the study; 66 no such document; 77 the place is locked.
                """)

        @Argument(help: "What is the matter.")
        var text: String

        @Option(
            help: ArgumentHelp("The document it is about.", valueName: "number"),
            transform: ArgumentReading.document)
        var document: DocumentNumber?

        @Option(
            help: ArgumentHelp("The artifact it is about, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber?

        @OptionGroup var place: ScopeOptions

        @Option(help: "How much it weighs: critical, major or minor.", transform: Self.severity)
        var severity: IssueStatement.Severity = .major

        @Option(help: ArgumentHelp("Who must answer it.", valueName: "name"))
        var owner: String?

        @Option(
            help: ArgumentHelp("By when, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day)
        var due: Day?

        @Option(help: ArgumentHelp("The corrective or preventive action it belongs to.", valueName: "reference"))
        var capa: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if document != nil, artifact != nil || place.site != nil || place.country != nil {
                throw ValidationError("--document stands alone: an issue about a document is where the document is.")
            }
        }

        func run() throws {
            let filing = try store.writing().filing(change)
            let issue = try filing.raiseIssue(
                text, severity: severity, document: document, artifact: artifact,
                scope: try place.scope(in: filing.study) ?? .trial, owner: owner, due: due, capa: capa)
            try output.print(issue, on: AsOfOption.today.day) { "\($0.statement.number) raised." }
        }

        private static func severity(_ text: String) throws -> IssueStatement.Severity {
            guard let severity = IssueStatement.Severity(rawValue: text) else {
                throw ValidationError("expected critical, major or minor.")
            }
            return severity
        }
    }
}
