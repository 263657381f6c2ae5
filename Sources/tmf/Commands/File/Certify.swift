import ArgumentParser
import SystemPackage
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand {
    struct Certify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State that copies are certified copies: by whom, when, and how.",
            discussion: """
                A copy that is to replace its original must be certified by somebody who holds both. Which copies: by \
                --artifact, --zone, --country and --site, the versions in force there that are filed as `copy` (with \
                --unstated also those of which nothing is said); or by a table, --from, with the documents and, where they \
                differ, certified_by, certified_on and certified_method. All are recorded as one transaction with one \
                reason, or none, with everything that is wrong told. Originals, records held elsewhere and copies certified \
                otherwise are refused.

                Examples:
                  tmf certify --site 101 --by "Dr A. Müller" --on 2026-03-31 --method "page by page" --dry-run
                  tmf certify --from copies.csv --by "QA" --on 2026-03-31 --method "page by page" --reason "paper goes"
                  tmf list --columns document,title,copy,certified_by,certified_on,certified_method    (the register)

                Exit status: 65 something is wrong, or no reason given; 66 no such place; 73 the --undo file is there \
                already; 77 a place is locked.
                """)

        @Option(help: ArgumentHelp("Who certifies.", valueName: "name"))
        var by: String?

        @Option(
            help: ArgumentHelp("The day of the certification, YYYY-MM-DD.", valueName: "date"),
            transform: ArgumentReading.day)
        var on: Day?

        @Option(help: ArgumentHelp("How the copies were held against their originals.", valueName: "text"))
        var method: String?

        @OptionGroup(title: "Which") var listed: ListedDocuments

        @Flag(help: "Also versions of which nobody said whether they are copies.")
        var unstated = false

        @Option(
            help: ArgumentHelp("A table (CSV) that names the copies.", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var from: FilePath?

        @Flag(help: "Show what would be certified, and record nothing.")
        var dryRun = false

        @OptionGroup var undo: UndoOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if from == nil, listed.isEmpty {
                throw ValidationError("Say which copies: --artifact, --zone, --country or --site, or --from.")
            }
            if from != nil, !listed.isEmpty || unstated {
                throw ValidationError("--from takes the place of --artifact, --zone, --country, --site and --unstated.")
            }
            if from == nil, by == nil || on == nil || method == nil {
                throw ValidationError("Say --by, --on and --method.")
            }
        }

        func run() throws {
            let certification = CopyCertification(by: by, on: on, method: method)
            let today = AsOfOption.today.day
            try BulkChange(isDryRun: dryRun, undo: undo.undo, change: change, store: store, output: output)
                .run(nothing: "no copy there waits to be certified.") { filing in
                    if let from { return try filing.planCertifications(from: from, certification, today: today) }
                    try listed.place.requirePlaces(in: filing.study)
                    let found = try filing.store.snapshot(of: filing.study.id).documents.filter { isMeant($0) }
                    return try filing.planCertifications(of: found.map(\.number), certification, today: today)
                }
        }

        private func isMeant(_ document: Document) -> Bool {
            guard listed.contains(document.facts), let facts = document.current?.facts, facts.content != nil else {
                return false
            }
            return facts.copy?.kind == .copy || (unstated && facts.copy == nil)
        }
    }
}
