import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how a store is, or rebuild its catalog from the journal.",
            discussion: """
                Looks at the format, the journal, the catalog, every content, contents that no version names, and the \
                space left. --rebuild makes the catalog again from the journal; contents are not touched. Where `tmf \
                examine` has looked into contents, it does so again, with recognition where there was some.

                Example: tmf doctor --rebuild

                Exit status: 1 something is wrong; 65 the journal does not hold together; 75 another process writes.
                """)

        @Flag(help: "Make the catalog again from the journal.")
        var rebuild = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let root = try store.path()
            guard !rebuild else { return try printRebuilding(root) }
            let diagnosis = try Diagnosis(of: root)
            try output.print(
                "parts", diagnosis.parts.map(\.json),
                context: [("store", .string(root.string)), ("ok", .bool(diagnosis.isSound))],
                columns: ["part", "ok", "detail"], otherwise: "")
            if !diagnosis.isSound { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func printRebuilding(_ root: FilePath) throws {
            let count = try Store.rebuild(root)
            let examined = try examineAgain(root)
            let result: [(String, JSON?)] = [
                ("store", .string(root.string)), ("entries", .int(count)), ("examined", examined.map { .int($0) }),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: {
                    Page(
                        "The catalog of \(root) was made again from \(count) entries of the journal."
                            + (examined.map { " \($0) contents were looked into again." } ?? ""))
                })
        }

        /// Nil if nothing was examined before.
        private func examineAgain(_ root: FilePath) throws -> Int? {
            let store = try Store(at: root, .reading)
            guard let before = try store.examined(), try before.count() > 0 else { return nil }
            let recognized = try before.hasRecognizedText()
            try store.forgetExamined()
            let examiner = Examiner(recognizing: recognized ? "eng" : nil)
            for sentence in examiner.tools.missing { StandardError.say(sentence) }
            return try ExaminationListing.run(Examining(store: store, examiner: examiner)).examined
        }
    }
}
