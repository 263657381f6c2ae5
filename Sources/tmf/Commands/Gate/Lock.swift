import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview

extension TMFCommand {
    struct Lock: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lock the study, a country with its sites, or a site: it takes addenda only.",
            discussion: """
                The close-out gate must be open for it. Afterwards `file`, `revise`, `signpost` and `import` take \
                --addendum with a reason, and mark what they file; every other change is refused, but for the quality \
                control of addenda. `tmf unlock` opens it again. The journal keeps what was overridden in the gate.

                Example: tmf lock --site 101
                Example: tmf lock --reason "close-out of 31 March"

                Exit status: 77 the gate is closed, or it is locked already; 66 no such place.
                """)

        @OptionGroup var place: ScopeOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.writing()
            let filing = try opened.filing(change)
            let scope = try place.scope(in: filing.study) ?? .trial
            let binder = try opened.binder(AsOfOption.today)
            if let lock = binder.snapshot.oversight.lock(covering: scope) {
                throw Failure(
                    .notPermitted,
                    "\(scope) is locked already: \(lock.locking.scope) since \(lock.at.day) by \(lock.by)")
            }
            let report = GateReport(.closeOut, at: scope, in: binder)
            guard report.isOpen, let head = binder.snapshot.head else {
                let more = report.blockers.count > 3 ? " …" : ""
                throw Failure(
                    .notPermitted,
                    "the close-out gate is closed for \(scope), \(report.blockers.count) in the way: "
                        + report.blockers.prefix(3).map(\.what).joined(separator: " ") + more
                        + " `tmf gate close-out` lists them all, with what mends each")
            }
            let lock = try filing.lock(
                Locking(
                    scope: scope, gate: report.gate.id, judged: head.seq,
                    overridden: report.overridden.map(\.blocker.id)))
            try output.print(lock, of: filing.study.id)
        }
    }

    struct Unlock: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a locked study, country or site again.",
            discussion: """
                A reason is required. A site that is locked with its study is opened by unlocking the study.

                Example: tmf unlock --site 101 --reason "late serious adverse event"

                Exit status: 65 no reason given, or it is not locked; 66 no such place.
                """)

        @OptionGroup var place: ScopeOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let filing = try store.writing().filing(change)
            let scope = try place.scope(in: filing.study) ?? .trial
            try filing.unlock(scope)
            let result = JSON.full([
                ("study", .string(filing.study.id)), ("place", .string(scope.description)), ("locked", false),
            ])
            try output.print(
                json: { result }, csv: { Listing(["study", "place", "locked"], of: [result]) },
                page: { Page("\(scope) is open for changes again.") })
        }
    }
}

extension OutputOptions {
    fileprivate func print(_ lock: PlaceLock, of study: String) throws {
        let result = JSON.full([
            ("study", .string(study)), ("place", .string(lock.locking.scope.description)), ("locked", true),
            ("by", .string(lock.by)), ("at", .string(lock.at.description)), ("reason", lock.reason.json),
            ("overridden", .array(lock.locking.overridden.map { .string($0) })),
        ])
        try print(
            json: { result }, csv: { Listing((result.members ?? []).map(\.key), of: [result]) },
            page: { Page("\(lock.locking.scope) is locked, and takes addenda only.") })
    }
}
