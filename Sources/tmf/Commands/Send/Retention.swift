import ArgumentParser
import SystemPackage
import TMFFormats
import TMFModel
import TMFReview

extension TMFCommand {
    struct Retention: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "For how long the file is to be kept, and which originals may go.",
            subcommands: [RetentionShow.self, RetentionCopies.self, RetentionTableCommand.self],
            defaultSubcommand: RetentionShow.self)
    }

    struct RetentionShow: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Reckon how long each part of the file is to be kept, and show the reasoning.",
            discussion: """
                Rules come from a table, by country, with the event from which each period runs; `tmf retention table` \
                prints the program's own, which names the clause of each, as a start for one of your own (--rules). All \
                rules that speak of a country hold side by side, and the longest wins. While an event that a rule needs is \
                not stated, the end is open. The sponsor's part of the whole study is kept as long as any of its countries \
                asks for. Events are stated with --event: end-of-trial, approval, last-ich-approval, discontinuation, or \
                whatever your table names; with @CODE they are of one country, before what is stated for all.

                The table is a help, and no legal advice: which rules hold for a trial is for its owner to say.

                Examples:
                  tmf retention --event end-of-trial=2026-03-31
                  tmf retention --event end-of-trial=2026-03-31 --event approval@USA=2027-02-01 --format csv
                  tmf retention --rules our-retention.csv --event end-of-trial=2026-03-31

                Exit status: 65 the table cannot be read; 66 the study has no such country.
                """)

        @Option(
            help: ArgumentHelp("What happened when, NAME=DATE or NAME@CODE=DATE; may be repeated.", valueName: "event"),
            transform: ArgumentReading.retentionEvent)
        var event: [RetentionEvent] = []

        @Option(
            help: ArgumentHelp("A table of rules in place of the program's own, CSV.", valueName: "file"),
            completion: .file(), transform: { FilePath($0) })
        var rules: FilePath?

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let table =
                try rules.map { try RetentionTable.read(Array(TextFile.read($0).utf8), source: $0.string) }
                ?? RetentionTable.bundled()
            let study = try store.reading().snapshot(asOf).study
            for case let country? in event.map(\.country) where study.country(country) == nil {
                throw Failure(.noInput, "study \(study.id) has no country \(country); `tmf study show` lists them")
            }
            let known = Set(table.flatMap(\.triggers))
            for event in event where !known.contains(event.name) {
                throw ValidationError(
                    "No rule waits for '\(event.name)', only for \(known.sorted().joined(separator: ", ")).")
            }
            let report = RetentionReport(study: study, rules: table, events: event)
            try output.print(
                json: { report.json }, csv: { Self.listing(report) },
                page: {
                    var page = Page("Retention of \(study.id), by \(rules?.string ?? "the program's own table")")
                    for part in report.parts {
                        page.heading("\(part.country?.description ?? "The study"), \(part.part.rawValue) part")
                        page.line(part.conclusion)
                        for line in part.lines { page.line("  \(line.sentence)") }
                    }
                    return page
                })
        }

        private static func listing(_ report: RetentionReport) -> Listing {
            let rows = report.parts.flatMap { part in
                part.lines.map { line in
                    [
                        part.country?.description ?? "", part.part.rawValue, part.keepUntil?.description ?? "",
                        line.rule.id, line.event?.name ?? "", line.event?.day.description ?? "",
                        String(line.rule.years), line.end?.description ?? "", line.rule.source, line.rule.note,
                    ]
                }
            }
            return Listing(
                [
                    "country", "part", "keep_until", "rule", "event", "event_date", "years", "end", "source", "note",
                ], numbers: ["years"], rows: rows)
        }
    }

    struct RetentionCopies: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copies",
            abstract: "List copies, who certified them, when and how, and whether the originals may be destroyed.",
            discussion: """
                A copy replaces its original for good only if it is certified: the original may be destroyed when it is \
                said who certified it, when and how, the version is approved, and its file opens. Documents that are \
                originals, or of which nobody said, are not listed.

                Example: tmf retention copies --format csv > register.csv

                Exit status: 1 some original may not be destroyed.
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let register = CopyRegister(try store.reading().snapshot(asOf))
            try output.print(
                "copies", register.rows,
                context: [
                    ("complete", .bool(register.isComplete)),
                    ("originals_may_be_destroyed", .int(register.entries.count { $0.mayDestroyOriginal })),
                ], columns: CopyRegister.keys, numbers: ["version"],
                shown: ["document", "version", "artifact", "copy", "certified_by", "certified_on", "missing"],
                otherwise: "No document is a copy.")
            if !register.isComplete { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }
    }

    struct RetentionTableCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "table",
            abstract: "Print the program's own table of retention rules, to be edited and given to --rules.",
            discussion: """
                CSV with the columns rule, countries (ISO 3166-1 alpha-3 codes divided by semicolons, or *), party \
                (sponsor, investigator or both), triggers (events divided by |, of which the latest counts), years, source \
                and note.

                Example: tmf retention table > our-retention.csv
                """)

        func run() throws { try StandardOutput.write(RetentionTable.bundledBytes) }
    }
}
