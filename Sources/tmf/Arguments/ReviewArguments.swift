import ArgumentParser
import TMFIntake
import TMFModel

/// What quality control looks at.
struct ReviewArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("Numbers of documents.", valueName: "document"), transform: ArgumentReading.document)
    var documents: [DocumentNumber] = []

    @Option(help: ArgumentHelp("The version; the latest if absent.", valueName: "number"))
    var version: Int?

    @OptionGroup(title: "Many") var bulk: BulkOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try bulk.requireEither(!documents.isEmpty, "documents")
        if version != nil, bulk.from != nil {
            throw ValidationError("With --from, the table's column 'version' says which is meant.")
        }
        if version != nil, documents.count > 1 { throw ValidationError("--version goes with one document.") }
    }

    /// Reviews one document after the other. What was done before one fails is printed, and stays done.
    func review(
        _ outcome: QualityReview.Outcome, code: String? = nil, _ words: (Document) -> String
    ) throws {
        if let path = bulk.from {
            return try BulkChange(isDryRun: bulk.dryRun, undo: nil, change: change, store: store, output: output)
                .run(nothing: "nothing to review.") {
                    try $0.planReviews(from: path, outcome: outcome, code: code)
                }
        }
        let filing = try store.writing().filing(change)
        var done: [Document] = []
        do {
            for document in documents {
                done.append(try filing.review(document, version: version, outcome: outcome, code: code))
            }
        } catch {
            if !done.isEmpty { try output.print(done, words) }
            throw error
        }
        try output.print(done, words)
    }
}
