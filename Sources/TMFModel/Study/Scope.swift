/// The part of the trial a record belongs to: the whole trial, one country, or one site of a country.
public enum Scope: Hashable, Sendable {
    case trial
    case country(CountryCode)
    case site(CountryCode, String)

    public var level: Level {
        switch self {
        case .trial: .trial
        case .country: .country
        case .site: .site
        }
    }

    public var country: CountryCode? {
        switch self {
        case .trial: nil
        case .country(let code), .site(let code, _): code
        }
    }

    /// The site's number.
    public var site: String? { if case .site(_, let site) = self { site } else { nil } }
}

extension Scope: Comparable {
    /// The trial first, then each country before its sites.
    public static func < (left: Scope, right: Scope) -> Bool {
        (left.country?.description ?? "", left.site ?? "") < (right.country?.description ?? "", right.site ?? "")
    }
}

extension Scope: LosslessStringConvertible {
    /// `trial`, `DEU` or `DEU/101`: the form of keys, commands and messages.
    public init?(_ text: String) {
        if text == "trial" {
            self = .trial
            return
        }
        guard let code = CountryCode(String(text.prefix(3))) else { return nil }
        let rest = text.dropFirst(3)
        if rest.isEmpty {
            self = .country(code)
        } else if rest.first == "/", rest.count > 1 {
            self = .site(code, String(rest.dropFirst()))
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .trial: "trial"
        case .country(let code): code.description
        case .site(let code, let site): "\(code)/\(site)"
        }
    }
}
