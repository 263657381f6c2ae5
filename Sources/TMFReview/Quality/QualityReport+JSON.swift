public import TMFModel

extension QualityReport {
    /// The object that `qc report` prints.
    public var json: JSON {
        .full(
            [("study", .string(study)), ("as_of", .string(asOf.description))] + total.members + [
                ("waiting", .int(waiting)), ("oldest_waiting_days", .int(oldestDays)),
                (
                    "rounds",
                    .array(
                        rounds.sorted { $0.key < $1.key }.map {
                            .full([("round", .int($0.key)), ("accepted", .int($0.value))])
                        })
                ),
                ("reasons", .array(reasons.map(\.json))), ("artifacts", .array(artifacts.map { $0.json("artifact") })),
                ("contributors", .array(contributors.map { $0.json("contributor") })),
                ("returns_in_detail", .array(reworks.map(\.json))),
            ])
    }
}

extension QualityReport.Figures {
    /// Every part of each formula, and the figure.
    public var members: [(String, JSON?)] {
        [
            ("reviewed", .int(reviewed)), ("accepted_first_time", .int(acceptedFirstTime)),
            ("first_pass_percent", .percent(acceptedFirstTime, of: reviewed)), ("returns", .int(returns)),
            ("unanswered", .int(unanswered)), ("answered", .int(answered)), ("rework_days", .int(reworkDays)),
            ("mean_rework_days", meanReworkDays),
        ]
    }

    /// Days from return to answer, in tenths rounded half up; null while none is answered.
    public var meanReworkDays: JSON {
        guard answered > 0 else { return .null }
        let tenths = (reworkDays * 20 + answered) / (answered * 2)
        return tenths % 10 == 0 ? .int(tenths / 10) : .number("\(tenths / 10).\(tenths % 10)")
    }
}

extension QualityReport.Group {
    /// The group under the key `artifact` or `contributor`.
    public func json(_ kind: String) -> JSON {
        .full([(kind, .string(key)), ("name", .string(name))] + figures.members)
    }
}

extension QualityReport.ReasonCount {
    public var json: JSON {
        .full([("code", code.json), ("title", .string(title)), ("count", .int(count))])
    }
}

extension QualityReport.Rework {
    public var json: JSON {
        .full([
            ("document", .string(record.document.description)), ("version", .int(record.version)),
            ("round", .int(record.round)), ("artifact", .string(artifact.description)),
            ("contributor", .string(contributor)), ("code", record.code.json), ("reason", record.reason.json),
            ("returned_by", .string(record.by)), ("returned_at", .string(record.at.description)),
            ("answer", (record.answer?.rawValue).json), ("answered_at", (record.answeredAt?.description).json),
            ("days", .int(days)),
        ])
    }
}
