/// Which files of a transfer are an `exchange.xml`.
package enum EMSManifests {
    /// Their paths: `exchange.xml` where it stands highest, else every `…exchange.xml` of the highest folder that has
    /// one. A record deeper down may have the same name.
    package static func paths(among files: [String]) -> [String] {
        let named = files.filter { name(of: $0).hasSuffix("exchange.xml") }
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
