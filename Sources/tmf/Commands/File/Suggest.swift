import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel
import TMFStore
import TMFSuggest

extension TMFCommand {
    struct Suggest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which artifact a file could be, how sure that is, and by which words.",
            discussion: """
                For each of FILES the three likeliest artifacts with the words that speak for them, and what name and text \
                say of country, site, person, organization, date, version and language. The folders of the path count as far as \
                they are typed. Nothing is filed, nothing leaves this machine.

                A number of the model in the path decides. Else names, sub-artifacts and alternate names of the study's model \
                do, also in German, French and Spanish; and then words: of the model's names and descriptions, of titles, names and \
                folders of what the study has filed, and of the texts that `tmf examine` kept of it. A word counts for more the \
                fewer artifacts use it. What is less than \(Placer.threshold) sure is not proposed.

                --evaluate tells how good that is for this study: its documents are dealt into \(StoreLearning.folds) parts by \
                number; each is tried with what the others teach, by the path it came with, or with --names-only by its bare name. \
                Coverage is proposed ÷ records, error is wrong ÷ proposed; the rest was left blank.

                Examples:
                  tmf suggest "inbox/CV Dr Beispiel signed.pdf"
                  tmf suggest --evaluate --names-only --format csv

                Exit status: 1 for one of FILES nothing is proposed; 64 neither FILES nor --evaluate; 66 no such file.
                """)

        @Argument(
            help: ArgumentHelp("Files to look into.", valueName: "files"), completion: .file(),
            transform: { FilePath($0) })
        var files: [FilePath] = []

        @Flag(help: "Instead, try all documents of the study with what the others teach.")
        var evaluate = false

        @Flag(help: "Try them by their bare names instead of the paths they came with.")
        var namesOnly = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard files.isEmpty == evaluate else {
                throw ValidationError("Name files, or ask for --evaluate; not both.")
            }
            if namesOnly, !evaluate { throw ValidationError("--names-only belongs to --evaluate.") }
        }

        func run() throws {
            let opened = try store.reading()
            guard let study = try opened.store.currentStudy(opened.study) else { return }
            let model = try opened.model()
            let learned = try StoreLearning(store: opened.store, study: study, model: model)
            if evaluate {
                let progress = Progress("tried")
                let evaluation = try learned.evaluation(
                    namesOnly: namesOnly, store: opened.store, study: study, model: model
                ) { progress.show($0, of: $1) }
                progress.clear()
                let listing = EvaluationListing(evaluation, learned, study.id, model, isByName: namesOnly)
                return try output.print(
                    json: { listing.json }, csv: { listing.artifacts }, page: { listing.page })
            }
            try suggest(study, model, learned)
        }

        private func suggest(_ study: Study, _ model: ReferenceModel, _ learned: StoreLearning) throws {
            let tools = ExaminingTools()
            for sentence in tools.missing { StandardError.say(sentence) }
            let examiner = Examiner(tools: tools)
            let placing = TextPlacing(study: study, model: model, experience: learned.learning.experience())
            let objects = try files.map { file in
                let outcome = try examiner.examine(file, name: file.lastComponent?.string)
                return SuggestionListing.object(file.string, placing.placement(of: file.string, outcome.text))
            }
            try output.print(
                json: {
                    .full([
                        ("study", .string(study.id)), ("threshold", .int(Placer.threshold)),
                        ("learned_from", .int(learned.examples.count)), ("files", .array(objects)),
                    ])
                },
                csv: { Listing(SuggestionListing.columns, numbers: ["sure"], of: objects.map(SuggestionListing.row)) },
                page: { SuggestionListing.page(objects) })
            if objects.contains(where: { $0["artifact"]?.string == nil }) {
                throw ExitCode(Failure.Code.problemsFound.rawValue)
            }
        }
    }
}
