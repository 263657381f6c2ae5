import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File everything in a folder, archive or manifest.",
            discussion: """
                Each file is filed once, in the place that the manifest names, or that its name and folders show. The \
                same source again files nothing; a file with new bytes becomes its document's next version; bytes that \
                another document has, too, are reported. All rows are checked first: if one is bad, nothing is filed \
                unless --partial is given. An interrupted import is finished by running it again.

                Examples:
                  tmf import inbox/ --manifest plan.csv
                  tmf import transfer.zip --manifest list.csv --dry-run
                  tmf import list.csv          (paths are relative to the list)

                Exit status: 65 something was not filed, and each problem is listed; 66 there is no such source; \
                74 the disk is full; 75 another process writes; 77 a place is locked: --addendum files new records and \
                versions there, each marked, and corrects nothing.
                """)

        @Argument(
            help: ArgumentHelp("A folder, a ZIP or TAR, or a manifest (CSV).", valueName: "source"),
            completion: .file(),
            transform: { FilePath($0) })
        var source: FilePath

        @Option(
            help: ArgumentHelp("The list of what each file is (CSV).", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var manifest: FilePath?

        @Flag(help: "Check everything, file nothing.")
        var dryRun = false

        @Flag(help: "File the good rows although others are bad.")
        var partial = false

        @OptionGroup var addendum: AddendumOption
        @OptionGroup(title: "Change") var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let isList = manifest == nil && source.extension?.lowercased() == "csv"
            let folder = source.removingLastComponent()
            let intake = try IntakeSource(isList ? (folder.isEmpty ? "." : folder) : source)
            var options = Importing.Options(
                manifest: isList ? source : manifest, isPartial: partial, isDryRun: dryRun)
            options.isAddendum = addendum.addendum
            let opened = try dryRun ? store.reading() : store.writing()
            let importing = try Importing(
                store: opened.store, study: opened.study, model: opened.model(), by: change.attribution)
            var progress = Progress("imported")
            let report = try importing.run(intake, options) { done, _ in progress.show(done) }
            progress.clear()
            try output.print(json: { report.json }, csv: { problems(report) }, page: { page(report) })
            for problem in report.problems where output.format != .table { StandardError.say(problem.description) }
            if report.failed > 0 || !report.problems.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
        }

        private func problems(_ report: ImportReport) -> Listing {
            Listing(["source", "row", "column", "message"], of: report.problems.map(\.json))
        }

        private func page(_ report: ImportReport) -> Page {
            var page = Page(
                "\(report.read) read: \(report.filed) filed, \(report.newVersions) new versions, "
                    + "\(report.unchanged) unchanged, \(report.failed) failed\(dryRun ? " (dry run: nothing was filed)" : "")"
            )
            if report.amended > 0 { page.line("\(report.amended) of the unchanged had facts corrected.") }
            if report.duplicates > 0 {
                page.heading("\(report.duplicates) have the bytes of another document")
                page.table(
                    Listing(
                        ["source", "same_as"], rows: report.duplicateOf.map { [$0.path, $0.document.description] }))
            }
            if !report.unlisted.isEmpty {
                page.heading("\(report.unlisted.count) files are not in the manifest and were not filed")
                page.table(Listing(["source"], rows: report.unlisted.map { [$0] }))
            }
            if !report.problems.isEmpty {
                page.heading("\(report.problems.count) problems")
                page.table(problems(report))
            }
            return page
        }
    }
}
