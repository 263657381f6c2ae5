public import TMFFormats
public import TMFModel
public import TMFSuggest

/// Proposes where each file of a source belongs, as the rows of a manifest that a specialist reviews.
public struct Planner {
    private let study: Study
    private let model: ReferenceModel
    private let placer: Placer

    /// With `experience`, files are also placed by words that are no name of an artifact.
    public init(study: Study, model: ReferenceModel, experience: Experience? = nil) {
        self.study = study
        self.model = model
        placer = Placer(study: study, model: model, experience: experience)
    }

    /// A row for each path in turn, with where it was placed, how sure that is and why. Versions of one document follow
    /// each other, oldest label first, and share a key. `placed` are those that were placed by more than their paths.
    public func forEachRow(
        of paths: [String], placed: [String: Placement] = [:], _ body: (ManifestRow, Placement) throws -> Void
    ) throws {
        var placer = placer
        let placements = paths.map { placed[$0] ?? placer.placement(of: $0) }
        let keys = DocumentKeys.assign(to: placements)
        for (position, path) in order(placements, keys).enumerated() {
            let placement = placements[path]
            var row = ManifestRow(row: position + 2, path: paths[path])
            row.artifact = placement.artifact
            row.subArtifact = placement.subArtifact
            row.level = placement.scope?.level
            row.country = placement.scope?.country
            row.site = placement.scope?.site
            row.person = placement.person
            row.organization = placement.organization
            row.title = placement.title
            row.document = keys[path]
            row.version = placement.versionLabel
            row.documentDate = placement.documentDate
            row.language = placement.language
            row.status = placement.status
            if let title = title(of: row) { row.title = title }
            try body(row, placement)
        }
    }

    /// By the study's template; nil if it has none for the row, or the row no place.
    private func title(of row: ManifestRow) -> String? {
        guard !study.settings.titles.isEmpty, row.artifact != nil,
            let facts = try? row.facts(in: study, model: model, source: "")  // A row without a place has no title.
        else { return nil }
        return study.title(of: facts.document, facts.version, in: model)
    }

    /// Positions of the files, those that share a key sorted by their version's label at the places they had.
    private func order(_ placements: [Placement], _ keys: [String?]) -> [Int] {
        var order = Array(placements.indices)
        let groups = Dictionary(grouping: placements.indices.filter { keys[$0] != nil }) { keys[$0] ?? "" }
        for places in groups.values where places.count > 1 {
            let sorted = places.sorted {
                Planner.numbers(placements[$0].versionLabel).lexicographicallyPrecedes(
                    Planner.numbers(placements[$1].versionLabel))
            }
            for (place, path) in zip(places, sorted) { order[place] = path }
        }
        return order
    }

    /// `1.10` as 1, 10: labels are ordered by their numbers.
    private static func numbers(_ label: String?) -> [Int] {
        (label ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    }
}
