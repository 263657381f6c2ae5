/// A value that is not what its field takes.
public struct FactError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The key or column.
    public let field: String
    public let expected: String

    public init(field: String, expected: String) {
        self.field = field
        self.expected = expected
    }

    public var description: String { "\(field): expected \(expected)" }
}

extension JSON {
    package func requiredText(_ key: String) throws(FactError) -> String {
        guard let text = self[key]?.string else { throw FactError(field: key, expected: "a text") }
        return text
    }

    package func requiredInt(_ key: String) throws(FactError) -> Int {
        guard let number = int ?? self[key]?.int else { throw FactError(field: key, expected: "a whole number") }
        return number
    }

    package func day(_ key: String) throws(FactError) -> Day? {
        guard let value = self[key] else { return nil }
        guard let day = value.string.flatMap({ Day($0) }) else {
            throw FactError(field: key, expected: "a day such as 2026-01-31")
        }
        return day
    }

    /// The value at `key` made of its text, such as `read("scope", "a scope") { Scope($0) }`.
    package func read<Value>(
        _ key: String, _ expected: String, _ make: (String) -> Value?
    ) throws(FactError) -> Value {
        guard let value = try readIfSet(key, expected, make) else { throw FactError(field: key, expected: expected) }
        return value
    }

    /// The same where the key may be absent.
    package func readIfSet<Value>(
        _ key: String, _ expected: String, _ make: (String) -> Value?
    ) throws(FactError) -> Value? {
        guard let member = self[key] else { return nil }
        guard let value = member.string.flatMap(make) else { throw FactError(field: key, expected: expected) }
        return value
    }
}

extension Optional where Wrapped == Day {
    /// The day's text, or nil.
    package var json: JSON? { map { .string($0.description) } }
}

extension Optional where Wrapped == String {
    package var json: JSON? { map { .string($0) } }
}
