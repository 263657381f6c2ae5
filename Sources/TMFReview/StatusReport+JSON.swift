public import TMFModel

extension StatusReport {
    /// The object that `status --format json` prints.
    public var json: JSON {
        .full([
            ("study", .string(study)), ("as_of", .string(asOf.description)),
            ("journal_head", (head?.hash.description).json), ("documents", .int(documents)),
            ("versions", .int(versions)),
            ("completeness", .full(completeness.members)),
            (
                "timeliness",
                .full([
                    ("measured", .int(timeliness.measured)), ("on_time", .int(timeliness.onTime)),
                    ("percent", .percent(timeliness.onTime, of: timeliness.measured)),
                    ("limit_days", .int(timeliness.limitDays)),
                ])
            ),
            (
                "quality",
                .full([
                    ("reviewed", .int(quality.reviewed)),
                    ("accepted_first_time", .int(quality.acceptedFirstTime)),
                    ("percent", .percent(quality.acceptedFirstTime, of: quality.reviewed)),
                ])
            ),
            ("expiry", .full([("expired", .int(expiry.expired)), ("expiring", .int(expiry.expiring))])),
            ("zones", .array(zones.map(\.json))), ("countries", .array(countries.map(\.json))),
            ("sites", .array(sites.map(\.json))), ("organizations", .array(organizations.map(\.json))),
            (
                "findings",
                .full(FindingSeverity.allCases.map { ($0.rawValue, .int(findings[$0] ?? 0)) })
            ),
        ])
    }
}

extension StatusReport.Completeness {
    /// Complete ÷ due in percent; null where nothing is due.
    public var percent: JSON { .percent(complete, of: due) }

    fileprivate var members: [(String, JSON?)] {
        [("expected", .int(expected)), ("due", .int(due)), ("complete", .int(complete)), ("percent", percent)]
    }
}

extension StatusReport.Group {
    /// One object of `zones`, `countries`, `sites` or `organizations`.
    public var json: JSON {
        .full([
            ("number", .string(number)), ("name", .string(name)), ("expected", .int(completeness.expected)),
            ("due", .int(completeness.due)), ("complete", .int(completeness.complete)), ("missing", .int(missing)),
            ("expired", .int(expired)), ("documents", .int(documents)), ("percent", completeness.percent),
        ])
    }
}
