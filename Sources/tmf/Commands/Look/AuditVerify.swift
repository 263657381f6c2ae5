import ArgumentParser
import TMFModel
import TMFStore

extension TMFCommand {
    struct AuditVerify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Recompute the chain of the journal.",
            discussion: """
                `tmf verify STORE` checks the contents as well.

                Example: tmf audit verify

                Exit status: 1 an entry was altered, or is missing.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let found = try opened.store.verifyJournal(of: opened.study)
            let head = found.heads[opened.study]
            try output.print(
                "problems",
                found.problems.map { .full([("path", .string($0.path)), ("problem", .string($0.problem))]) },
                context: [
                    ("study", .string(opened.study)), ("entries", (head?.seq).map(JSON.int)),
                    ("journal_head", (head?.hash.description).json), ("ok", .bool(found.problems.isEmpty)),
                ],
                columns: ["path", "problem"],
                otherwise:
                    "The journal of \(opened.study) holds together: \((head?.seq ?? 0).counted("entry", "entries")), "
                    + "head \(head?.hash.description ?? "none").")
            if !found.problems.isEmpty { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }
    }
}
