import Disk
public import SystemPackage
import TMFFormats
public import TMFModel
public import TMFSuggest

/// Makes a plan for a source: the manifest that `tmf import --manifest` takes.
public struct Planning {
    private let planner: Planner
    private let health: PlanHealth
    private let isNested: Bool

    /// With an examiner the files of a folder are looked into, and placed by their texts, too; without, their first and
    /// last bytes are read. With `experience` files are placed by more than names of the model. Where `isNested` the
    /// archives in the source are opened for the plan, one level, and what is in them has rows of its own.
    public init(
        study: Study, model: ReferenceModel, experience: Experience? = nil, examiner: Examiner? = nil,
        isNested: Bool = false
    ) {
        self.isNested = isNested
        planner = Planner(study: study, model: model, experience: experience)
        health = PlanHealth(
            examiner: examiner,
            reader: experience.map { TextPlacing(study: study, model: model, experience: $0) })
    }

    /// What a plan holds.
    public struct Summary: Hashable, Sendable {
        /// Files in the source.
        public var files = 0
        /// Those with a place.
        public var placed = 0
        /// Those with something wrong in their bytes.
        public var withRemarks = 0
        /// What cannot be filed at all, such as a link.
        public var problems: [InputProblem] = []
    }

    /// Reads the names in `source` and writes the plan into a new table.
    public func run(_ source: IntakeSource, into path: FilePath) throws -> Summary {
        let writer = try TableWriter(creating: path, sheet: "Plan", ManifestWriter.columns(isPlan: true))
        let summary = try forEachRow(of: source) { try writer.append($0) }
        try writer.finish()
        return summary
    }

    /// Reads the names in `source` and hands the plan, a CSV, to `write` in pieces.
    public func run(_ source: IntakeSource, write: ([UInt8]) throws -> Void) throws -> Summary {
        var writer = CSVWriter()
        writer.append(ManifestWriter.columns(isPlan: true))
        let summary = try forEachRow(of: source) {
            writer.append($0)
            if writer.bytes.count > 1 << 16 { try write(writer.take()) }
        }
        try write(writer.take())
        return summary
    }

    private func forEachRow(of source: IntakeSource, _ body: ([String]) throws -> Void) throws -> Summary {
        if isNested {
            return try source.withNested(.all, below: ProcessFacts.temporaryFolder) {
                try forEachRow(of: $0.listing, health.look(into: $0), body)
            }
        }
        let listing = try source.listing()
        return try forEachRow(of: listing, health.look(into: source, listing.files), body)
    }

    private func forEachRow(
        of listing: IntakeSource.Listing, _ found: PlanHealth.Found, _ body: ([String]) throws -> Void
    ) throws -> Summary {
        let (remarks, placed) = found
        var summary = Summary(files: listing.files.count, problems: listing.problems)
        summary.withRemarks = listing.files.count { remarks[$0.path] != nil }
        try planner.forEachRow(of: listing.files.map(\.path), placed: placed) { row, placement in
            if row.artifact != nil { summary.placed += 1 }
            let health = row.path.flatMap { remarks[$0] } ?? ""
            let suggestions = placement.suggestions.map(\.description).joined(separator: "; ")
            try body(
                ManifestWriter.cells(of: row) + [String(placement.sureness), placement.why, suggestions, health])
        }
        return summary
    }
}
