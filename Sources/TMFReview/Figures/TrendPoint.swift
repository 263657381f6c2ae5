public import TMFModel

/// The figures of a study at the end of one month, as they were known then.
public struct TrendPoint: Hashable, Sendable {
    public let month: Month
    /// The last day of the month, or the day of the report in the month that is not over.
    public let asOf: Day
    public let documents: Int
    public let versions: Int
    public let figures: StatusReport.Group
    public let limitDays: Int
    public let targets: StudyTargets

    public init(_ report: StatusReport) {
        month = Month(of: report.asOf)
        asOf = report.asOf
        documents = report.documents
        versions = report.versions
        figures = report.total
        limitDays = report.limitDays
        targets = report.targets
    }

    /// One object of `trend`.
    public var json: JSON {
        .full([
            ("month", .string(month.description)), ("as_of", .string(asOf.description)),
            ("documents", .int(documents)), ("versions", .int(versions)),
            ("completeness", figures.completeness.json(targets)),
            ("timeliness", figures.timeliness.json(targets, limitDays: limitDays)),
            ("quality", figures.quality.json(targets)), ("expiry", figures.expiry.json),
            ("findings", figures.findings.json),
        ])
    }
}
