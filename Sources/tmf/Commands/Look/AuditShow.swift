import ArgumentParser
import TMFModel
import TMFStore

extension TMFCommand {
    struct AuditShow: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "List the entries of the journal, oldest first.",
            discussion: "Example: tmf audit show --after 120")

        @Option(help: ArgumentHelp("Only entries after this one.", valueName: "seq"))
        var after: Int = 0

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            var entries: [JournalEntry] = []
            try opened.store.forEachLine(of: opened.study, after: after) { line in
                let entry = try JournalEntry(line: line.line)
                if asOf.asOf.map({ entry.at.day <= $0 }) ?? true { entries.append(entry) }
            }
            try output.print(
                json: {
                    .full([
                        ("study", .string(opened.study)),
                        ("entries", .array(try entries.map { try JSON(parsing: $0.line) })),
                    ])
                },
                csv: { Listing(JournalEntry.listedKeys, of: entries.map(\.listed)) },
                page: {
                    Page(
                        Listing(JournalEntry.listedKeys, numbers: ["seq"], of: entries.map(\.listed)),
                        otherwise: "No entry after \(after).")
                })
        }
    }
}
