import TMFModel

/// Keys for files that are versions of one document.
public enum DocumentKeys {
    /// For each placement the key of its document, such as `05.02.04/DEU/101/cv-beispiel`; nil if it stands alone.
    ///
    /// Files belong together if they have the same artifact, scope, person, organization, language and title, and
    /// each a version label that none of the others has. The keys depend on the placements alone, not on their order.
    public static func assign(to placements: [Placement]) -> [String?] {
        var groups: [Address: [Int]] = [:]
        for (index, placement) in placements.enumerated() {
            guard let artifact = placement.artifact, let scope = placement.scope, placement.versionLabel != nil else {
                continue
            }
            let address = Address(
                artifact: artifact, scope: scope, person: placement.person, organization: placement.organization,
                language: placement.language, title: slug(placement.title))
            groups[address, default: []].append(index)
        }
        let chains = groups.filter { _, members in
            members.count > 1 && Set(members.map { placements[$0].versionLabel }).count == members.count
        }
        let owners = Dictionary(grouping: chains.keys, by: \.shortKey)
        var keys = [String?](repeating: nil, count: placements.count)
        for (address, members) in chains {
            let isAlone = owners[address.shortKey]?.count == 1
            for member in members { keys[member] = isAlone ? address.shortKey : address.longKey }
        }
        return keys
    }

    private struct Address: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
        let person: String?
        let organization: String?
        let language: String?
        let title: String

        var shortKey: String {
            ([artifact.description] + [scope.country?.description, scope.site].compactMap { $0 } + [title])
                .joined(separator: "/")
        }

        /// With what tells apart documents of one title.
        var longKey: String {
            ([shortKey] + [person, organization, language].compactMap { $0 }).joined(separator: "/")
        }
    }

    private static func slug(_ title: String) -> String {
        NameToken.tokens(of: title).map(\.text).joined(separator: "-")
    }
}
