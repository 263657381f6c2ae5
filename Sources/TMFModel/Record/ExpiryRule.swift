/// How the expiry of a version is known.
public enum ExpiryRule: Hashable, Sendable {
    /// The date is printed on the document.
    case printed
    /// It does not expire.
    case none
    /// In force until a later version replaces it.
    case untilReplaced
    /// So many months after the document date.
    case months(Int)
}

extension ExpiryRule: LosslessStringConvertible {
    /// `printed`, `none`, `until-replaced`, or `+24 months` (1 to 1,200); nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "printed": self = .printed
        case "none": self = .none
        case "until-replaced": self = .untilReplaced
        default:
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].hasPrefix("+"), parts[1] == "months" || parts[1] == "month",
                let months = Decimal.value(of: parts[0].dropFirst().utf8), (1...1_200).contains(months)
            else { return nil }
            self = .months(months)
        }
    }

    public var description: String {
        switch self {
        case .printed: "printed"
        case .none: "none"
        case .untilReplaced: "until-replaced"
        case .months(let months): "+\(months) months"
        }
    }
}
