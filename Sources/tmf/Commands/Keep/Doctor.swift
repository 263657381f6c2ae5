import ArgumentParser
import Disk
import SystemPackage
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore

extension TMFCommand {
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how a store is, or rebuild its catalog from the journal.",
            discussion: """
                Looks at the format, the journal, the catalog, every content, contents that no version names, and the \
                space left. --rebuild makes the catalog again from the journal; contents are not touched. Where `tmf \
                examine` has looked into contents, it does so again, with recognition where there was some.

                --repair-from checks every content and brings missing and damaged ones back from a second store (a \
                backup) or a package, each only if its SHA-256 is what was filed. The journal and everything that is \
                sound are left alone; what could not be repaired is listed; a report is kept in the store's folder \
                fixity/.

                Examples:
                  tmf doctor --rebuild
                  tmf doctor --repair-from /mnt/backup/ABC-101.tmf

                Exit status: 1 something is wrong, or could not be repaired; 65 the journal does not hold together, or \
                the source is no package; 66 there is no such source; 75 another process writes.
                """)

        @Flag(help: "Make the catalog again from the journal.")
        var rebuild = false

        @Option(
            help: ArgumentHelp(
                "Bring missing and damaged contents back from this store or package.", valueName: "store-or-package"),
            completion: .file(), transform: { FilePath($0) })
        var repairFrom: FilePath?

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if rebuild, repairFrom != nil { throw ValidationError("--rebuild and --repair-from do not go together.") }
        }

        func run() throws {
            let root = try store.path()
            if let repairFrom { return try printRepairing(root, from: repairFrom) }
            guard !rebuild else { return try printRebuilding(root) }
            let diagnosis = try Diagnosis(of: root)
            try output.print(
                "parts", diagnosis.parts.map(\.json),
                context: [("store", .string(root.string)), ("ok", .bool(diagnosis.isSound))],
                columns: ["part", "ok", "detail"], otherwise: "")
            if !diagnosis.isSound { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func printRebuilding(_ root: FilePath) throws {
            let count = try Store.rebuild(root)
            let examined = try examineAgain(root)
            let result: [(String, JSON?)] = [
                ("store", .string(root.string)), ("entries", .int(count)), ("examined", examined.map { .int($0) }),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: {
                    Page(
                        "The catalog of \(root) was made again from \(count.counted("entry", "entries")) of the journal."
                            + (examined.map { " \($0.counted("file was", "files were")) looked into again." } ?? ""))
                })
        }

        /// Nil if nothing was examined before.
        private func examineAgain(_ root: FilePath) throws -> Int? {
            let store = try Store(at: root, .reading)
            guard let before = try store.examined(), try before.count() > 0 else { return nil }
            let recognized = try before.hasRecognizedText()
            try store.forgetExamined()
            let examiner = Examiner(recognizing: recognized ? "eng" : nil)
            for sentence in examiner.tools.missing { StandardError.say(sentence) }
            let summary = try ExaminationListing.run(Examining(store: store, examiner: examiner))
            try DuplicateListing.compare(store)
            return summary.examined
        }

        private func printRepairing(_ root: FilePath, from source: FilePath) throws {
            guard try Entry.exists(source) else {
                throw Failure(.noInput, "\(source): there is no such store or package")
            }
            let opened = try Store(at: root, .writing())
            let progress = Progress("checked")
            let outcome = try ContentRepairing(opened).repair(from: source) { progress.show($0) }
            progress.clear()
            let now = Clock.now()
            let facts: [(String, JSON?)] =
                [("store", .string(root.string)), ("source", .string(source.string))] + outcome.json
            let by = ChangeOptions.loginAttribution
            let report = try opened.fixity.keep(
                .full(
                    [
                        ("at", .string(now.description)), ("actor", .string(by.actor)), ("host", .string(by.host)),
                    ] + facts), kind: "repair", at: now)
            try output.print(
                json: { .full(facts + [("report", .string(report.string))]) },
                csv: { Self.rows(outcome) },
                page: {
                    var page = Page(
                        outcome.left.isEmpty
                            ? "Every content of \(root) is what was filed."
                            : "\(outcome.left.count.counted("file is", "files are")) not repaired.")
                    page.facts([
                        ("Checked", String(outcome.checked)), ("Repaired", String(outcome.repaired.count)),
                        ("Not repaired", String(outcome.left.count)), ("Report", report.string),
                    ])
                    if !outcome.repaired.isEmpty || !outcome.left.isEmpty { page.table(Self.rows(outcome)) }
                    return page
                })
            if !outcome.left.isEmpty { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private static func rows(_ outcome: ContentRepairing.Outcome) -> Listing {
            Listing(
                ["sha256", "repaired", "problem", "reason"],
                rows: outcome.repaired.map { [$0.description, "yes", "", ""] }
                    + outcome.left.map { [$0.digest.description, "no", $0.problem, $0.reason] })
        }
    }
}
