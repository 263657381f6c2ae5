import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct DuplicatesDecide: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide",
            abstract: "Decide about two documents that are alike: keep both, link, or reject one.",
            discussion: """
                A reason is required. The decision stands in the journal, and is not asked for again until one of the two has \
                another version. --link also links them, as `tmf link` does, from the first to the second; --reject also \
                withdraws the named one, as `tmf withdraw` does.

                The second document may be of another study of the store (--other-study): both are kept then, or the first is \
                rejected.

                Examples:
                  tmf duplicates decide D-000123 D-000124 --keep-both --reason "one for each site, as the contract asks"
                  tmf duplicates decide D-000123 D-000124 --reject D-000124 --reason "scanned twice"
                  tmf duplicates decide D-000123 D-000124 --link related-to --reason "signed scan of the same letter"

                Exit status: 65 no reason given, the two are not alike, or one is withdrawn; 66 no such document; 77 its place \
                is locked.
                """)

        @Argument(help: "One document's number.", transform: ArgumentReading.document)
        var document: DocumentNumber

        @Argument(help: "The other document's number.", transform: ArgumentReading.document)
        var other: DocumentNumber

        @Flag(help: "Each is a record of its own.")
        var keepBoth = false

        @Option(
            help: ArgumentHelp("They belong together: how, as `tmf link` has it.", valueName: "relation"),
            transform: ArgumentReading.relation)
        var link: DocumentLink.Relation?

        @Option(
            help: ArgumentHelp("Withdraw this one of the two.", valueName: "number"),
            transform: ArgumentReading.document)
        var reject: DocumentNumber?

        @Option(help: ArgumentHelp("The study of the other document, if it is another.", valueName: "id"))
        var otherStudy: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard [keepBoth, link != nil, reject != nil].count(where: { $0 }) == 1 else {
                throw ValidationError("Say one of --keep-both, --link RELATION and --reject NUMBER.")
            }
        }

        func run() throws {
            let opened = try store.writing()
            let otherStudy = otherStudy == opened.study ? nil : otherStudy
            let pair = try pair(opened, otherStudy)
            let filing = try opened.filing(change)
            let target = try otherStudy.map { try opened.store.document(other, in: $0)?.versions.count } ?? nil
            try filing.decideDuplicate(document, other, otherStudy: otherStudy, as: verdict, otherVersions: target)
            let result: [(String, JSON?)] = [
                ("study", .string(opened.study)), ("document", .string(document.description)),
                ("other_study", .string(otherStudy ?? opened.study)), ("other", .string(other.description)),
                ("kind", .string(pair.kind.rawValue)), ("percent", .int(pair.share / 10)),
                ("outcome", .string(outcome)),
            ]
            try output.print(
                json: { .full(result) }, csv: { Listing(result.map(\.0), of: [.full(result)]) },
                page: { Page("\(document) and \(other): \(words).") })
        }

        private var verdict: Filing.DuplicateVerdict {
            if let link { return .link(link) }
            return reject.map { .reject($0) } ?? .keepBoth
        }

        private var outcome: String { link != nil ? "linked" : reject != nil ? "rejected" : "both-kept" }

        private var words: String {
            if let link { return "linked, \(document) \(link.rawValue) \(other)" }
            return reject.map { "\($0) is withdrawn" } ?? "both are kept"
        }

        /// Throws if there is no such document, or nothing shows that the two are alike.
        private func pair(_ opened: OpenedStudy, _ otherStudy: String?) throws -> DuplicatePair {
            for (number, study) in [(document, opened.study), (other, otherStudy ?? opened.study)] {
                guard try opened.store.document(number, in: opened.store.study(named: study)) != nil else {
                    throw StoreError.noSuchDocument(number.description)
                }
            }
            let studies = [opened.study] + (otherStudy.map { [$0] } ?? [])
            var pairing = DuplicatePairing(try studies.map { try opened.store.snapshot(of: $0) })
            let likenesses = try opened.store.examined()?.likenesses(withSimilar: true) ?? []
            let ends = Set(["\(opened.study) \(document)", "\(otherStudy ?? opened.study) \(other)"])
            guard
                let pair = pairing.pairs(of: likenesses, sameBytes: true).first(where: { pair in
                    Set([pair.first, pair.second].map { "\($0.study) \($0.document)" }) == ends
                })
            else {
                throw Failure(
                    .badData,
                    "nothing shows that \(document) and \(other) are alike, or one is withdrawn; `tmf duplicates --all` lists "
                        + "what is. `tmf link` and `tmf withdraw` do without")
            }
            return pair
        }
    }
}
