import ArgumentParser
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find documents by what is said of them and by what they say.",
            discussion: """
                Every word must begin a word of the title, number, artifact, person, site, country, organization, \
                original name, label or note, or of the text of a file; words in quotation marks must follow each \
                other. Case and accents do not matter. What is found in a text comes last, with version, page and the \
                words around it; text that was recognized in a picture is marked.

                Texts are those that `tmf examine` has read. --without-text lists the documents that have none, such as \
                scans: `tmf examine --ocr` recognizes it.

                Examples: tmf search mueller cv
                          tmf search '"informed consent" 101'
                """)

        @Argument(help: "Words to find.")
        var text: [String] = []

        @Flag(help: "List the documents whose files were looked into and have no text.")
        var withoutText = false

        @Option(help: "The most documents to list.")
        var limit = 200

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard withoutText == text.isEmpty else {
                throw ValidationError("Give words to find, or --without-text.")
            }
            guard limit >= 1 else { throw ValidationError("--limit is 1 or more.") }
        }

        func run() throws {
            let opened = try store.reading()
            try withoutText ? listWithoutText(opened) : search(opened)
        }

        private static let textColumns = ["in_version", "page", "recognized", "snippet"]

        private func search(_ opened: OpenedStudy) throws {
            let words = text.joined(separator: " ")
            let answer = try StudySearch(opened: opened, day: asOf, limit: limit).answer(words)
            let found = answer.hits.map { hit, document -> JSON in
                .object((document.listed.members ?? []) + hit.members)
            }
            let silent = try answer.examined?.withoutTextCount() ?? 0
            // Whoever reads the list is to know which words may be misread.
            let mark = found.contains { $0["recognized"] == true } ? ["recognized"] : []
            let unknown = try opened.store.contentCount() - (answer.examined?.count() ?? 0)
            try output.print(
                "documents", found,
                context: [
                    ("study", .string(opened.study)), ("text", .string(words)), ("found", .int(answer.count)),
                    ("contents_without_text", .int(silent)), ("contents_not_examined", .int(unknown)),
                ],
                columns: Document.listedKeys + ["found_in"] + Self.textColumns,
                shown: ["document", "artifact", "country", "site", "title", "found_in", "page"] + mark + ["snippet"],
                otherwise: "Nothing is found for '\(words)'.")
            if answer.count > found.count {
                StandardError.say("\(answer.count) documents are found, \(found.count) are listed; see --limit")
            }
            if unknown > 0 {
                StandardError.say("\(unknown.counted("file was", "files were")) not looked into; see tmf examine")
            }
            if silent > 0 {
                StandardError.say("\(silent.counted("file has", "files have")) no text; see --without-text")
            }
        }

        private func listWithoutText(_ opened: OpenedStudy) throws {
            let silent = try opened.store.examined()?.withoutText() ?? []
            let documents = try opened.snapshot(asOf).documents.filter { document in
                document.versions.contains { $0.facts.content.map { silent.contains($0.digest) } ?? false }
            }
            try output.print(
                "documents", documents.map(\.listed), context: [("study", .string(opened.study))],
                columns: Document.listedKeys,
                shown: ["document", "artifact", "country", "site", "title", "status"],
                otherwise: "Every document that was looked into has text.")
        }
    }
}
