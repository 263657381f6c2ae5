extension OversightEvent {
    /// The `data` of the event's line.
    public var data: JSON {
        switch self {
        case .sampleDrawn(let draw): draw.json
        case .issueRaised(let statement): statement.json
        case .issueAnswered(let number, let document, let text, let capa):
            .compact([
                ("issue", .string(number.description)), ("document", (document?.description).json),
                ("text", .string(text)), ("capa", capa.json),
            ])
        case .issueClosed(let number, let document, let capa):
            .compact([
                ("issue", .string(number.description)), ("document", (document?.description).json),
                ("capa", capa.json),
            ])
        case .blockerOverridden(let blocker), .overrideLifted(let blocker):
            .compact(
                [("gate", .string(blocker.gate)), ("blocker", .string(blocker.blocker))] + blocker.scope.json
                    + [("document", (blocker.document?.description).json)])
        case .placeLocked(let locking): locking.json
        case .placeUnlocked(let scope): .compact(scope.json)
        case .duplicateDecided(let decision): decision.json
        }
    }

    /// Reads an event from its name and `data`; nil if the name is none of these. Throws `FactError`.
    public init?(name: String, data: JSON) throws(FactError) {
        switch name {
        case "sample.drawn": self = .sampleDrawn(try QualityDraw(json: data))
        case "issue.raised": self = .issueRaised(try IssueStatement(json: data))
        case "issue.answered":
            self = .issueAnswered(
                try data.issueNumber(), try data.documentIfSet(), text: try data.requiredText("text"),
                capa: data["capa"]?.string)
        case "issue.closed":
            self = .issueClosed(try data.issueNumber(), try data.documentIfSet(), capa: data["capa"]?.string)
        case "blocker.overridden": self = .blockerOverridden(try OverriddenBlocker(json: data))
        case "override.lifted": self = .overrideLifted(try OverriddenBlocker(json: data))
        case "place.locked": self = .placeLocked(try Locking(json: data))
        case "place.unlocked": self = .placeUnlocked(try Scope(json: data))
        case "duplicate.decided": self = .duplicateDecided(try DuplicateDecision(json: data))
        default: return nil
        }
    }
}

extension QualityDraw {
    /// As the journal keeps it.
    public var json: JSON {
        .compact(
            [
                ("sample", .int(number)), ("seed", .int(seed)), ("percent", .int(percent)),
                ("population", .string(population.rawValue)),
            ] + (place?.json ?? []) + [
                ("size", .int(size)), ("digest", .string(digest.description)), ("weighting", .int(weighting)),
                ("through", .int(through)), ("drawn", .array(drawn.map { .string($0.description) })),
            ])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        var drawn: [Member] = []
        for text in json["drawn"]?.array ?? [] {
            guard let member = text.string.flatMap({ Member($0) }) else {
                throw FactError(field: "drawn", expected: "versions such as D-000123/2")
            }
            drawn.append(member)
        }
        self.init(
            number: try json.positive("sample"), seed: try json["seed"]?.requiredInt("seed") ?? 0,
            percent: try json.positive("percent"),
            population: try json.read("population", "filed, waiting or approved") { Population(rawValue: $0) },
            place: json["level"] == nil ? nil : try Scope(json: json), size: try json["size"]?.requiredInt("size") ?? 0,
            digest: try json.read("digest", "64 hexadecimal digits") { Digest($0) },
            weighting: try json.positive("weighting"), through: try json["through"]?.requiredInt("through") ?? 0,
            drawn: drawn)
    }
}

extension IssueStatement {
    /// As the journal keeps it.
    public var json: JSON {
        .compact(
            [
                ("issue", .string(number.description)), ("text", .string(text)),
                ("severity", .string(severity.rawValue)), ("document", (document?.description).json),
                ("artifact", (artifact?.description).json),
            ] + scope.json + [("owner", owner.json), ("due", due.json), ("capa", capa.json)])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        self.init(
            number: try json.issueNumber(), text: try json.requiredText("text"),
            severity: try json.read("severity", "critical, major or minor") { Severity(rawValue: $0) },
            document: try json.documentIfSet(),
            artifact: try json.readIfSet("artifact", "an artifact number such as 05.02.04") { ArtifactNumber($0) },
            scope: try Scope(json: json), owner: json["owner"]?.string, due: try json.day("due"),
            capa: json["capa"]?.string)
    }
}

extension Locking {
    /// As the journal keeps it.
    public var json: JSON {
        .compact(
            scope.json + [
                ("gate", .string(gate)), ("judged", .int(judged)),
                ("overridden", overridden.isEmpty ? nil : .array(overridden.map { .string($0) })),
            ])
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        self.init(
            scope: try Scope(json: json), gate: try json.requiredText("gate"), judged: try json.positive("judged"),
            overridden: (json["overridden"]?.array ?? []).compactMap(\.string))
    }
}

extension OverriddenBlocker {
    fileprivate init(json: JSON) throws(FactError) {
        self.init(
            gate: try json.requiredText("gate"), blocker: try json.requiredText("blocker"),
            scope: try Scope(json: json), document: try json.documentIfSet())
    }
}

extension Scope {
    /// The keys `level`, `country` and `site`.
    var json: [(String, JSON?)] {
        [("level", .string(level.rawValue)), ("country", (country?.description).json), ("site", site.json)]
    }
}

extension JSON {
    fileprivate func issueNumber() throws(FactError) -> IssueNumber {
        try read("issue", "an issue's number such as Q-0001") { IssueNumber($0) }
    }

    func documentIfSet() throws(FactError) -> DocumentNumber? {
        try readIfSet("document", "a document number such as D-000123") { DocumentNumber($0) }
    }

    func positive(_ key: String) throws(FactError) -> Int {
        guard let number = self[key]?.int, number >= 1 else {
            throw FactError(field: key, expected: "a number from 1")
        }
        return number
    }
}
