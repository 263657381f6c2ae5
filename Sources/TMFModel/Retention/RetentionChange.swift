/// Something that happened about keeping and destroying: the file's records are as they were.
public enum RetentionChange: Hashable, Sendable {
    /// An event was stated, or stated anew for another day than `before`.
    case eventStated(RetentionEvent, before: Day?)
    /// What was stated is taken back: it has not happened.
    case eventWithdrawn(RetentionEvent)
    case holdPlaced(HoldStatement)
    /// The document is the hold's own: what is withheld of it is withheld of its lifting.
    case holdLifted(HoldNumber, DocumentNumber?)
    case disposalConfirmed(DisposalStatement)

    /// The name in the journal's line.
    public var name: String {
        switch self {
        case .eventStated: "retention-event.stated"
        case .eventWithdrawn: "retention-event.withdrawn"
        case .holdPlaced: "hold.placed"
        case .holdLifted: "hold.lifted"
        case .disposalConfirmed: "disposal.confirmed"
        }
    }

    /// The documents it is about.
    public var documents: [DocumentNumber] {
        switch self {
        case .eventStated, .eventWithdrawn: []
        case .holdPlaced(let statement): [statement.document].compactMap { $0 }
        case .holdLifted(_, let document): [document].compactMap { $0 }
        case .disposalConfirmed(let statement): [statement.document]
        }
    }
}

extension RetentionChange {
    /// The `data` of the event's line.
    public var data: JSON {
        switch self {
        case .eventStated(let event, let before): event.json(from: before, to: event.day)
        case .eventWithdrawn(let event): event.json(from: event.day, to: nil)
        case .holdPlaced(let statement): statement.json
        case .holdLifted(let number, let document):
            .compact([("hold", .string(number.description)), ("document", (document?.description).json)])
        case .disposalConfirmed(let statement): statement.json
        }
    }

    /// Reads an event from its name and `data`; nil if the name is none of these. Throws `FactError`.
    public init?(name: String, data: JSON) throws(FactError) {
        switch name {
        case "retention-event.stated":
            self = .eventStated(try RetentionEvent(json: data, dayAt: "to"), before: try data.day("from"))
        case "retention-event.withdrawn": self = .eventWithdrawn(try RetentionEvent(json: data, dayAt: "from"))
        case "hold.placed": self = .holdPlaced(try HoldStatement(json: data))
        case "hold.lifted":
            self = .holdLifted(
                try data.read("hold", "a hold's number such as H-0001") { HoldNumber($0) }, try data.documentIfSet())
        case "disposal.confirmed": self = .disposalConfirmed(try DisposalStatement(json: data))
        default: return nil
        }
    }
}

extension RetentionEvent {
    fileprivate func json(from: Day?, to: Day?) -> JSON {
        .compact([
            ("name", .string(name)), ("country", (country?.description).json), ("from", from.json), ("to", to.json),
        ])
    }

    fileprivate init(json: JSON, dayAt key: String) throws(FactError) {
        guard let day = try json.day(key) else { throw FactError(field: key, expected: "a day such as 2026-01-31") }
        self.init(
            name: try json.requiredText("name"),
            country: try json.readIfSet("country", "an ISO 3166-1 alpha-3 code") { CountryCode($0) }, day: day)
    }
}

extension HoldStatement {
    /// As the journal keeps it.
    public var json: JSON {
        .compact(
            [
                ("hold", .string(number.description)), ("kind", .string(kind.rawValue)),
                ("document", (document?.description).json), ("branch", branch.json),
            ] + scope.json + [("reference", reference.json)])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        self.init(
            number: try json.read("hold", "a hold's number such as H-0001") { HoldNumber($0) },
            kind: try json.read("kind", "legal, regulatory or other") { Kind(rawValue: $0) },
            scope: try Scope(json: json), branch: json["branch"]?.string, document: try json.documentIfSet(),
            reference: json["reference"]?.string)
    }
}

extension DisposalStatement {
    /// As the journal keeps it.
    public var json: JSON {
        .compact([
            ("disposal", .string(number.description)), ("document", .string(document.description)),
            ("version", version.map(JSON.int)), ("subject", .string(subject.rawValue)),
            ("day", .string(day.description)),
            ("method", .string(method)), ("confirmed_by", .string(confirmedBy)), ("witness", witness.json),
            ("basis", .string(basis)),
        ])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        guard let day = try json.day("day") else {
            throw FactError(field: "day", expected: "a day such as 2026-01-31")
        }
        self.init(
            number: try json.read("disposal", "a disposal's number such as X-0001") { DisposalNumber($0) },
            subject: try json.read("subject", "original, sponsor or investigator") { Subject(rawValue: $0) },
            document: try json.read("document", "a document number such as D-000123") { DocumentNumber($0) },
            version: json["version"] == nil ? nil : try json.positive("version"), day: day,
            method: try json.requiredText("method"), confirmedBy: try json.requiredText("confirmed_by"),
            witness: json["witness"]?.string, basis: try json.requiredText("basis"))
    }
}
