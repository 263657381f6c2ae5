public import TMFModel

extension RetentionReport {
    /// The object that `tmf retention --format json` prints.
    public var json: JSON {
        .full([
            ("study", .string(study)), ("parts", .array(parts.map(\.json))), ("events", .array(ledger.eventRows)),
            ("holds", .array(ledger.holdRows(all: false))),
        ])
    }

    public static let keys = [
        "country", "part", "keep_until", "at_least_until", "rule", "event", "event_date", "years", "end", "source",
        "confirmed", "holds", "note",
    ]

    /// One row for each rule of each part.
    public var rows: [JSON] {
        parts.flatMap { part in
            part.lines.map { line in
                .full([
                    ("country", (part.country?.description).json), ("part", .string(part.part.rawValue)),
                    ("keep_until", part.keepUntil.json), ("at_least_until", part.atLeastUntil.json),
                    ("rule", .string(line.rule.id)), ("event", (line.event?.name).json),
                    ("event_date", (line.event?.day).json), ("years", .int(line.rule.years)), ("end", line.end.json),
                    ("source", .string(line.rule.source)), ("confirmed", (line.rule.confirmation?.rawValue).json),
                    ("holds", part.holdNumbers), ("note", .string(line.rule.note)),
                ])
            }
        }
    }
}

extension RetentionReport.Part {
    fileprivate var holdNumbers: JSON { .array(holds.map { .string($0.number.description) }) }

    fileprivate var json: JSON {
        .full([
            ("country", (country?.description).json), ("part", .string(part.rawValue)),
            ("keep_until", keepUntil.json), ("at_least_until", atLeastUntil.json), ("open", .bool(keepUntil == nil)),
            ("conclusion", .string(conclusion)), ("holds", holdNumbers),
            (
                "rules",
                .array(
                    lines.map { line in
                        .full([
                            ("rule", .string(line.rule.id)), ("source", .string(line.rule.source)),
                            ("confirmed", (line.rule.confirmation?.rawValue).json), ("years", .int(line.rule.years)),
                            ("event", (line.event?.name).json), ("event_date", (line.event?.day).json),
                            ("end", line.end.json), ("note", .string(line.rule.note)),
                            ("explanation", .string(line.sentence)),
                        ])
                    })
            ),
        ])
    }
}
