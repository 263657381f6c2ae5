import ArgumentParser
import TMFFormats

/// What is said of a document as a whole: the columns of a manifest as options.
struct DocumentOptions: ParsableArguments {
    @Option(help: "The title; if absent, made from the file's name.")
    var title: String?

    @Option(help: ArgumentHelp("Your own key of the document.", valueName: "key"))
    var document: String?

    @Option(help: ArgumentHelp("ISO 639-1 code of its language, de.", valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("The document it translates, by number or key.", valueName: "document"))
    var translationOf: String?

    @Flag(help: "It could unblind: keep it apart in every view, export and archive.")
    var restricted = false

    func validate() throws {
        var row = ManifestRow(row: 1)
        try row.set(texts)
    }

    var texts: [(ManifestColumn, String?)] {
        [
            (.title, title), (.document, document), (.language, language), (.translationOf, translationOf),
            (.restricted, restricted ? "yes" : nil),
        ]
    }
}
