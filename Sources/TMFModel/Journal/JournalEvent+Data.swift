extension JournalEvent {
    /// The `data` of the event's line.
    public var data: JSON {
        switch self {
        case .studyChanged(let changes):
            .object([JSON.Member("changes", .array(changes.map(\.json)))])
        case .documentFiled(let number, let facts, let version):
            JournalEvent.object(number, version: 1, facts.json, version.json)
        case .versionFiled(let number, let ordinal, let version):
            JournalEvent.object(number, version: ordinal, version.json)
        case .documentAmended(let number, let version, let changes):
            .compact([
                ("document", .string(number.description)), ("version", version.map(JSON.int)),
                ("changes", .array(changes.map(\.json))),
            ])
        case .documentMoved(let number, let from, let to):
            .object([
                JSON.Member("document", .string(number.description)), JSON.Member("from", from.json),
                JSON.Member("to", to.json),
            ])
        case .documentWithdrawn(let number):
            .object([JSON.Member("document", .string(number.description))])
        case .qualityReviewed(let review):
            .compact([
                ("document", .string(review.document.description)), ("version", .int(review.version)),
                ("from", .string(review.from.rawValue)), ("to", .string(review.to.rawValue)),
                ("code", review.code.json),
            ])
        case .slotWaived(let address), .waiverLifted(let address): address.json
        case .documentsLinked(let link), .linkRemoved(let link):
            .object([
                JSON.Member("document", .string(link.document.description)),
                JSON.Member("relation", .string(link.relation.rawValue)),
                JSON.Member("target", .string(link.target.description)),
            ])
        case .oversight(let event): event.data
        case .retention(let change): change.data
        }
    }

    /// Reads an event from its name and `data`. Throws `FactError`; an unknown name is one too.
    public init(name: String, data: JSON) throws(FactError) {
        switch name {
        case "study.changed":
            var changes: [StudyChange] = []
            for change in data["changes"]?.array ?? [] { changes.append(try StudyChange(json: change)) }
            self = .studyChanged(changes)
        case "document.filed":
            self = .documentFiled(
                try data.documentNumber("document"), try DocumentFacts(json: try data.part("facts")),
                try VersionFacts(json: try data.part("filed")))
        case "version.filed":
            self = .versionFiled(
                try data.documentNumber("document"), ordinal: try data.ordinal(),
                try VersionFacts(json: try data.part("filed")))
        case "document.amended":
            var changes: [FactChange] = []
            for change in data["changes"]?.array ?? [] { changes.append(try FactChange(json: change)) }
            self = .documentAmended(
                try data.documentNumber("document"), version: data["version"] == nil ? nil : try data.ordinal(),
                changes)
        case "document.moved":
            self = .documentMoved(
                try data.documentNumber("document"), from: try SlotAddress(json: try data.part("from")),
                to: try SlotAddress(json: try data.part("to")))
        case "document.withdrawn": self = .documentWithdrawn(try data.documentNumber("document"))
        case "quality.accepted", "quality.returned":
            self = .qualityReviewed(
                QualityReview(
                    document: try data.documentNumber("document"), version: try data.ordinal(),
                    outcome: name == "quality.accepted" ? .accepted : .returned,
                    from: try data.read("from", "a status") { VersionStatus(rawValue: $0) },
                    code: data["code"]?.string))
        case "slot.waived": self = .slotWaived(try SlotAddress(json: data))
        case "waiver.lifted": self = .waiverLifted(try SlotAddress(json: data))
        case "document.linked": self = .documentsLinked(try DocumentLink(json: data))
        case "link.removed": self = .linkRemoved(try DocumentLink(json: data))
        default:
            if let event = try OversightEvent(name: name, data: data) {
                self = .oversight(event)
            } else if let change = try RetentionChange(name: name, data: data) {
                self = .retention(change)
            } else {
                throw FactError(field: "event", expected: "an event of this version, not '\(name)'")
            }
        }
    }

    private static func object(_ number: DocumentNumber, version: Int, _ facts: JSON, _ filed: JSON) -> JSON {
        .object([
            JSON.Member("document", .string(number.description)), JSON.Member("version", .int(version)),
            JSON.Member("facts", facts), JSON.Member("filed", filed),
        ])
    }

    private static func object(_ number: DocumentNumber, version: Int, _ filed: JSON) -> JSON {
        .object([
            JSON.Member("document", .string(number.description)), JSON.Member("version", .int(version)),
            JSON.Member("filed", filed),
        ])
    }
}

extension JSON {
    fileprivate func documentNumber(_ key: String) throws(FactError) -> DocumentNumber {
        try read(key, "a document number such as D-000123") { DocumentNumber($0) }
    }

    fileprivate func ordinal() throws(FactError) -> Int {
        guard let ordinal = self["version"]?.int, ordinal >= 1 else {
            throw FactError(field: "version", expected: "a number from 1")
        }
        return ordinal
    }

    fileprivate func part(_ key: String) throws(FactError) -> JSON {
        guard let part = self[key], part.members != nil else { throw FactError(field: key, expected: "an object") }
        return part
    }
}

extension FactChange {
    fileprivate var json: JSON {
        .object([JSON.Member("field", .string(field)), JSON.Member("from", from), JSON.Member("to", to)])
    }

    fileprivate init(json: JSON) throws(FactError) {
        self.init(field: try json.requiredText("field"), from: json["from"] ?? .null, to: json["to"] ?? .null)
    }
}

extension StudyChange {
    fileprivate var json: JSON {
        .object([
            JSON.Member("entity", .string(entity.rawValue)), JSON.Member("key", .string(key)),
            JSON.Member("from", from), JSON.Member("to", to),
        ])
    }

    fileprivate init(json: JSON) throws(FactError) {
        self.init(
            entity: try json.read("entity", "an entity of a study") { StudyEntity.Kind(rawValue: $0) },
            key: try json.requiredText("key"), from: json["from"] ?? .null, to: json["to"] ?? .null)
    }
}

extension DocumentLink {
    fileprivate init(json: JSON) throws(FactError) {
        self.init(
            document: try json.documentNumber("document"),
            relation: try json.read("relation", "a relation") { Relation(rawValue: $0) },
            target: try json.documentNumber("target"))
    }
}
