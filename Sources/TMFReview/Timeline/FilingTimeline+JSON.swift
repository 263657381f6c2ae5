public import TMFModel

extension FilingTimeline {
    /// The members that `timeline` adds to a binder's context.
    public var members: [(String, JSON?)] {
        [
            ("limit_days", .int(limitDays)), ("versions", .int(counts.total)), ("on_time", .int(counts.onTime)),
            ("late", .int(counts.late)), ("unmeasured", .int(counts.unmeasured)), ("undated", .int(undated)),
            ("outside", .int(outside)), ("months", .array(months.map(\.json))),
            ("milestones", .array(milestones.map(\.json))), ("latest", .array(latest.map(\.json))),
        ]
    }
}

extension FilingTimeline.MonthRow {
    var json: JSON {
        .full([
            ("month", .string(month.description)), ("dated", .int(dated)), ("filed", .int(filed.total)),
            ("on_time", .int(filed.onTime)), ("late", .int(filed.late)), ("unmeasured", .int(filed.unmeasured)),
            ("median_days", medianDelay.map(JSON.int)), ("longest_days", longestDelay.map(JSON.int)),
        ])
    }
}

extension FilingTimeline.LateFiling {
    var json: JSON {
        .full([
            ("document", .string(document.description)), ("version", .int(version)), ("days_late", .int(daysLate)),
            ("start", .string(start.description)), ("filed", .string(filed.description)),
        ])
    }
}

extension TimelineMilestone {
    var json: JSON {
        .full([
            ("milestone", .string(number)), ("name", .string(name)), ("planned", (planned?.description).json),
            ("actual", (actual?.description).json), ("scope", .string(scope.description)),
            ("elsewhere", .int(elsewhere)),
        ])
    }
}
