import ArgumentParser
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct Names: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which titles the study's templates would give.",
            discussion: """
                Templates stand in the study file, for all artifacts and for single ones:
                  settings:
                    titles: {all: "{artifact} {country} {site}[ v{version}]", 05.02.04: "CV {person}[ {document_date}]"}
                Fields: \(NameTemplate.Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")).
                What stands in square brackets is left out where a field in it is not said. A template makes the title of \
                a record of which nobody says one; names of files in packages follow the title, and the original name is \
                always kept.

                Lists the documents whose title is another one. As CSV the list is a table that `tmf amend --from` takes.

                Examples:
                  tmf names --artifact 05.02.04
                  tmf names --template "{artifact} {site} {person}"
                  tmf names --format csv > titles.csv && tmf amend --from titles.csv --reason "titles by template"

                Exit status: 65 a template is not well formed.
                """)

        @OptionGroup var listed: ListedDocuments

        @Option(help: ArgumentHelp("Try this template, for all artifacts, instead of the study's.", valueName: "text"))
        var template: String?

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let snapshot = try opened.store.snapshot(of: opened.study)
            try listed.place.requirePlaces(in: snapshot.study)
            var study = snapshot.study
            if let template {
                do {
                    study.settings.titles = TitleTemplates(all: try NameTemplate(template))
                } catch {
                    throw Failure(.badData, "--template, \(error.field): expected \(error.expected)")
                }
            }
            let model = try opened.model()
            let rows = snapshot.documents.compactMap { document -> JSON? in
                guard listed.contains(document.facts), let version = document.current,
                    let title = study.title(of: document.facts, version.facts, in: model),
                    title != document.facts.title
                else { return nil }
                return .full([
                    ("document", .string(document.number.description)), ("version", .int(version.ordinal)),
                    ("artifact", .string(document.facts.artifact.description)), ("title", .string(title)),
                    ("was", .string(document.facts.title)), ("original_name", version.facts.originalName.json),
                ])
            }
            let otherwise =
                study.settings.titles.isEmpty
                ? "The study has no templates: see `tmf help names`." : "All titles are as the templates make them."
            try output.print(
                "names", rows,
                columns: output.format == .csv
                    ? ["document", "version", "title"]
                    : ["document", "version", "artifact", "title", "was", "original_name"],
                numbers: ["version"], shown: ["document", "artifact", "was", "title"], otherwise: otherwise)
        }
    }
}
