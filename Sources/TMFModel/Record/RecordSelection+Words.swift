/// A selection in words, and as it is kept in a package.
extension RecordSelection {
    /// `zone 05, DEU with its sites, the investigator part, without restricted records`
    public var words: String {
        var words: [String] = []
        if !branches.isEmpty { words.append("artifacts below \(branches.sorted().joined(separator: ", "))") }
        words += places.sorted().map { $0.site == nil ? "\($0) with its sites" : "site \($0)" }
        if takesEnclosingPlaces, !places.isEmpty { words.append("with the records of the trial and country above") }
        if !people.isEmpty { words.append("records about \(people.sorted().joined(separator: ", "))") }
        if !standings.isEmpty { words.append("status \(standings.map(\.rawValue).sorted().joined(separator: " or "))") }
        if let from { words.append("documents dated from \(from)") }
        if let through { words.append(from == nil ? "documents dated until \(through)" : "until \(through)") }
        if let part { words.append("the \(part.rawValue) part") }
        if words.isEmpty { words.append("the whole study") }
        switch blinding {
        case .open: words.append("without restricted records")
        case .unblinded: words.append("restricted records only")
        case .both: words.append("restricted records included")
        }
        return words.joined(separator: ", ")
    }

    /// `05 DEU investigator`, for the name of a package.
    public var shortWords: String {
        var words = branches.sorted() + places.sorted().map(\.description) + people.sorted()
        words += standings.map(\.rawValue).sorted() + [from, through].compactMap { $0?.description }
        if let part { words.append(part.rawValue) }
        if blinding == .unblinded { words.append(blinding.rawValue) }
        return words.joined(separator: " ")
    }

    /// As a package keeps it. Nothing of it depends on the order in which it was asked for.
    public var json: JSON {
        func list(_ texts: some Sequence<String>) -> JSON? {
            let sorted = texts.sorted()
            return sorted.isEmpty ? nil : .array(sorted.map { .string($0) })
        }
        return .compact([
            ("branches", list(branches)), ("places", list(places.map(\.description))),
            ("enclosing", takesEnclosingPlaces ? true : nil), ("people", list(people)),
            ("status", list(standings.map(\.rawValue))), ("from", from.map { .string($0.description) }),
            ("through", through.map { .string($0.description) }), ("part", part.map { .string($0.rawValue) }),
            ("blinding", .string(blinding.rawValue)),
        ])
    }

    /// Reads what `json` writes. Throws `FactError`: what is not understood here must not be taken for a wider scope.
    public init(json: JSON) throws(FactError) {
        let known = [
            "branches", "places", "enclosing", "people", "status", "from", "through", "part", "blinding",
        ]
        guard let members = json.members, members.allSatisfy({ known.contains($0.key) }) else {
            throw FactError(field: "scope", expected: "an object with the keys \(known.joined(separator: ", "))")
        }
        func texts(_ key: String) -> [String] { (json[key]?.array ?? []).compactMap(\.string) }
        func values<Value>(_ key: String, _ make: (String) -> Value?) throws(FactError) -> [Value] {
            var values: [Value] = []
            for text in texts(key) {
                guard let value = make(text) else {
                    throw FactError(field: key, expected: "another value than \(text)")
                }
                values.append(value)
            }
            return values
        }
        self.init(
            branches: Set(texts("branches")), places: Set(try values("places") { Scope($0) }),
            takesEnclosingPlaces: json["enclosing"]?.bool ?? false, people: Set(texts("people")),
            standings: Set(try values("status") { VersionStanding(rawValue: $0) }), from: try json.day("from"),
            through: try json.day("through"),
            part: try json.readIfSet("part", "sponsor or investigator") { Part(rawValue: $0) },
            blinding: try json.read("blinding", "open, unblinded or both") { Blinding(rawValue: $0) })
    }
}
