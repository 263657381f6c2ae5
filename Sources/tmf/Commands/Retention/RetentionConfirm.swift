import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct RetentionConfirm: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm",
            abstract: "Record that something was destroyed: who confirms it, how, when, and who was there.",
            discussion: """
                What is destroyed lies outside this store: the original of a certified copy (--subject original), or what \
                the sponsor or an investigator keeps elsewhere when its period is over. The store keeps every byte and \
                every entry it has; that something was destroyed is a further fact. Only what `tmf retention disposal` \
                says may go, by what is on record, can be confirmed: all that are named, or none. What was confirmed with \
                one command bears one number.

                Example: tmf retention confirm D-000123 D-000124 --subject original --method "shredded, DIN 66399 P-4" \
                --confirmed-by "A. Archivist" --witness "B. Beispiel" --on 2026-05-04
                Example: tmf retention confirm --listed --subject original --method "burnt" --confirmed-by "A. Archivist"

                Exit status: 64 no documents; 65 the day is to come, or it is on record already; 66 no such document; 77 it \
                may not be destroyed: held, not certified as it must be, or its period runs.
                """)

        @Argument(help: "The documents' numbers, D-000123.", transform: ArgumentReading.document)
        var documents: [DocumentNumber] = []

        @Flag(help: "All that may be destroyed today, by `tmf retention disposal`.")
        var listed = false

        @Option(
            help: "What was destroyed: original, sponsor or investigator.",
            transform: ArgumentReading.disposalSubject)
        var subject: DisposalStatement.Subject

        @Option(help: ArgumentHelp("How it was destroyed.", valueName: "text"))
        var method: String

        @Option(help: ArgumentHelp("Who saw to it and confirms it.", valueName: "name"))
        var confirmedBy: String

        @Option(help: ArgumentHelp("Who was there.", valueName: "name"))
        var witness: String?

        @Option(
            help: ArgumentHelp("When it was destroyed, YYYY-MM-DD; today if absent.", valueName: "date"),
            transform: ArgumentReading.day)
        var on: Day?

        @OptionGroup var table: RetentionTableOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if documents.isEmpty != listed {
                throw ValidationError(listed ? "--listed takes no documents." : "Name documents, or give --listed.")
            }
        }

        func run() throws {
            let day = on ?? AsOfOption.today.day
            guard day <= AsOfOption.today.day else {
                throw Failure(.badData, "\(day) is to come; confirm what has happened")
            }
            // Open for writing from the first look on: nobody can place a hold in between.
            let opened = try store.writing()
            let filing = try opened.filing(change)
            let entries = try entries(opened, on: day)
            let number = try filing.nextDisposalNumber()
            try filing.confirm(
                entries.map { entry in
                    DisposalStatement(
                        number: number, subject: subject, document: entry.document.number, version: entry.version,
                        day: day, method: method, confirmedBy: confirmedBy, witness: witness, basis: entry.basis)
                })
            let recorded = try opened.store.oversight(of: opened.study).retention.disposals.filter {
                $0.statement.number == number
            }
            try output.print(
                json: {
                    .full([("disposal", .string(number.description)), ("confirmed", .array(recorded.map(\.json)))])
                }, csv: { Listing(RetentionLedger.disposalKeys, of: recorded.map(\.json)) },
                page: {
                    Page(
                        entries.isEmpty
                            ? "Nothing may be destroyed; nothing was recorded."
                            : "\(number): the destruction of \(entries.count) is on record. The store keeps its own bytes."
                    )
                })
        }

        /// What is to be confirmed. Throws `Failure` with every document that may not be destroyed.
        private func entries(_ opened: OpenedStudy, on day: Day) throws -> [DisposalList.Entry] {
            let snapshot = try opened.store.snapshot(of: opened.study)
            let report = RetentionReport(
                study: snapshot.study, rules: try table.read(), ledger: snapshot.oversight.retention)
            let list = DisposalList(
                snapshot, model: try opened.library(snapshot.study.model).model, report: report, on: day)
            if listed { return list.entries.filter { $0.subject == subject && $0.mayBeDestroyed } }
            var entries: [DisposalList.Entry] = []
            var refusals: [String] = []
            for number in Set(documents).sorted() {
                guard let document = snapshot.document(number) else {
                    throw StoreError.noSuchDocument(number.description)
                }
                guard let entry = list.entry(number, subject) else {
                    try requireUnconfirmed(document, report.ledger)
                    refusals.append(
                        "\(number) may not be destroyed: "
                            + (subject == .original
                                ? "its version in force is no copy that takes an original's place"
                                : "it is no record of the \(subject.rawValue)'s part"))
                    continue
                }
                if entry.mayBeDestroyed {
                    entries.append(entry)
                } else {
                    refusals.append("\(number) may not be destroyed: \(entry.blockers.joined(separator: "; "))")
                }
            }
            guard refusals.isEmpty else { throw Failure(.notPermitted, lines: refusals) }
            return entries
        }

        private func requireUnconfirmed(_ document: Document, _ ledger: RetentionLedger) throws {
            let known = ledger.disposals.map(\.statement).first {
                $0.document == document.number && $0.subject == subject
            }
            guard let known else { return }
            throw Failure(.badData, "\(document.number): its disposal is on record already, as \(known.number)")
        }
    }
}
