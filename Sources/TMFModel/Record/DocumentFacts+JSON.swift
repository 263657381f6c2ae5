extension DocumentFacts {
    /// The facts under the names of the manifest's columns; what is not set is absent.
    public var json: JSON {
        .compact(
            address.members + [
                ("title", .string(title)),
                ("document", key.json),
                ("language", language.json),
                ("translation_of", translationOf.json),
                ("restricted", isRestricted ? true : nil),
            ])
    }

    /// Reads what `json` writes; other keys are passed over. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        let address = try SlotAddress(json: json)
        self.init(
            artifact: address.artifact, subArtifact: address.subArtifact, scope: address.scope,
            person: address.person, organization: address.organization, title: json["title"]?.string ?? "",
            language: json["language"]?.string, translationOf: json["translation_of"]?.string,
            isRestricted: json["restricted"]?.bool ?? false, key: json["document"]?.string)
    }
}

extension Scope {
    /// The scope that the keys `level`, `country` and `site` say together.
    package init(json: JSON) throws(FactError) {
        let level = try json.read("level", "trial, country or site") { Level(rawValue: $0) }
        let country = try json.readIfSet("country", "an ISO 3166-1 alpha-3 code") { CountryCode($0) }
        switch (level, country, json["site"]?.string) {
        case (.trial, nil, nil): self = .trial
        case (.country, let country?, nil): self = .country(country)
        case (.site, let country?, let site?): self = .site(country, site)
        default:
            throw FactError(
                field: "level",
                expected: "no country and no site for the trial, a country for a country, both for a site")
        }
    }
}

extension SlotAddress {
    /// The address under the names of the manifest's columns.
    public var json: JSON { .compact(members) }

    /// In the order in which lines of the journal have been hashed: it can never change.
    fileprivate var members: [(String, JSON?)] {
        [
            ("artifact", .string(artifact.description)),
            ("sub_artifact", subArtifact.json),
            ("level", .string(scope.level.rawValue)),
            ("country", (scope.country?.description).json),
            ("site", scope.site.json),
            ("person", person.json),
            ("organization", organization.json),
            ("protocol_version", protocolVersion.json),
            ("language", language.json),
            ("renews", renews.json),
        ]
    }

    /// Reads what `json` writes. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        self.init(
            artifact: try json.read("artifact", "an artifact number such as 05.02.04") { ArtifactNumber($0) },
            subArtifact: json["sub_artifact"]?.string, scope: try Scope(json: json), person: json["person"]?.string,
            organization: json["organization"]?.string, protocolVersion: json["protocol_version"]?.string,
            language: json["language"]?.string, renews: try json.day("renews"))
    }
}
