/// A JSON value whose objects keep the order of their keys, so that the same value is always the same text.
///
/// Numbers are whole, or decimal fractions kept as the text they came in: nothing here needs floating point.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// A number with a fraction or an exponent, in its own spelling.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One key of an object and its value.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value at `key` of an object; nil if there is none, or if it is null.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        for member in members where member.key == key {
            if case .null = member.value { return nil }
            return member.value
        }
        return nil
    }

    public var string: String? { if case .string(let text) = self { text } else { nil } }
    public var int: Int? { if case .int(let number) = self { number } else { nil } }
    public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// An object of the members whose value is not nil.
    public static func compact(_ members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { key, value in value.map { Member(key, $0) } })
    }

    /// An object of all members, null where the value is nil.
    public static func full(_ members: [(String, JSON?)]) -> JSON {
        .object(members.map { Member($0.0, $0.1 ?? .null) })
    }

    /// `part` of `whole` in percent with one decimal, rounded half up; null when `whole` is zero.
    public static func percent(_ part: Int, of whole: Int) -> JSON {
        guard whole > 0 else { return .null }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return tenths % 10 == 0 ? .int(tenths / 10) : .number("\(tenths / 10).\(tenths % 10)")
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
