import TMFModel

extension Scope {
    /// The scope and what it lies in: site, country, trial.
    var andEnclosing: [Scope] {
        switch self {
        case .trial: [.trial]
        case .country: [self, .trial]
        case .site(let country, _): [self, .country(country), .trial]
        }
    }
}
