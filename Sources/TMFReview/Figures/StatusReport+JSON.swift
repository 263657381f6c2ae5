public import TMFModel

extension StatusReport {
    /// The object that `status --format json` prints.
    public var json: JSON {
        .full(
            [
                ("study", .string(study)), ("as_of", .string(asOf.description)),
                ("journal_head", (head?.hash.description).json), ("documents", .int(documents)),
                ("versions", .int(versions)), ("completeness", completeness.json(targets)),
                ("timeliness", timeliness.json(targets, limitDays: limitDays)), ("quality", quality.json(targets)),
                ("expiry", expiry.json),
            ]
                + [
                    ("zones", zones), ("countries", countries), ("sites", sites),
                    ("organizations", organizations),
                ].map { ($0, .array($1.map { $0.json(targets) })) } + [("findings", findings.json)])
    }

    /// The object that `status --by` prints: the groups of a division, what belongs to none of them, and the whole.
    public func json(by division: Division) -> JSON {
        .full([
            ("study", .string(study)), ("as_of", .string(asOf.description)),
            ("journal_head", (head?.hash.description).json), ("by", .string(division.rawValue)),
            ("groups", .array(groups(by: division).map { $0.json(targets) })),
            ("rest", rest(beside: division).json(targets)), ("total", total.json(targets)),
        ])
    }
}

extension StatusReport.Completeness {
    func json(_ targets: StudyTargets) -> JSON {
        .full(
            [("expected", .int(expected)), ("due", .int(due)), ("complete", .int(complete)), ("percent", percent)]
                + light(targets).members(targets.completeness))
    }
}

extension StatusReport.Timeliness {
    /// `limitDays` is null in a sum over studies whose limits differ.
    func json(_ targets: StudyTargets, limitDays: Int?) -> JSON {
        .full(
            [
                ("measured", .int(measured)), ("on_time", .int(onTime)), ("percent", percent),
                ("limit_days", limitDays.map { .int($0) }),
            ] + light(targets).members(targets.timeliness))
    }
}

extension StatusReport.Quality {
    func json(_ targets: StudyTargets) -> JSON {
        .full(
            [("reviewed", .int(reviewed)), ("accepted_first_time", .int(acceptedFirstTime)), ("percent", percent)]
                + light(targets).members(targets.quality))
    }
}

extension StatusReport.Expiry {
    var json: JSON { .full([("expired", .int(expired)), ("expiring", .int(expiring))]) }
}

extension StatusReport.FindingCounts {
    var json: JSON { .full(FindingSeverity.allCases.map { ($0.rawValue, .int(self[$0])) }) }
}

extension StatusReport.Group {
    /// One object of `zones`, `countries`, `sites` or `organizations`. `target` and `light` are those of completeness,
    /// and there only if the study sets a target.
    public func json(_ targets: StudyTargets) -> JSON {
        let figures: [(String, JSON?)] = [
            (
                "timeliness",
                .full(
                    [
                        ("measured", .int(timeliness.measured)), ("on_time", .int(timeliness.onTime)),
                        ("percent", timeliness.percent),
                    ] + timeliness.light(targets).members(targets.timeliness))
            ),
            ("quality", quality.json(targets)), ("expiry", expiry.json), ("findings", findings.json),
        ]
        return .full(
            [
                ("number", .string(number)), ("name", .string(name)), ("expected", .int(completeness.expected)),
                ("due", .int(completeness.due)), ("complete", .int(completeness.complete)),
                ("missing", .int(missing)), ("expired", .int(expired)), ("documents", .int(documents)),
                ("percent", completeness.percent),
            ] + completeness.light(targets).members(targets.completeness) + figures)
    }
}

extension TrafficLight? {
    /// `target` and `light`, where there is a target; the light is null where there is nothing to judge.
    fileprivate func members(_ target: Int?) -> [(String, JSON?)] {
        target.map { [("target", .int($0)), ("light", map { .string($0.rawValue) })] } ?? []
    }
}
