import ArgumentParser
import TMFFormats
import TMFModel
import TMFReview

extension TMFCommand {
    struct Rules: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rules of what is expected, with where each comes from.",
            discussion: """
                The rules that hold for the study: the stock rules, what the study adds to them, changes in them and \
                switches off (`rules` in the study file), each with its reason. Without a store, the stock rules. \
                As CSV the list has the form of the stock rules' own table. For a study, `slots` counts the places \
                each rule asks for: 0 where it matches nothing, and `tmf explain` says why.

                Example: tmf rules 05.02
                Example: tmf rules --origin override
                Example: tmf rules --stock --format csv > rules.csv
                """)

        @Argument(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var branch: String?

        @Option(help: "Only rules that come from there: stock, study or override.", transform: Self.origin)
        var origin: ExpectationRule.Origin?

        @Flag(help: "The stock rules as they are, whatever the study says.")
        var stock = false

        @OptionGroup var model: ModelOption
        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if model.model != nil, store.store != nil || store.study != nil || asOf.asOf != nil {
                throw ValidationError("--model lists stock rules: it does not go with a store, a study or a day.")
            }
        }

        func run() throws {
            let (book, study, slots) = try rules()
            let rules = book.rules.filter { $0.artifact.isIn(branch) && (origin == nil || $0.origin == origin) }
            let columns = ExpectationRule.columns + ["origin", "reason"]
            try output.print(
                json: {
                    .full([
                        ("study", study.json), ("model", .string(book.model.version)),
                        ("rules", .array(rules.map { $0.listed(columns, slots: slots) })),
                    ])
                },
                csv: { Listing(columns, rows: rules.map { $0.row + [$0.origin.rawValue, $0.reason ?? ""] }) },
                page: {
                    Page(
                        Listing(
                            ["rule", "expect", "when", "for", "due", "count", "severity", "origin"]
                                + (slots == nil ? [] : ["slots"]) + ["why"],
                            of: rules.map { $0.listed(columns, slots: slots) }),
                        otherwise: "No rule speaks of \(branch ?? "anything").")
                })
        }

        /// The rules of the study that is meant, with how many places each asks for; without a store, or if the stock
        /// rules are asked for, these.
        private func rules() throws -> (book: RuleBook, study: String?, slots: [String: Int]?) {
            if !stock, model.model == nil {
                do {
                    let binder = try store.reading().binder(asOf)
                    let known = try ReferenceModelLibrary.load(binder.study.model, kept: binder.snapshot.keptModel)
                    let book = try RuleBook(stock: known.rules, study: binder.study, model: known.model)
                    let slots = binder.slots.reduce(into: [String: Int]()) { $0[$1.rule.id, default: 0] += 1 }
                    return (book, binder.study.id, slots)
                } catch let failure as Failure where failure.code == .noInput && store.store == nil {
                    StandardError.say("no store here: these are the stock rules")
                }
            }
            let bundled = try model.load()
            return (
                try RuleBook(stock: bundled.rules, study: Study(id: ""), model: bundled.model), nil, nil
            )
        }

        private static func origin(_ text: String) throws -> ExpectationRule.Origin {
            guard let origin = ExpectationRule.Origin(rawValue: text) else {
                throw ValidationError("expected stock, study or override.")
            }
            return origin
        }
    }
}

extension ExpectationRule {
    /// The object that `rules` lists: the cells of its row, null where they are empty; and for a study how many places
    /// it asks for there.
    fileprivate func listed(_ columns: [String], slots: [String: Int]?) -> JSON {
        let cells = row + [origin.rawValue, reason ?? ""]
        let count: [(String, JSON?)] = slots.map { [("slots", .int($0[id] ?? 0))] } ?? []
        return .full(zip(columns, cells).map { ($0, $1.isEmpty ? nil : .string($1)) } + count)
    }
}
