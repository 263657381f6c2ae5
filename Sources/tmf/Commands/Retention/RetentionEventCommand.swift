import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview

extension TMFCommand {
    struct RetentionEventCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "event",
            abstract: "State an event from which a retention period runs, correct its day, or take it back.",
            discussion: """
                What is stated is kept in the journal with who stated it, when and why; stating it for another day \
                corrects it, and the journal keeps both. The reason says what shows it: a letter, a notification, a \
                decision. An event of a country goes before one that is stated for all.

                Example: tmf retention event end-of-trial=2026-03-31 --reason "last visit, declaration of 15 April"
                Example: tmf retention event approval@USA=2027-02-01 --reason "approval letter NDA 012345"
                Example: tmf retention event approval@USA --withdraw --reason "was the approval of another product"

                Exit status: 64 no rule waits for such an event; 65 no reason given, the day is to come, it is stated for \
                that day already, or there is nothing to take back; 66 the study has no such country.
                """)

        @Argument(help: "NAME=DATE or NAME@CODE=DATE; with --withdraw, NAME or NAME@CODE.")
        var event: String

        @Flag(help: "Take back what was stated.")
        var withdraw = false

        @OptionGroup var table: RetentionTableOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws { _ = try parsed() }

        func run() throws {
            let event = try parsed()
            try table.read().requireTrigger(event.name)
            let filing = try store.writing().filing(change)
            if let country = event.country { try filing.study.requireCountry(country) }
            guard !withdraw else {
                let taken = try filing.withdrawEvent(event.name, in: event.country)
                return try print(nil, "\(taken.listedName) on \(taken.day) is taken back.")
            }
            guard event.day <= AsOfOption.today.day else {
                throw Failure(.badData, "\(event.name): \(event.day) is to come; state it when it has happened")
            }
            let stated = try filing.stateEvent(event)
            try print(stated, "\(event.listedName) is stated for \(event.day).")
        }

        /// With --withdraw, the day means nothing.
        private func parsed() throws -> RetentionEvent {
            withdraw && !event.contains("=")
                ? try ArgumentReading.retentionEvent("\(event)=1970-01-01") : try ArgumentReading.retentionEvent(event)
        }

        private func print(_ stated: StatedEvent?, _ words: String) throws {
            let rows = RetentionLedger(events: [stated].compactMap { $0 }).eventRows
            try output.print(
                json: { rows.first ?? .object([]) }, csv: { Listing(RetentionLedger.eventKeys, of: rows) },
                page: { Page(words) })
        }
    }

    struct RetentionEvents: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "events", abstract: "List the events on record from which retention periods run.",
            discussion: """
                Each as it was stated last; `tmf audit show` tells what was stated before.

                Example: tmf retention events --format csv
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try output.print(
                "events", snapshot.oversight.retention.eventRows,
                context: asOf.context(of: snapshot.study),
                columns: RetentionLedger.eventKeys, otherwise: "No event is stated.")
        }
    }
}
