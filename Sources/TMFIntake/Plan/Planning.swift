import TMFFormats
public import TMFModel

/// Makes a plan for a source: the manifest that `tmf import --manifest` takes.
public struct Planning {
    private let planner: Planner

    public init(study: Study, model: ReferenceModel) { planner = Planner(study: study, model: model) }

    /// What a plan holds.
    public struct Summary: Hashable, Sendable {
        /// Files in the source.
        public var files = 0
        /// Those with a place.
        public var placed = 0
        /// What cannot be filed at all, such as a link.
        public var problems: [InputProblem] = []
    }

    /// Reads the names in `source` and hands the plan, a CSV, to `write` in pieces.
    public func run(_ source: IntakeSource, write: ([UInt8]) throws -> Void) throws -> Summary {
        let listing = try source.listing()
        var summary = Summary(files: listing.files.count, problems: listing.problems)
        var writer = ManifestWriter(isPlan: true)
        try planner.forEachRow(of: listing.files.map(\.path)) { row, placement in
            if row.artifact != nil { summary.placed += 1 }
            writer.append(row, sure: String(placement.sure), why: placement.why)
            if row.row % 512 == 0 { try write(writer.take()) }
        }
        try write(writer.take())
        return summary
    }
}
