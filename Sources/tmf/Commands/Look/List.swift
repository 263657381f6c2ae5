import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List documents with their version in force.",
            discussion: """
                Withdrawn documents are listed with --status withdrawn only. The CSV, edited, is what `tmf amend --from`, \
                `tmf move --from` and `tmf qc … --from` take.
                Columns: \(ListingColumn.allCases.map(\.rawValue).joined(separator: ", ")).

                Example: tmf list --artifact 05.02.04 --country DEU --format csv > cvs.csv
                Example: tmf list --columns document,version,copy,certified_by,certified_on,certified_method
                """)

        @OptionGroup var listed: ListedDocuments

        @Option(
            help: "Only this status: draft, filed, approved, returned, superseded or withdrawn.",
            transform: ArgumentReading.standing
        )
        var status: VersionStanding?

        @Option(
            help: ArgumentHelp("Which columns, in this order; the usual ones if absent.", valueName: "names"),
            transform: Self.columns)
        var columns: [ListingColumn]?

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let snapshot = try store.reading().snapshot(asOf)
            try listed.place.requirePlaces(in: snapshot.study)
            let documents = snapshot.documents.filter { document in
                listed.contains(document.facts)
                    && (status.map { document.listedStanding == $0 } ?? (document.withdrawal == nil))
            }
            if let columns {
                let names = columns.map(\.rawValue)
                let objects = documents.map { document in
                    let version = document.listedVersion
                    return JSON.full(
                        columns.map { column in (column.rawValue, version.flatMap { document.listed(column, of: $0) }) }
                    )
                }
                return try output.print(
                    "documents", objects, columns: names, numbers: ["version", "bytes"],
                    otherwise: "No document is filed there.")
            }
            try output.print(
                "documents", documents.map(\.listed), columns: Document.listedKeys, numbers: ["version", "bytes"],
                shown: Document.shownKeys, otherwise: "No document is filed there.")
        }

        private static func columns(_ text: String) throws -> [ListingColumn] {
            let columns = try text.split(separator: ",").map { name in
                let name = String(name.filter { !$0.isWhitespace })
                guard let column = ListingColumn(rawValue: name) else {
                    let known = ListingColumn.allCases.map(\.rawValue)
                    let meant = NearestName.of(name, among: known).map { "did you mean '\($0)'?" }
                    throw ValidationError(
                        "There is no column '\(name)': \(meant ?? "expected some of \(known.joined(separator: ", ")).")"
                    )
                }
                return column
            }
            guard !columns.isEmpty, Set(columns).count == columns.count else {
                throw ValidationError("expected names of columns, each once, such as document,title,note.")
            }
            return columns
        }
    }
}
