import ArgumentParser
import TMFModel
import TMFPackage
import TMFReview

extension TMFCommand {
    struct RetentionDisposal: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disposal", abstract: "List what may be destroyed on a day and why, and what may not.",
            discussion: """
                Originals whose certified copy is filed; and what the sponsor or an investigator keeps outside this store, \
                once the period of its part of the file is over. What is incomplete or held is listed with what stands in \
                the way; what must be kept because its period runs is listed with --all only, and what is on record as \
                destroyed not at all (`tmf retention disposals`). The day is --as-of. Events given with --event are not on \
                record: the list is then what would be.

                Example: tmf retention disposal
                Example: tmf retention disposal --subject original --format csv > destroy.csv
                Example: tmf retention disposal --as-of 2051-06-30

                Exit status: 1 something listed may not be destroyed.
                """)

        @Option(
            help: "Only this: original, sponsor or investigator.",
            transform: ArgumentReading.disposalSubject)
        var subject: DisposalStatement.Subject?

        @Flag(help: "What must be kept because its period runs, too.")
        var all = false

        @OptionGroup var rules: RetentionRuleOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let snapshot = try opened.snapshot(asOf)
            let list = DisposalList(
                snapshot, model: try opened.library(snapshot.study.model).model, report: try rules.report(snapshot),
                on: asOf.day)
            let entries = (all ? list.entries : list.candidates).filter { subject == nil || $0.subject == subject }
            let blocked = entries.count { !$0.mayBeDestroyed }
            try output.print(
                "disposal", entries.map(\.json),
                context: asOf.context(of: snapshot.study) + [
                    ("may_be_destroyed", .int(entries.count - blocked)), ("blocked", .int(blocked)),
                ], columns: DisposalList.keys, numbers: ["version"],
                shown: [
                    "document", "version", "artifact", "place", "subject", "may_be_destroyed", "basis", "blockers",
                ],
                otherwise: "Nothing may be destroyed.")
            if blocked > 0 { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }
    }

    struct RetentionDisposals: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disposals",
            abstract: "List what is on record as destroyed: by whom, how, when, and on what basis.",
            discussion: """
                Example: tmf retention disposals --format csv
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try output.print(
                "disposals", snapshot.oversight.retention.disposalRows,
                context: asOf.context(of: snapshot.study),
                columns: RetentionLedger.disposalKeys, numbers: ["version"],
                shown: ["disposal", "document", "version", "subject", "date", "method", "confirmed_by", "witness"],
                otherwise: "Nothing is on record as destroyed.")
        }
    }
}
