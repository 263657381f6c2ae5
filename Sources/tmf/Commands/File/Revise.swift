import ArgumentParser
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel

extension TMFCommand {
    struct Revise: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File the next version of a document.",
            discussion: """
                Example: tmf revise D-000123 protocol-v3.pdf --version 3.0 --document-date 2026-03-31

                Exit status: 65 the bytes are those of its latest version, or it was withdrawn; 66 no such document \
                or file.
                """)

        @Argument(help: "The document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @Argument(
            help: ArgumentHelp("The file.", valueName: "path"), completion: .file(), transform: { FilePath($0) })
        var path: FilePath

        @OptionGroup(title: "Version") var version: VersionOptions
        @OptionGroup(title: "Version") var addendum: AddendumOption
        @OptionGroup(title: "Change") var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let filing = try store.writing().filing(change)
            var row = ManifestRow(row: 1)
            row.fill(from: try filing.document(document).address)
            try row.set(version.texts)
            var said = try row.stated(in: filing.study, model: filing.model, source: path.string).version
            said.isAddendum = addendum.addendum
            let revised = try filing.revise(document, with: path, said)
            try output.print([revised]) { "\($0.number) has version \($0.versions.count): \($0.facts.title)" }
        }
    }
}
