public import SystemPackage
import TMFFormats
public import TMFModel

extension Filing {
    /// What quality control would accept or return of the versions that a listing names: those of `tmf qc list` or
    /// `tmf list`, with the rows that are meant.
    ///
    /// A row is about the version that it names, else about the latest. A column `code` gives the reason of a return
    /// row by row, else `code` does. Where the listing shows digests, they must be those of the versions: what was
    /// looked at is what is decided on. Other columns are passed over.
    ///
    /// Throws `InputProblems` with everything that is wrong, by row and column; `LockedRows`.
    public func planReviews(
        from path: FilePath, outcome: QualityReview.Outcome, code: String? = nil
    ) throws -> BulkPlan {
        let sampled = try sampledVersions()
        let passedOver = ["scope", "since", "days", "risk", "risk_factors", "outcome", "reviewed_by", "reviewed_at"]
        return try plan(
            from: path, knowing: ListingColumn.allCases.map(\.rawValue) + ["code"] + passedOver,
            requiring: ListingColumn.document.rawValue
        ) { _, row, run in
            let (document, version) = try run.version(of: row) { $0.versions.last }
            guard run.hasListedBytes(row, document, version) else { return }
            let stated = row.cells["code"].flatMap { $0.isEmpty ? nil : $0 } ?? code
            let review = try review(
                of: document, version: version.ordinal, outcome: outcome, code: stated, sampled: { sampled })
            let change = BulkPlan.Change(
                row: row.row, document: document.number, version: version.ordinal, field: "status",
                from: review.from.rawValue, to: review.to.rawValue)
            try run.add([.qualityReviewed(review)], [change])
        }
    }
}
