public import TMFModel

/// The figures of several studies, and their sums. Percentages are of the sums, never means of percentages.
public struct Portfolio: Hashable, Sendable {
    public let studies: [StatusReport]

    public init(_ studies: [StatusReport]) { self.studies = studies }

    public var documents: Int { studies.reduce(0) { $0 + $1.documents } }
    public var versions: Int { studies.reduce(0) { $0 + $1.versions } }

    /// The parts of every figure, added up.
    public var total: StatusReport.Group {
        var total = StatusReport.Group(number: "", name: "")
        for study in studies { total += study.total }
        return total
    }

    /// The filing days of all studies; nil where they differ.
    public var limitDays: Int? {
        guard let first = studies.first?.limitDays, studies.allSatisfy({ $0.limitDays == first }) else { return nil }
        return first
    }

    /// The targets of all studies; none where they differ.
    public var targets: StudyTargets {
        guard let first = studies.first?.targets, studies.allSatisfy({ $0.targets == first }) else {
            return StudyTargets()
        }
        return first
    }

    /// The object that `status` prints of more than one study.
    public var json: JSON {
        let total = total
        return .full([
            ("studies", .array(studies.map(\.json))),
            (
                "total",
                .full([
                    ("studies", .int(studies.count)), ("documents", .int(documents)), ("versions", .int(versions)),
                    ("completeness", total.completeness.json(targets)),
                    ("timeliness", total.timeliness.json(targets, limitDays: limitDays)),
                    ("quality", total.quality.json(targets)), ("expiry", total.expiry.json),
                    ("findings", total.findings.json),
                ])
            ),
        ])
    }
}
