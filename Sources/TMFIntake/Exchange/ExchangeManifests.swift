import SystemPackage

/// Which files of a source are an `exchange.xml`.
enum ExchangeManifests {
    /// Their paths: `exchange.xml` where it stands highest, else every `…exchange.xml` of the highest folder that has
    /// one. A record deeper down may have the same name.
    static func paths(among files: [IntakeSource.File]) -> [String] {
        let named = files.map(\.path).filter { name(of: $0).hasSuffix("exchange.xml") }
        let exact = named.filter { name(of: $0) == "exchange.xml" }
        let candidates = exact.isEmpty ? named : exact
        guard let top = candidates.map(depth).min() else { return [] }
        return candidates.filter { depth($0) == top }.sorted()
    }

    private static func name(of path: String) -> String {
        (path.split(separator: "/").last ?? "").lowercased()
    }

    private static func depth(_ path: String) -> Int { path.split(separator: "/").count }
}
