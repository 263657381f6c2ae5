import TMFModel

/// Names of files that every system takes: lower-case ASCII, unique without regard to case.
enum FileNames {
    /// Lower-case letters, digits and dots between them stay, every run of anything else becomes one hyphen. 40 characters at most.
    static func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars.prefix(40) {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case "." where !slug.isEmpty && slug.last != "-" && slug.last != ".": slug.append(".")
            default: if slug.last != "-", slug.last != "." { slug.append("-") }
            }
        }
        return slug
    }

    /// The name of each site's page, `site-deu-101`. Where two slugs are the same, the later ones get a letter more.
    static func sites(of study: Study) -> [Scope: String] {
        var names: [Scope: String] = [:]
        var taken: Set<String> = []
        for scope in study.scopes(at: .site) {
            guard let country = scope.country, let site = scope.site else { continue }
            let plain = "site-\(slug(country.description))-\(slug(site))"
            var name = plain
            var next = 2
            while !taken.insert(name).inserted {
                name = "\(plain)-x\(next)"
                next += 1
            }
            names[scope] = name
        }
        return names
    }
}
