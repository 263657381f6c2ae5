extension ExpectationRule {
    /// What must hold in a scope for the rule to ask for the record there.
    public enum Condition: Hashable, Sendable {
        /// The study has this trait.
        case trait(String)
        /// The study does not have it.
        case noTrait(String)
        /// The milestone has an actual date in the scope.
        case milestone(String)
        /// It has none yet.
        case noMilestone(String)
        /// A setting of the study has this value.
        case setting(String, value: String)
        /// The scope stands in one of these ways.
        case status([ScopeStatus])
    }

    /// How a site, a country or the trial stands by its own dates on the day of the judgement.
    public enum ScopeStatus: String, Hashable, Sendable, CaseIterable {
        case neverOpened = "never-opened"
        /// Opened, whether or not it has been closed since.
        case activated
        /// Opened and not closed.
        case open
        case closed
    }
}

extension ExpectationRule.Condition: LosslessStringConvertible {
    /// `trait:NAME`, `!trait:NAME`, `milestone:NN`, `!milestone:NN`, `setting:NAME=VALUE` or `status:S|S`.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = String(text[text.index(after: colon)...])
        guard !name.isEmpty else { return nil }
        switch text[..<colon] {
        case "trait": self = .trait(name)
        case "!trait": self = .noTrait(name)
        case "milestone": self = .milestone(name)
        case "!milestone": self = .noMilestone(name)
        case "setting":
            guard let equals = name.firstIndex(of: "="), equals > name.startIndex else { return nil }
            let value = String(name[name.index(after: equals)...])
            if value.isEmpty { return nil }
            self = .setting(String(name[..<equals]), value: value)
        case "status":
            let words = name.split(separator: "|", omittingEmptySubsequences: false)
            let statuses = words.compactMap { ExpectationRule.ScopeStatus(rawValue: String($0)) }
            guard statuses.count == words.count else { return nil }
            self = .status(statuses)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .trait(let name): "trait:\(name)"
        case .noTrait(let name): "!trait:\(name)"
        case .milestone(let number): "milestone:\(number)"
        case .noMilestone(let number): "!milestone:\(number)"
        case .setting(let name, let value): "setting:\(name)=\(value)"
        case .status(let statuses): "status:\(statuses.map(\.rawValue).joined(separator: "|"))"
        }
    }

    /// The conditions of a text that joins them with ` & `; nil if one is none.
    public static func all(in text: String) -> [Self]? {
        if text.isEmpty { return [] }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false).map {
            $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        }
        let conditions = parts.compactMap { Self(String($0)) }
        return conditions.count == parts.count ? conditions : nil
    }
}
