import TMFModel

/// The part of the study that an answer of the API is narrowed to by `country`, `site` and `zone`.
struct PlaceFilter: Sendable {
    private let country: CountryCode?
    private let site: String?
    /// A zone, a section or an artifact: `05`, `05.02`, `05.02.04`.
    private let branch: String?

    /// Throws a problem of status 400 that names a value which cannot be used.
    init(_ target: RequestTarget) throws(RequestProblem) {
        if let text = target.value("country") {
            guard let code = CountryCode(text) else {
                throw .badRequest("“\(text)” for country is not a country’s code. A code looks like DEU.")
            }
            country = code
        } else {
            country = nil
        }
        site = target.value("site")
        branch = target.value("artifact") ?? target.value("zone")
        if let branch, !branch.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || ($0 >= 0x30 && $0 <= 0x39) }) {
            throw .badRequest("“\(branch)” is not a zone, section or artifact. They look like 05, 05.02 and 05.02.04.")
        }
    }

    func contains(_ artifact: ArtifactNumber) -> Bool {
        guard let branch else { return true }
        return artifact.description == branch || artifact.description.hasPrefix(branch + ".")
    }

    func contains(_ scope: Scope) -> Bool {
        (country == nil || scope.country == country) && (site == nil || scope.site == site)
    }

    func contains(_ artifact: ArtifactNumber, _ scope: Scope) -> Bool { contains(artifact) && contains(scope) }
}
