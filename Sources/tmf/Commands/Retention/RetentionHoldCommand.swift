import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview

extension TMFCommand {
    struct RetentionHoldCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hold",
            abstract: "Place a hold: nothing of what it covers may be destroyed until it is released.",
            discussion: """
                On the whole study, or on a country, a site, a zone, section or artifact, or one document. A hold stands \
                above every rule: `tmf retention confirm` refuses what it covers with exit status 77.

                Example: tmf retention hold legal --reason "litigation, letter of counsel of 3 May" --reference 2026-117
                Example: tmf retention hold regulatory --site 101 --zone 05 --reason "announced inspection"
                Example: tmf retention hold legal --document D-000123 --reason "claim of a subject"

                Exit status: 65 no reason given; 66 no such place or document.
                """)

        @Argument(help: "Why it is held: legal, regulatory or other.", transform: Self.kind)
        var kind: HoldStatement.Kind

        @OptionGroup var place: ScopeOptions

        @Option(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var zone: String?

        @Option(
            help: ArgumentHelp("Only this document.", valueName: "number"), transform: ArgumentReading.document)
        var document: DocumentNumber?

        @Option(help: ArgumentHelp("The case or enquiry, as whoever asked for it calls it.", valueName: "text"))
        var reference: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if document != nil, zone != nil || !place.isEmpty {
                throw ValidationError("--document stands alone: it is where it is filed.")
            }
        }

        func run() throws {
            let filing = try store.writing().filing(change)
            let hold = try filing.placeHold(
                kind, on: try place.scope(in: filing.study) ?? .trial, branch: zone, document: document,
                reference: reference)
            try output.print(hold) { "\($0.number) placed: nothing of it may be destroyed." }
        }

        private static func kind(_ text: String) throws -> HoldStatement.Kind {
            guard let kind = HoldStatement.Kind(rawValue: text) else {
                throw ValidationError("expected legal, regulatory or other.")
            }
            return kind
        }
    }

    struct RetentionRelease: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Lift a hold; it stays on record.",
            discussion: """
                Example: tmf retention release H-0001 --reason "case closed, letter of counsel of 9 June"

                Exit status: 65 no reason given, no such hold, or it was lifted already.
                """)

        @Argument(help: "The hold's number, H-0001.", transform: ArgumentReading.hold)
        var hold: HoldNumber

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let lifted = try store.writing().filing(change).liftHold(hold)
            try output.print(lifted) { "\($0.number) lifted." }
        }
    }

    struct RetentionHolds: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "holds", abstract: "List holds: those in force, or all.",
            discussion: """
                Example: tmf retention holds
                Example: tmf retention holds --all --format csv
                """)

        /// For people.
        static let shownKeys = [
            "hold", "state", "kind", "country", "site", "branch", "document", "reference", "reason", "placed_by",
            "placed_at",
        ]

        @Flag(help: "The lifted ones, too.")
        var all = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try output.print(
                "holds", snapshot.oversight.retention.holdRows(all: all),
                context: asOf.context(of: snapshot.study),
                columns: RetentionLedger.holdKeys, shown: Self.shownKeys,
                otherwise: all ? "No hold was ever placed." : "No hold is in force.")
        }
    }
}

extension OutputOptions {
    /// Prints a hold that a command changed: as an object, and in words for people.
    fileprivate func print(_ hold: RetentionHold, _ words: (RetentionHold) -> String) throws {
        try print(
            json: { hold.json }, csv: { Listing(RetentionLedger.holdKeys, of: [hold.json]) },
            page: { Page(words(hold)) })
    }
}
