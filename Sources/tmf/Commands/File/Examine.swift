import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct Examine: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look into files: what they are, what is wrong with them, and their text.",
            discussion: """
                Without FILES, looks into every content of the store that nobody has looked into yet, and keeps what it \
                sees: `tmf check` then reports it, and `tmf search` finds the text. Filing does not wait for this: \
                `tmf import` reads first and last bytes only. Run it after an import; interrupted, it goes on where it \
                stood. What it keeps follows from the contents: `tmf doctor --rebuild` makes it again.

                With FILES, says what each is and what is wrong with it; nothing is kept, and no store is needed.

                PDF goes through poppler and qpdf, each run for itself with 60 s of processor time, 1 GiB of memory, 64 \
                MiB of output and no network: a file that takes more is reported, and stops nothing else. With --ocr, \
                text is recognized in pages without any, and marked wherever it is found.

                Example: tmf examine --ocr

                Exit status: 1 something is wrong with one of FILES; 65 a content cannot be read; 66 no such file.
                """)

        @Argument(
            help: ArgumentHelp("Files to look into; the store's contents if none.", valueName: "files"),
            completion: .file(), transform: { FilePath($0) })
        var files: [FilePath] = []

        @Flag(help: "Recognize text in pages that have none, with Tesseract. Takes seconds a page.")
        var ocr = false

        @Option(help: ArgumentHelp("The languages of recognition, as Tesseract names them.", valueName: "eng+deu"))
        var languages = "eng"

        @Flag(help: "Look into everything anew, as after poppler was brought up to date.")
        var again = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let tools = ExaminingTools()
            for sentence in tools.missing { StandardError.say(sentence) }
            if ocr { try checkRecognition(by: tools) }
            let examiner = Examiner(tools: tools, recognizing: ocr ? languages : nil)
            if files.isEmpty { try examineStore(examiner) } else { try examineFiles(examiner) }
        }

        /// Before anything is forgotten: what cannot be recognized now may have been before.
        private func checkRecognition(by tools: ExaminingTools) throws {
            guard tools.canRecognize else {
                let sentence = "tesseract-ocr or poppler-utils is not installed: no text is recognized"
                if again { throw Failure(.badData, sentence + ", so nothing was forgotten or looked into anew") }
                return StandardError.say(sentence)
            }
            let known = try tools.languages()
            let missing = languages.split(separator: "+").map(String.init).filter { !known.contains($0) }
            guard missing.isEmpty, !languages.isEmpty else {
                throw Failure(
                    .badData,
                    "--languages \(languages): Tesseract has no \(missing.joined(separator: ", ")) here; it has "
                        + "\(known.sorted().joined(separator: ", ")) (install tesseract-ocr-… for others)")
            }
        }

        private func examineFiles(_ examiner: Examiner) throws {
            var objects: [JSON] = []
            var hasRemarks = false
            for file in files {
                let found = try examiner.examine(file, name: file.lastComponent?.string).examination
                hasRemarks = hasRemarks || !found.remarks.isEmpty
                objects.append(.object([JSON.Member("file", .string(file.string))] + (found.json.members ?? [])))
            }
            try output.print(
                json: { .full([("files", .array(objects))]) },
                csv: { Listing(ExaminationListing.columns, of: objects.map(ExaminationListing.row)) },
                page: { ExaminationListing.page(objects) })
            if hasRemarks { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func examineStore(_ examiner: Examiner) throws {
            let opened = try Store(at: store.path(), .reading)
            if again { try opened.forgetExamined() }
            let summary = try ExaminationListing.run(Examining(store: opened, examiner: examiner))
            let comparison = try DuplicateListing.compare(opened)
            let result: [(String, JSON?)] = [
                ("examined", .int(summary.examined)), ("known", .int(summary.known)),
                ("with_remarks", .int(summary.withRemarks)), ("without_text", .int(summary.withoutText)),
                ("recognized_pages", .int(summary.recognizedPages)),
                ("compared", .int(comparison.compared)), ("alike", .int(comparison.duplicates)),
                ("problems", .array(summary.problems.map { .string($0.description) })),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: {
                    Page(
                        "\(summary.examined.counted("file was", "files were")) looked into, "
                            + "\(summary.known.counted("was", "were")) known. "
                            + "\(summary.withRemarks.counted("has", "have")) something to remark (tmf check), "
                            + "\(summary.withoutText.counted("has", "have")) no text, "
                            + "\(summary.recognizedPages.counted("page was", "pages were")) recognized. "
                            + "\(comparison.duplicates.counted("new pair is", "new pairs are")) alike (tmf duplicates)."
                    )
                })
            for problem in summary.problems { StandardError.say(problem.description) }
            if !summary.problems.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
        }
    }
}
