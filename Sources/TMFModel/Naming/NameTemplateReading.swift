/// Reads a template sign by sign, with the place of whatever is wrong.
struct NameTemplateReading {
    enum Sign {
        case character(Character)
        case field(NameTemplate.Field)
        /// A part that may be left out begins, or ends.
        case opens, closes
    }

    private let characters: [Character]
    private var at = 0
    private var openedAt: Int?

    init(_ text: String) { characters = Array(text) }

    func refusal(at place: Int, _ expected: String) -> FactError {
        FactError(field: "character \(place + 1)", expected: "\(expected), in '\(String(characters))'")
    }

    /// Nil at the end.
    mutating func next() throws(FactError) -> Sign? {
        guard at < characters.count else {
            if let openedAt { throw refusal(at: openedAt, "a ']' after this '[', or '[[' for a bracket") }
            return nil
        }
        let place = at
        let character = characters[at]
        at += 1
        if "{}[]".contains(character), at < characters.count, characters[at] == character {
            at += 1
            return .character(character)
        }
        switch character {
        case "{": return .field(try field(from: place))
        case "}": throw refusal(at: place, "a '{' before this '}', or '}}' for a brace")
        case "[":
            if openedAt != nil { throw refusal(at: place, "one '[' at a time, or '[[' for a bracket") }
            openedAt = place
            return .opens
        case "]":
            if openedAt == nil { throw refusal(at: place, "a '[' before this ']', or ']]' for a bracket") }
            openedAt = nil
            return .closes
        default:
            if character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                throw refusal(at: place, "a text without line ends and control characters")
            }
            return .character(character)
        }
    }

    private mutating func field(from place: Int) throws(FactError) -> NameTemplate.Field {
        guard let end = characters[at...].firstIndex(of: "}") else {
            throw refusal(at: place, "a '}' after this '{', or '{{' for a brace")
        }
        let name = String(characters[at..<end])
        guard let field = NameTemplate.Field(rawValue: name) else {
            let known = NameTemplate.Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw refusal(at: at, "one of \(known) instead of '\(name)'")
        }
        at = end + 1
        return field
    }
}
