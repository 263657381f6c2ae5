import ArgumentParser
import Disk
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

                A manifest is a CSV or a workbook (XLSX: its first sheet, or --sheet). Its columns may stand in any order and \
                under the names of other systems; a mapping file says what the others are:
                  columns: {Doc Name: title, Reviewer: keep, Internal No: ignore}
                  values: {status: {Final: approved}}
                  dates: day-month-year        (else 05/01/2026 is refused; 05-Jan-2026 and 2026-01-05 are always read)
                  sheet: TMF Index             (encoding and separator may stand here, too)
                How the table was read, and what of it was not, is told in notes. Dates that leave the day open, such as \
                UN-MAR-2024, are kept as they are printed. --problems-out writes the rows with problems as a table of the same \
                columns, what is wrong in the last: correct it and import it.

                A source with an exchange.xml is a transfer by the eTMF Exchange Mechanism Standard: it is checked by \
                schema 22.1, by its checksums and against the study before anything is filed, and is filed whole or \
                not at all. --lenient passes over older and deviating forms, and reports each. The unique ID decides \
                where a record belongs, not its number. The sender's signatures and audit records are kept as the \
                sender's statement, exchange.xml as a record of its own. The result is a receipt, object by object.

                Examples:
                  tmf import inbox/ --manifest plan.csv
                  tmf import transfer.zip --manifest list.csv --dry-run
                  tmf import list.csv          (paths are relative to the list)
                  tmf import inbox/ --manifest from-cro.xlsx --map columns.yaml --problems-out problems.xlsx
                  tmf import from-cro.zip --receipt receipt.json --receipt receipt.csv
                  tmf import //server/tmf --since 2026-03-01
                  tmf import drop/ --watch --every 10

                --nested opens the ZIP and TAR files in the source, one level: a file in one is called outer.zip/inner/file, in a \
                manifest, too, and is filed like others; the archive itself is told as opened. A manifest may name the \
                archive instead, to file it as it is; of archives only those that rows go into are opened. What leaves the \
                folder, is a link, encrypted or a second of its name is refused by name, and of an archive that is cut off or \
                unpacks without measure nothing is taken. Archives in them stay files. Without --nested an archive is one file.

                --receipt writes, for each entry of the source, what it was filed as, that it was there unchanged, or why it \
                was refused or left alone; its rows are all that was read and passed over. --watch takes files once their \
                size and time of change are the same at two looks, files the good ones of each batch, and prints a report \
                for it (JSON: one line each). Rows that name people, organizations, sites or countries that the study does \
                not have are told once for each name, with the lines that study.yaml lacks.

                Exit status: 65 something was not filed, and each problem is listed; 66 there is no such source; \
                74 the disk is full; 75 another process writes; 77 a place is locked: --addendum files new records and \
                versions there, each marked, and corrects nothing.
                """)

        @Argument(
            help: ArgumentHelp("A folder, a ZIP or TAR, or a manifest (CSV, XLSX).", valueName: "source"),
            completion: .file(),
            transform: { FilePath($0) })
        var source: FilePath

        @Option(
            help: ArgumentHelp("The list of what each file is (CSV, XLSX).", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var manifest: FilePath?

        @Flag(help: "Check everything, file nothing.")
        var dryRun = false

        @Flag(help: "File the good rows although others are bad.")
        var partial = false

        @Flag(help: "Take a transfer although it deviates from the exchange standard; each deviation is reported.")
        var lenient = false

        @Option(
            help: ArgumentHelp(
                "Also write a receipt to this new file: JSON if it ends in .json, else CSV, or text for a transfer; may be "
                    + "repeated.",
                valueName: "file"), completion: .file(), transform: { FilePath($0) })
        var receipt: [FilePath] = []

        @OptionGroup(title: "Source") var taken: IntakeArguments
        @OptionGroup(title: "Source") var archives: NestedOption

        @Option(
            help: ArgumentHelp(
                "Also write the manifest's rows that have problems to this new file: a workbook if it ends in .xlsx, else CSV.",
                valueName: "file"), completion: .file(), transform: { FilePath($0) })
        var problemsOut: FilePath?

        @OptionGroup(title: "Manifest") var table: TableArguments
        @OptionGroup var addendum: AddendumOption
        @OptionGroup(title: "Change") var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard taken.watch else { return }
            if manifest != nil || dryRun || partial || lenient || !receipt.isEmpty || !table.isEmpty
                || archives.nested || problemsOut != nil
            {
                throw ValidationError(
                    "--watch places files by their names, the good ones: leave out --manifest and what is said of one, "
                        + "--dry-run, --partial, --lenient, --nested and --receipt.")
            }
        }

        func run() throws {
            if taken.watch { return try watchFolder() }
            for receipt in receipt where try Entry.exists(receipt) {
                throw Failure(.cannotCreate, "\(receipt) is there already; choose another name for the receipt")
            }
            let isList = manifest == nil && ["csv", "tsv", "xlsx"].contains(source.extension?.lowercased() ?? "")
            guard isList || manifest != nil || (table.isEmpty && problemsOut == nil) else {
                throw ValidationError(
                    "--map, --sheet, --encoding, --separator, --dates and --problems-out are for a manifest.")
            }
            if let problemsOut, try Entry.exists(problemsOut) {
                throw Failure(.cannotCreate, "\(problemsOut) is there already; choose another name for the problems")
            }
            let folder = source.removingLastComponent()
            if manifest == nil, !isList, try runExchange() { return }
            if lenient { throw ValidationError("--lenient is for a source with an exchange.xml.") }
            let intake = try IntakeSource(isList ? (folder.isEmpty ? "." : folder) : source)
            var options = Importing.Options(
                manifest: isList ? source : manifest, isPartial: partial, isDryRun: dryRun)
            options.isAddendum = addendum.addendum
            options.columns = try table.columns()
            options.problemsOut = problemsOut
            options.since = taken.since
            options.isNested = archives.nested
            let opened = try dryRun ? store.reading() : store.writing()
            let importing = try Importing(
                store: opened.store, study: opened.study, model: opened.model(), expecting: opened.stockRules(),
                by: change.attribution)
            let progress = Progress("imported")
            let receipts = try receipt.map { try ReceiptFile($0) }
            let report: ImportReport
            do {
                report = try importing.run(
                    intake, options,
                    receipt: receipts.isEmpty ? nil : { row in for receipt in receipts { try receipt.append(row) } }
                ) { done, all in progress.show(done, of: all) }
                for receipt in receipts { try receipt.finish(report) }
            } catch {
                for receipt in receipts { receipt.discard() }
                throw error
            }
            progress.clear()
            try show(report, study: opened.study)
            if let problemsOut, try Entry.exists(problemsOut) {
                StandardError.say("\(problemsOut): the rows with problems; correct them and import that table")
            }
            if report.failed > 0 || !report.problems.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
        }

        /// Prints the report in the form that was asked for; of several, each as one line of JSON.
        func show(_ report: ImportReport, study: String) throws {
            let lines = report.unknown.studyLines(for: study)
            var members = report.json.members ?? []
            members.append(JSON.Member("study_yaml", lines.isEmpty ? .null : .string(lines)))
            if taken.watch, output.format == .json {
                try StandardOutput.write(Array((JSON.object(members).line + "\n").utf8))
            } else {
                try output.print(
                    json: { .object(members) }, csv: { report.problemListing },
                    page: { report.page(adding: lines, isDryRun: dryRun) })
            }
            if output.format != .table {
                for notice in report.notices + report.problems { StandardError.say(notice.description) }
            }
        }

        /// Imports the source if it is a transfer by the exchange standard. Returns whether it is one.
        private func runExchange() throws -> Bool {
            let isXML = source.extension?.lowercased() == "xml"
            let folder = source.removingLastComponent()
            let intake = try IntakeSource(isXML ? (folder.isEmpty ? "." : folder) : source)
            guard try isXML || ExchangeImporting.isExchange(intake) else { return false }
            if partial { throw ValidationError("A transfer is filed whole or not at all: leave --partial out.") }
            if taken.since != nil { throw ValidationError("A transfer is filed whole: leave --since out.") }
            if archives.nested {
                throw ValidationError("What is filed of a transfer stands in its exchange.xml: leave --nested out.")
            }
            let opened = try dryRun ? store.reading() : store.writing()
            let importing = try ExchangeImporting(
                store: opened.store, study: opened.study, model: opened.model(), by: change.attribution)
            let progress = Progress("read")
            let result = try importing.run(
                intake,
                ExchangeImporting.Options(
                    isLenient: lenient, isDryRun: dryRun, manifest: isXML ? source.lastComponent?.string : nil)
            ) { done, _ in progress.show(done) }
            progress.clear()
            for receipt in receipt { try write(result, to: receipt) }
            try output.print(
                json: { result.json }, csv: { result.report.problemListing },
                page: {
                    var page = Page()
                    for line in result.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                        page.line(String(line))
                    }
                    if let line = result.report.flawsInWords { page.line(line) }
                    return page
                })
            for problem in result.report.problems where output.format != .table {
                StandardError.say(problem.description)
            }
            if !result.report.problems.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
            return true
        }

        private func write(_ result: ExchangeReceipt, to path: FilePath) throws {
            var bytes = Array(result.text.utf8)
            if path.extension?.lowercased() == "json" {
                bytes = []
                result.json.write(to: &bytes, indentation: 0)
                bytes.append(0x0A)
            }
            let writer = try FileWriter(creating: path)
            try writer.write(bytes)
            try writer.sync()
            try writer.close()
        }
    }
}
