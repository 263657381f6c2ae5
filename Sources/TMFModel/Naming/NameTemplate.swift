/// How titles are made from what is said of a record: `{artifact} {site} {person}[ v{version}]`.
///
/// What stands in square brackets is left out where a field in it is not said; elsewhere such a field leaves nothing, and
/// no second blank. `{{`, `}}`, `[[` and `]]` are the signs themselves.
public struct NameTemplate: Hashable, Sendable {
    /// What may stand in braces.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The artifact's name.
        case artifact
        /// The artifact's number.
        case number
        case subArtifact = "sub_artifact"
        case study, level, country, site
        /// The name of the person or organization in the study file.
        case person, organization
        /// The version printed on the record.
        case version
        case documentDate = "document_date"
        case language
        /// The name that the file came with, without its ending.
        case file
    }

    private enum Part: Hashable, Sendable {
        case text(String)
        case field(Field)
    }

    /// As it was written.
    public let text: String
    /// Each with whether it is left out as a whole where a field is not said.
    private let groups: [(parts: [Part], isOptional: Bool)]

    /// Throws `FactError` with the place in the template, such as `character 12`, as its field.
    public init(_ text: String) throws(FactError) {
        var reading = NameTemplateReading(text)
        var groups: [(parts: [Part], isOptional: Bool)] = [([], false)]
        var isNaming = false
        while let sign = try reading.next() {
            switch sign {
            case .character(let character):
                if case .text(let before)? = groups[groups.count - 1].parts.last {
                    groups[groups.count - 1].parts.removeLast()
                    groups[groups.count - 1].parts.append(.text(before + String(character)))
                } else {
                    groups[groups.count - 1].parts.append(.text(String(character)))
                }
            case .field(let field):
                isNaming = true
                groups[groups.count - 1].parts.append(.field(field))
            case .opens: groups.append(([], true))
            case .closes: groups.append(([], false))
            }
        }
        guard isNaming else {
            throw reading.refusal(at: 0, "at least one field such as {artifact}: all records would have one name")
        }
        self.text = text
        self.groups = groups
    }

    /// The name that the template makes; empty if no field is said.
    public func name(_ value: (Field) -> String?) -> String {
        var name = ""
        var isSaid = false
        for (parts, isOptional) in groups {
            var words = ""
            var isWhole = true
            for part in parts {
                switch part {
                case .text(let text): words += text
                case .field(let field):
                    let said = value(field) ?? ""
                    if said.isEmpty { isWhole = false } else { words += said }
                    if !said.isEmpty, !isOptional { isSaid = true }
                }
            }
            if !isOptional || isWhole { name += words }
        }
        return isSaid ? name.split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
    }

    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
