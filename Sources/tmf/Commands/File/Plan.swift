import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel
import TMFStore
import TMFSuggest

extension TMFCommand {
    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose where each file of a folder or archive belongs.",
            discussion: """
                Writes a manifest: one row for each file, with how sure the proposal is (0 to 100), why, in the column \
                suggestions the three likeliest artifacts with the words that speak for them, and in the column \
                health what is wrong with the file: empty, cut off, encrypted, not what its name says, macros, an archive, a \
                format at risk. That is told from first and last bytes; --examine looks into every file, which takes some \
                ten files a second, for what else `tmf examine` reports, and places it by its text, too. Open it in a \
                spreadsheet, correct it, save it as CSV or XLSX, and hand it to `tmf import --manifest`. What is less than \
                \(Placer.threshold) sure is left blank. Nothing is filed or moved.

                A number of the model in a path decides. Else names of the model do, and then words by which earlier \
                records of this study are known; see `tmf suggest`. `tmf import` without a manifest goes by numbers and \
                names alone, so that it does the same every time.

                --nested unpacks to the folder for temporary files ($TMPDIR) while it looks. An archive that cannot be opened \
                is a row of its own, with the reason in the column health.

                Example: tmf plan inbox/ --out plan.csv

                Exit status: 65 something in the source can never be filed, such as a link; 66 there is no such source; \
                73 the plan's file is there already.
                """)

        @Argument(
            help: ArgumentHelp("A folder, ZIP or TAR.", valueName: "source"), completion: .file(),
            transform: { FilePath($0) })
        var source: FilePath

        @Option(
            help: ArgumentHelp(
                "The new file to write the plan to: a workbook if it ends in .xlsx, else CSV; standard output if absent.",
                valueName: "file"),
            completion: .file(), transform: { FilePath($0) })
        var out: FilePath?

        @Flag(help: "Look into every file of a folder, as `tmf examine` does.")
        var examine = false

        @OptionGroup var archives: NestedOption
        @OptionGroup var store: StoreOptions

        func run() throws {
            let opened = try store.reading()
            guard let study = try opened.store.currentStudy(opened.study) else { return }
            let intake = try IntakeSource(source)
            if examine, intake.isArchive, !archives.nested {
                throw ValidationError("--examine takes a folder; unpack the archive first, or add --nested.")
            }
            let examiner = examine ? Examiner() : nil
            for sentence in examiner?.tools.missing ?? [] { StandardError.say(sentence) }
            let model = try opened.model()
            let learned = try StoreLearning(store: opened.store, study: study, model: model)
            let planning = Planning(
                study: study, model: model, experience: learned.learning.experience(), examiner: examiner,
                isNested: archives.nested)
            let summary: Planning.Summary
            if let out {
                summary = try planning.run(intake, into: out)
            } else {
                summary = try planning.run(intake) { try StandardOutput.write($0) }
            }
            let option = archives.nested ? " --nested" : ""
            let rest = summary.files - summary.placed
            StandardError.say(
                "\(summary.files.counted("file")), \(summary.placed) with a place, \(rest) to be placed by hand, "
                    + "\(summary.withRemarks) with something wrong"
                    + (out.map { "; review \($0), then: tmf import \(source) --manifest \($0)\(option)" } ?? ""))
            for problem in summary.problems { StandardError.say(problem.description) }
            if !summary.problems.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
        }
    }
}
