import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct DuplicatesList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List pairs of documents that are alike; without a subcommand, the same.",
            discussion: """
                Kinds: bytes, the same file; text, the same words, saved by another program; near-text, the same words but \
                for what a text recognition misreads or a stamp adds; picture, pages without text that look the same. All \
                these are duplicates, and stand here until somebody decides about them. --kind similar lists what is much \
                alike and no duplicate, with what differs: another version label, date, person or site.

                Documents are compared across sites, countries and studies of a store; of several stores, by their bytes. \
                What their files say is known once `tmf examine` has looked into them.

                Examples:
                  tmf duplicates --site 101
                  tmf duplicates --kind near-text --kind picture --threshold 95
                  tmf duplicates --kind similar --zone 05.02.04
                """)

        @Option(
            help: "bytes, text, near-text, picture or similar; may be repeated. All duplicates if absent.",
            transform: ArgumentReading.likeness)
        var kind: [LikenessKind] = []

        @Option(help: ArgumentHelp("Only pairs of which so much is the same, in percent.", valueName: "percent"))
        var threshold = 0

        @Option(
            help: ArgumentHelp("Only this zone, section or artifact: 05, 05.02 or 05.02.04.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var zone: String?

        @OptionGroup var place: ScopeOptions

        @Flag(help: "Also the pairs that were decided.")
        var all = false

        @Flag(help: "Compare everything anew.")
        var again = false

        @OptionGroup var studies: StudiesOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (0...100).contains(threshold) else { throw ValidationError("--threshold is 0 to 100.") }
        }

        func run() throws {
            let opened = try studies.reading()
            let stores = Dictionary(opened.map { ($0.store.root, $0.store) }, uniquingKeysWith: { first, _ in first })
            var likenesses: [ContentLikeness] = []
            var unknown = 0
            for store in stores.values {
                likenesses += try DuplicateListing.likenesses(
                    in: store, again: again, withSimilar: kind.contains(.similar))
                unknown += try store.contentCount() - (store.examined()?.count() ?? 0)
            }
            let snapshots = try opened.map { try $0.store.snapshot(of: $0.study) }
            if let only = snapshots.first, snapshots.count == 1 { try place.requirePlaces(in: only.study) }
            var pairing = DuplicatePairing(snapshots)
            let pairs = pairing.pairs(of: likenesses, sameBytes: true).filter(isAskedFor)
            try output.print(
                "pairs", pairs.map(\.listed),
                context: [
                    ("studies", .array(snapshots.map { .string($0.study.id) })),
                    ("contents_not_examined", .int(unknown)),
                ],
                columns: DuplicatePair.listedKeys, numbers: ["percent"],
                shown: snapshots.count > 1
                    ? ["kind", "percent", "study", "document", "other_study", "other", "state", "evidence"]
                    : ["kind", "percent", "document", "other", "artifact", "other_artifact", "state", "evidence"],
                otherwise: all ? "No two documents are alike." : "There is nothing to decide.")
            if unknown > 0 {
                StandardError.say("\(unknown.counted("file was", "files were")) not looked into; see tmf examine")
            }
        }

        private func isAskedFor(_ pair: DuplicatePair) -> Bool {
            let isKind = kind.isEmpty ? pair.kind.isDuplicate : kind.contains(pair.kind)
            return isKind && pair.share >= threshold * 10 && (all || pair.state == .undecided)
                && [pair.first, pair.second].contains { side in
                    (zone.map { side.facts.artifact.isIn($0) } ?? true)
                        && (place.isEmpty || place.contains(side.facts.scope))
                }
        }
    }
}
