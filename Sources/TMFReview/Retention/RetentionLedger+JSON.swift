public import TMFModel

extension RetentionLedger {
    public static let eventKeys = ["event", "country", "date", "reason", "by", "at"]

    /// The events on record.
    public var eventRows: [JSON] {
        events.map { stated in
            .full([
                ("event", .string(stated.event.name)), ("country", (stated.event.country?.description).json),
                ("date", .string(stated.event.day.description)), ("reason", .string(stated.reason)),
                ("by", .string(stated.by)), ("at", .string(stated.at.description)),
            ])
        }
    }

    public static let holdKeys = [
        "hold", "state", "kind", "level", "country", "site", "branch", "document", "reference", "reason", "placed_by",
        "placed_at", "lifted_by", "lifted_at", "lifted_reason",
    ]

    /// The holds in force, or the lifted ones, too.
    public func holdRows(all: Bool) -> [JSON] { holds.filter { all || $0.isInForce }.map(\.json) }

    public static let disposalKeys = [
        "disposal", "document", "version", "subject", "date", "method", "confirmed_by", "witness", "basis",
        "recorded_by", "recorded_at", "reason",
    ]

    /// The confirmations of disposal on record.
    public var disposalRows: [JSON] { disposals.map(\.json) }
}

extension RetentionHold {
    /// The row that `tmf retention holds` has for it.
    public var json: JSON {
        .full([
            ("hold", .string(number.description)), ("state", .string(isInForce ? "in force" : "lifted")),
            ("kind", .string(statement.kind.rawValue)), ("level", .string(statement.scope.level.rawValue)),
            ("country", (statement.scope.country?.description).json), ("site", statement.scope.site.json),
            ("branch", statement.branch.json), ("document", (statement.document?.description).json),
            ("reference", statement.reference.json), ("reason", .string(reason)), ("placed_by", .string(by)),
            ("placed_at", .string(at.description)), ("lifted_by", (lifting?.by).json),
            ("lifted_at", (lifting?.at.description).json), ("lifted_reason", (lifting?.reason).json),
        ])
    }
}

extension Disposal {
    /// The row that `tmf retention disposals` has for it.
    public var json: JSON {
        .full([
            ("disposal", .string(statement.number.description)), ("document", .string(statement.document.description)),
            ("version", statement.version.map(JSON.int)), ("subject", .string(statement.subject.rawValue)),
            ("date", .string(statement.day.description)), ("method", .string(statement.method)),
            ("confirmed_by", .string(statement.confirmedBy)), ("witness", statement.witness.json),
            ("basis", .string(statement.basis)), ("recorded_by", .string(by)),
            ("recorded_at", .string(at.description)), ("reason", reason.json),
        ])
    }
}
