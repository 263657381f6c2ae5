import ArgumentParser
import TMFFormats

extension TMFCommand {
    struct RetentionTableCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "table",
            abstract: "Print the program's own table of retention rules, to be edited and given to --rules.",
            discussion: """
                CSV with the columns rule, countries (ISO 3166-1 alpha-3 codes divided by semicolons, or *), party \
                (sponsor, investigator or both), triggers (events divided by |, of which the latest counts), years, source \
                and note; and confirmed, which may be left out: source, secondary or not confirmed.

                Example: tmf retention table > our-retention.csv
                """)

        func run() throws { try StandardOutput.write(RetentionTable.bundledBytes) }
    }
}
