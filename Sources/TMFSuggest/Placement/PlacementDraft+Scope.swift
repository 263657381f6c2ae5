import TMFModel

extension PlacementDraft {
    /// The person whose family name the path has: one of the site's if it names a site, or else the only one.
    mutating func findParticipant() {
        for (index, token) in name.tokens.enumerated() where name.isFree(index) {
            if take(token, near: name.tokens, at: index) { return }
        }
        for (index, token) in folder.tokens.enumerated() where take(token, near: folder.tokens, at: index) { return }
        for line in text?.lines ?? [] {
            for (index, token) in line.tokens.enumerated()
            where take(token, near: line.tokens, at: index, isInText: true) { return }
        }
    }

    private mutating func take(
        _ token: NameToken, near tokens: [NameToken], at index: Int, isInText: Bool = false
    ) -> Bool {
        guard !token.isDigits, let people = study.people[token.text] else { return false }
        // A family name that is also a word of the field counts only with a title or a given name beside it; so does
        // any in a text.
        if isInText || model.phrases.number(of: FieldWords.stem(token.text)) != nil
            || FieldWords.translation(of: token.text) != nil
        {
            let beside = [index - 1, index + 1].filter(tokens.indices.contains).map { tokens[$0].text }
            let isPerson = beside.contains { word in
                ["dr", "prof"].contains(word) || people.contains { $0.given.contains(word) }
            }
            guard isPerson else { return false }
        }
        let fitting = people.filter { person in
            site == nil || person.scope == site || person.scope.level != .site
        }
        let texts = Set(tokens.map(\.text))
        let given = fitting.filter { !$0.given.isDisjoint(with: texts) }
        let chosen = given.isEmpty ? fitting : given
        guard Set(chosen.map(\.id)).count == 1, let person = chosen.first else { return false }
        if let country, let home = person.scope.country, home != country { return false }
        participant = person
        return true
    }

    /// Where the record belongs, as far as the artifact's levels allow; nil if the path does not tell.
    mutating func findScope() -> Scope? {
        guard let artifact else { return nil }
        let levels = model.phrases.artifacts[artifact].levels
        if site == nil, let number = name.unknownSite ?? folder.unknownSite {
            sureness -= 10
            doubts.append("but the study has no site \(number)")
            return levels == [.trial] ? .trial : nil
        }
        if let country, !study.countries.contains(country) {
            sureness -= 10
            doubts.append("but \(country) is not a country of the study")
            return levels == [.trial] ? .trial : nil
        }
        if let site { return scope(atSite: site, levels) }
        if let country { return scope(in: country, levels) }
        if let participant, participant.scope.level == .site, levels.contains(.site), !levels.contains(.trial) {
            if let site = participant.scope.site { reasons.append("\(participant.id) is at site \(site)") }
            sureness -= 3
            return participant.scope
        }
        if let site = siteInText, levels.contains(.site) {
            reasons.append("site \(site.site ?? "") from its text")
            sureness -= 3
            return site
        }
        if levels.contains(.trial) { return .trial }
        sureness -= 5
        doubts.append("but no \(levels.contains(.country) ? "country or site" : "site") of the study is named")
        return nil
    }

    /// The only site that the text calls one.
    private var siteInText: Scope? {
        let sites = Set((text?.lines ?? []).compactMap(\.site))
        return sites.count == 1 ? sites.first : nil
    }

    private mutating func scope(atSite site: Scope, _ levels: Set<Level>) -> Scope? {
        let origin = name.site == nil ? folder.sources[.site].map { "folder “\($0)”" } : "the file name"
        reasons.append("site \(site.site ?? "") from \(origin ?? "a folder")")
        if name.site == nil, let named = name.country ?? folder.country, named != site.country {
            sureness -= 15
            doubts.append("but \(named) is named too")
        }
        if levels.contains(.site) { return site }
        return lowered(from: site, levels)
    }

    private mutating func scope(in country: CountryCode, _ levels: Set<Level>) -> Scope? {
        let origin = name.country == nil ? folder.sources[.country].map { "folder “\($0)”" } : "the file name"
        reasons.append("\(country) from \(origin ?? "a folder")")
        if levels.contains(.country) { return .country(country) }
        if let participant, participant.scope.country == country, levels.contains(.site), participant.scope.site != nil
        {
            return participant.scope
        }
        if !levels.contains(.trial) {
            sureness -= 8
            doubts.append("but it needs a site")
            return nil
        }
        return lowered(from: .country(country), levels)
    }

    /// The widest step up that the artifact allows.
    private mutating func lowered(from scope: Scope, _ levels: Set<Level>) -> Scope? {
        sureness -= 15
        let allowed = levels.sorted().map(\.rawValue).joined(separator: " or ")
        doubts.append("but the artifact is filed by \(allowed) only")
        if scope.level == .site, levels.contains(.country), let country = scope.country { return .country(country) }
        return levels.contains(.trial) ? .trial : nil
    }
}
