import ArgumentParser
import Disk
import SystemPackage
import TMFModel
import TMFPackage
import TMFStore

extension TMFCommand {
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the store again out of a package that holds everything.",
            discussion: """
                Takes a package in any form: folder, ZIP, TAR, TAR.ZST. Every byte is checked on the way, and the journal \
                is applied anew: the store has the same journal head, and answers every question for every day as the one \
                that was packed. A package that withholds records, or is not what was packed, is refused with every \
                reason, and nothing is left behind. A package made with --as-of gives the store of that day. \
                Of a package in volumes, name one: the others must lie beside it under their own names.

                Examples:
                  tmf package whole.zip --include-restricted
                  tmf restore whole.zip ABC-101.tmf

                Exit status: 65 the package withholds something or is damaged; 66 there is no such package; 73 the store \
                cannot be made; 74 reading or writing failed.
                """)

        @Argument(
            help: ArgumentHelp("The package.", valueName: "package"), completion: .file(),
            transform: { FilePath($0) })
        var package: FilePath

        @Argument(
            help: ArgumentHelp("The new store's folder.", valueName: "dir"), completion: .directory,
            transform: { FilePath($0) })
        var target: FilePath

        @OptionGroup var output: OutputOptions

        func run() throws {
            guard try Entry.exists(package) else { throw Failure(.noInput, "\(package): there is no such package") }
            let progress = Progress("MiB restored")
            let restored = try PackageRestoring(package).restore(to: target) { bytes in
                progress.show(Int(bytes >> 20))
            }
            progress.clear()
            let facts: [(String, JSON)] = [
                ("path", .string(target.string)), ("study", .string(restored.study)),
                ("documents", .int(restored.documents)), ("versions", .int(restored.versions)),
                ("files", .int(restored.files)), ("bytes", .int(Int(restored.bytes))),
                ("journal_entries", .int(restored.head.seq)),
                ("journal_head", .string(restored.head.hash.description)),
            ]
            try output.print(
                json: { .full(facts) }, csv: { Listing(facts.map(\.0), rows: [facts.map(\.1.cell)]) },
                page: {
                    var page = Page("\(target) is restored and whole.")
                    page.facts([
                        ("Study", restored.study), ("Documents", String(restored.documents)),
                        ("Versions", String(restored.versions)),
                        ("Contents", "\(restored.files), \(restored.bytes) bytes"),
                        ("Journal", restored.head.seq.counted("entry", "entries")),
                        ("Journal head", restored.head.hash.description),
                    ])
                    return page
                })
        }
    }
}
