import TMFModel
import TMFSuggest

/// How suggestions for files are shown.
enum SuggestionListing {
    static let columns = [
        "file", "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "title", "version",
        "document_date", "language", "status", "sure", "why", "suggestions",
    ]

    /// What is not known is null.
    static func object(_ file: String, _ placement: Placement) -> JSON {
        .full([
            ("file", .string(file)), ("artifact", (placement.artifact?.description).json),
            ("sub_artifact", placement.subArtifact.json), ("level", (placement.scope?.level.rawValue).json),
            ("country", (placement.scope?.country?.description).json), ("site", (placement.scope?.site).json),
            ("person", placement.person.json), ("organization", placement.organization.json),
            ("title", .string(placement.title)), ("version", placement.versionLabel.json),
            ("document_date", (placement.documentDate?.description).json), ("language", placement.language.json),
            ("status", (placement.status?.rawValue).json), ("sure", .int(placement.sureness)),
            ("why", .string(placement.why)), ("suggestions", .array(placement.suggestions.map(object))),
        ])
    }

    private static func object(_ suggestion: Suggestion) -> JSON {
        .full([
            ("artifact", .string(suggestion.artifact.description)), ("name", .string(suggestion.name)),
            ("confidence", .int(suggestion.confidence)), ("words", .array(suggestion.words.map { .string($0) })),
        ])
    }

    /// The suggestions as one text: `05.02.04 … 62 (CV); 05.02.05 … 20 (CV)`.
    static func row(_ object: JSON) -> JSON {
        .object(
            (object.members ?? []).map { member in
                guard member.key == "suggestions" else { return member }
                return JSON.Member("suggestions", .string(texts(object).joined(separator: "; ")))
            })
    }

    static func page(_ objects: [JSON]) -> Page {
        var page = Page()
        for object in objects {
            page.heading(object["file"]?.string ?? "")
            let artifact = object["artifact"]?.string
            page.facts(
                [("proposed", artifact ?? "nothing")]
                    + columns[2...12].map { key in
                        let cell = object[key]?.cell ?? ""
                        return (key.split(separator: "_").joined(separator: " "), cell.isEmpty ? nil : cell)
                    } + [("why", object["why"]?.cell)])
            for (place, text) in texts(object).enumerated() { page.line("\(place + 1). \(text)") }
        }
        return page
    }

    private static func texts(_ object: JSON) -> [String] {
        (object["suggestions"]?.array ?? []).map { suggestion in
            let words = suggestion["words"]?.cell ?? ""
            return ["artifact", "name", "confidence"].map { suggestion[$0]?.cell ?? "" }.joined(separator: " ")
                + (words.isEmpty ? "" : " (\(words))")
        }
    }
}
