import ArgumentParser
import SystemPackage
import TMFModel
import TMFFormats
import TMFIntake

extension TMFCommand {
    struct File: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File one document.",
            discussion: """
                The bytes are copied into the store, hashed while they are copied, and safe on the disk when the command \
                returns. Options are the columns of a manifest.

                Example: tmf file cv.pdf --artifact 05.02.04 --site 101 --person p-mueller --document-date 2026-01-31

                Exit status: 65 the record does not fit the study or the model; 66 there is no such file; \
                75 another process writes; 77 the place is locked.
                """)

        @Argument(
            help: ArgumentHelp("The file.", valueName: "path"), completion: .file(), transform: { FilePath($0) })
        var path: FilePath

        @Option(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "number"),
            transform: ArgumentReading.artifact)
        var artifact: ArtifactNumber

        @OptionGroup(title: "Place") var place: PlaceOptions
        @OptionGroup(title: "Document") var document: DocumentOptions
        @OptionGroup(title: "Version") var version: VersionOptions
        @OptionGroup(title: "Version") var addendum: AddendumOption
        @OptionGroup(title: "Change") var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let filing = try store.writing().filing(change)
            var row = try place.row()
            try row.set(document.texts + version.texts)
            row.artifact = artifact
            row.path = path.lastComponent?.string
            var (facts, said) = try row.stated(in: filing.study, model: filing.model, source: path.string)
            said.isAddendum = addendum.addendum
            said.source.path = nil  // Only an import has a source to which a path could be relative.
            let filed = try filing.file(path, facts, said)
            try output.print([filed]) { "\($0.number) filed: \($0.facts.place), \($0.facts.title)" }
        }
    }
}
