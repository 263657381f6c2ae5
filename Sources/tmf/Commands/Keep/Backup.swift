import ArgumentParser
import SystemPackage
import TMFModel
import TMFStore

extension TMFCommand {
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy the whole store, each content checked on the way.",
            discussion: """
                The copy is a store of its own, as of one moment; others may read and write meanwhile.

                Example: tmf backup /backup/ABC-101-2026-03-31.tmf

                Exit status: 65 a content is damaged; 73 the folder is there already; 74 it cannot be written.
                """)

        @Argument(
            help: ArgumentHelp("The copy's new folder.", valueName: "out"), completion: .directory,
            transform: { FilePath($0) })
        var target: FilePath

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let root = try store.path()
            let copied = try Store(at: root, .reading).backUp(to: target)
            let result: [(String, JSON?)] = [
                ("store", .string(root.string)), ("path", .string(target.string)), ("files", .int(copied.files)),
                ("bytes", .int(Int(copied.bytes))),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: {
                    Page("\(target) is a copy of \(root): \(copied.files.counted("content")), \(copied.bytes) bytes.")
                })
        }
    }
}
