import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview

extension TMFCommand {
    struct GateCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gate",
            abstract: "Say what stands in the way of close-out, an inspection, or a site's opening.",
            discussion: """
                close-out        nothing due is missing, every milestone has its day, no finding is an error, nothing \
                waits for quality control, was sent back or is a draft, no issue is open
                inspection       the same, without milestones and drafts
                site-activation  the site has a principal investigator, everything due by its opening is there for it \
                and its country, no finding is an error, no issue is open; needs --site

                Each blocker names the command that mends it and who can. A blocker is overridden with a reason, which \
                the journal keeps; --lift takes the override back.

                Example: tmf gate close-out --site 101
                Example: tmf gate close-out --override returned:D-000123/2 --reason "agreed with QA, see CAPA-17"
                Example: tmf gate close-out --override returned:D-000123/2 --lift

                Exit status: 0 the gate is open, or the override was recorded; 1 it is closed; 65 no reason given, or \
                no such blocker; 66 no such place; 77 the blocker's place is locked.
                """)

        @Argument(help: "close-out, inspection or site-activation.", transform: Self.gate)
        var gate: Gate

        @Option(
            name: .customLong("override"),
            help: ArgumentHelp("Let the gate open although this blocker stands in it.", valueName: "blocker-id"))
        var overridden: String?

        @Flag(help: "Take the override back.")
        var lift = false

        @OptionGroup var place: ScopeOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if gate.isForSite, place.site == nil { throw ValidationError("The gate \(gate.id) needs --site.") }
            if lift, overridden == nil { throw ValidationError("--lift says with --override which one.") }
            if overridden != nil, asOf.asOf != nil {
                throw ValidationError("--override is for today, without --as-of.")
            }
        }

        func run() throws {
            if let overridden { return try overrideOrLift(overridden) }
            let binder = try store.reading().binder(asOf)
            let report = GateReport(gate, at: try place.scope(in: binder.study) ?? .trial, in: binder)
            try output.print(json: { report.json }, csv: { report.listing }, page: { report.page })
            if !report.isOpen { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func overrideOrLift(_ blocker: String) throws {
            let opened = try store.writing()
            let filing = try opened.filing(change)
            if lift {
                try filing.liftOverride(of: blocker, gate: gate.id)
            } else {
                let binder = try opened.binder(AsOfOption.today)
                let report = GateReport(gate, at: try place.scope(in: binder.study) ?? .trial, in: binder)
                guard
                    let known = (report.blockers + report.overridden.map(\.blocker)).first(where: { $0.id == blocker })
                else {
                    throw Failure(
                        .badData, "no blocker '\(blocker)' in the \(gate.id) gate; `tmf gate \(gate.id)` lists them")
                }
                try filing.override(
                    OverriddenBlocker(gate: gate.id, blocker: blocker, scope: known.scope, document: known.document))
            }
            let result = JSON.full([
                ("study", .string(filing.study.id)), ("gate", .string(gate.id)), ("blocker", .string(blocker)),
                ("overridden", .bool(!lift)), ("reason", change.reason.json),
            ])
            try output.print(
                json: { result }, csv: { Listing((result.members ?? []).map(\.key), of: [result]) },
                page: { Page(lift ? "\(blocker) keeps the gate closed again." : "\(blocker) is overridden.") })
        }

        private static func gate(_ text: String) throws -> Gate {
            guard let gate = Gate.named(text) else {
                throw ValidationError("expected \(Gate.all.map(\.id).joined(separator: ", ")).")
            }
            return gate
        }
    }
}

extension GateReport {
    private static let columns = ["id", "what", "fix", "who", "place", "document", "explanation"]

    /// One row for each blocker; those overridden come last, with the reason.
    var listing: Listing {
        Listing(
            GateReport.columns + ["overridden", "reason", "by", "at"],
            of: blockers.map { blocker in .object((blocker.json.members ?? []) + [JSON.Member("overridden", false)]) }
                + overridden.map { item in
                    .object(
                        (item.blocker.json(overriddenBy: item.override).members ?? []) + [
                            JSON.Member("overridden", true)
                        ])
                })
    }

    var page: Page {
        let words = place == .trial ? "" : " for \(place)"
        var page = Page(
            isOpen
                ? "The \(gate.id) gate\(words) is open on \(asOf)."
                : "The \(gate.id) gate\(words) is closed on \(asOf): \(blockers.count) "
                    + (blockers.count == 1 ? "blocker." : "blockers."))
        if !blockers.isEmpty { page.table(Listing(["id", "what", "who", "fix"], of: blockers.map(\.json))) }
        if !overridden.isEmpty {
            page.heading("Overridden")
            page.table(
                Listing(
                    ["id", "what", "reason", "by", "at"],
                    of: overridden.map { $0.blocker.json(overriddenBy: $0.override) }))
        }
        return page
    }
}
