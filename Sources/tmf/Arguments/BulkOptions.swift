import ArgumentParser
import Disk
import SystemPackage
import TMFIntake
import TMFModel

/// Changes from a table instead of one by one.
struct BulkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A table (CSV, XLSX) of the changes: a listing of this program, edited. All of it is recorded, or nothing.",
            valueName: "file"), completion: .file(), transform: { FilePath($0) })
    var from: FilePath?

    @Flag(help: "With --from: show what would change, and record nothing.")
    var dryRun = false

    func validate() throws {
        if dryRun, from == nil { throw ValidationError("--dry-run goes with --from.") }
    }

    /// Throws unless either the table says what is meant or the other arguments do. `others` says which they are.
    func requireEither(_ isNamed: Bool, _ others: String) throws {
        if from == nil, !isNamed { throw ValidationError("Name \(others), or a table with --from.") }
        if from != nil, isNamed { throw ValidationError("--from takes the place of \(others).") }
    }
}

/// A table that takes changes back.
struct UndoOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "With --from: write a table to this new file that takes the change back when it is handed to --from.",
            valueName: "file"), completion: .file(), transform: { FilePath($0) })
    var undo: FilePath?
}

/// A change by a table: planned, shown, and recorded unless it is a trial.
struct BulkChange {
    let isDryRun: Bool
    let undo: FilePath?
    let change: ChangeOptions
    let store: StoreOptions
    let output: OutputOptions

    /// `nothing` is said where nothing would change.
    func run(nothing: String, _ plan: (Filing) throws -> BulkPlan) throws {
        if let undo, try Entry.exists(undo) {
            throw Failure(.cannotCreate, "\(undo) is there already; choose another name for the undoing table")
        }
        let filing = try (isDryRun ? store.reading() : store.writing()).filing(change)
        let plan = try plan(filing)
        if !isDryRun {
            // Kept before the change is made: a change that cannot be taken back as was asked is not made.
            if let undo, let bytes = plan.undoing {
                let writer = try FileWriter(creating: undo)
                try writer.write(bytes)
                try writer.sync()
                try writer.close()
            }
            do {
                try filing.record(plan)
            } catch {
                if let undo, plan.undoing != nil { try? Entry.remove(undo) }  // There is nothing to take back.
                throw error
            }
        }
        try output.print(
            json: { plan.json(isRecorded: !isDryRun) },
            csv: { Listing(BulkPlan.Change.keys, of: plan.changes.map(\.json)) },
            page: { page(plan, nothing: nothing) })
        if output.format != .table { for notice in plan.notices { StandardError.say(notice.description) } }
    }

    private func page(_ plan: BulkPlan, nothing: String) -> Page {
        var page = Page()
        if plan.changes.isEmpty {
            page.line("\(plan.rows) read: \(nothing)")
        } else {
            page.line(
                "\(plan.rows) read: \(plan.changed) change \(plan.changes.count) facts, \(plan.unchanged) do not"
                    + (isDryRun ? " (dry run: nothing was recorded)" : ""))
            page.table(Listing(BulkPlan.Change.keys, numbers: ["row", "version"], of: plan.changes.map(\.json)))
        }
        if !plan.notices.isEmpty {
            page.heading("\(plan.notices.count) notices")
            page.table(Listing(["row", "column", "message"], of: plan.notices.map(\.json)))
        }
        return page
    }
}
