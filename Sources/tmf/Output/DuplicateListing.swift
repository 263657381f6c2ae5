import TMFIntake
import TMFModel
import TMFReview
import TMFStore

/// Brings the likenesses of a store up to date, with a count on the terminal.
enum DuplicateListing {
    /// Compares what was not compared yet, where the store can be written to.
    static func likenesses(in store: Store, again: Bool, withSimilar: Bool) throws -> [ContentLikeness] {
        guard let examined = try store.examined() else { return [] }
        if try again || examined.uncomparedCount() > 0, try store.examinedIfWritable() != nil {
            try compare(store, again: again)
        }
        return try examined.likenesses(withSimilar: withSimilar)
    }

    @discardableResult
    static func compare(_ store: Store, again: Bool = false) throws -> DuplicateComparing.Summary {
        let progress = Progress("compared")
        let summary = try DuplicateComparing(store: store).run(again: again) { count, _ in progress.show(count) }
        progress.clear()
        return summary
    }
}

extension DuplicatePair {
    /// The keys of `listed`, in their order.
    static let listedKeys =
        ["kind", "percent", "state", "evidence"] + Side.keys
        + Side.keys.map { "other_\($0)" }.map {
            $0 == "other_document" ? "other" : $0
        } + ["decided_by", "decided_at", "reason"]

    /// The object that `duplicates` has for the pair.
    var listed: JSON {
        let members: [(String, JSON?)] =
            [
                ("kind", .string(kind.rawValue)), ("percent", .int(share / 10)), ("state", .string(state.rawValue)),
                ("evidence", .array(evidence.map { .string($0) })),
            ] + zip(Side.keys, first.values).map { ($0, $1) }
            + zip(Side.keys, second.values).map { ($0 == "document" ? "other" : "other_\($0)", $1) }
            + [
                ("decided_by", (decided?.by).json), ("decided_at", (decided?.at.description).json),
                ("reason", (decided?.reason).json),
            ]
        return .full(members)
    }
}

extension DuplicatePair.Side {
    fileprivate static let keys = ["study", "document", "version", "artifact", "level", "country", "site", "title"]

    fileprivate var values: [JSON?] {
        [
            .string(study), .string(document.description), .int(version), .string(facts.artifact.description),
            .string(facts.scope.level.rawValue), (facts.scope.country?.description).json, facts.scope.site.json,
            .string(facts.title),
        ]
    }
}
