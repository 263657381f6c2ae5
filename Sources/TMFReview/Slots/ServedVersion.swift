import TMFModel

/// A protocol version that a record is for.
struct ServedVersion: Sendable {
    let key: String
    /// The best that a version of the record does for it.
    var filling: Filling
    /// Whether the record does not say so: it was made when that version was the newest.
    let isByDate: Bool

    /// Each protocol version that versions of a document are for.
    static func all(of document: Document, _ protocols: ProtocolVersions, on day: Day) -> [ServedVersion] {
        var served: [ServedVersion] = []
        func add(_ key: String, _ filling: Filling, isByDate: Bool) {
            guard let known = served.firstIndex(where: { $0.key == key }) else {
                served.append(ServedVersion(key: key, filling: filling, isByDate: isByDate))
                return
            }
            if filling.rawValue > served[known].filling.rawValue { served[known].filling = filling }
        }
        for version in document.versions {
            let filling = Filling(of: version, on: day)
            let named = ProtocolVersions.keys(of: version)
            if ProtocolVersions.hasColumn(version) || named.contains(where: { protocols.keys.contains($0) }) {
                for key in named { add(key, filling, isByDate: false) }
            } else if let key = protocols.newest(on: version.facts.documentDate, in: document.facts.scope) {
                add(key, filling, isByDate: true)
            }
        }
        return served
    }
}
