import TMFModel

/// Whatever a study's file names may mention: its sites, countries, people, organizations, and the study itself.
struct StudyNames: Sendable {
    enum Meaning: Hashable, Sendable {
        case study
        case organization(String)
        case siteName(Scope)
        /// A name such as `Germany`.
        case country(CountryCode)
        /// `DEU`, `UK`: only in capitals, or as a folder by itself.
        case countryCode(CountryCode)
        /// `DE`: only as a folder by itself.
        case shortCountryCode(CountryCode)
    }

    struct Phrase: Sendable {
        let words: [String]
        let meaning: Meaning
    }

    struct Participant: Sendable {
        let id: String
        let scope: Scope
        let role: String
        let given: Set<String>
    }

    /// By the first word, the longest first.
    private(set) var phrases: [String: [Phrase]] = [:]
    /// By the site's number without leading zeros and separators.
    private(set) var sites: [String: Scope] = [:]
    /// By the family name, folded.
    private(set) var people: [String: [Participant]] = [:]
    let countries: Set<CountryCode>

    init(_ study: Study) {
        countries = Set(study.countries.map(\.code))
        add(study.id, .study)
        add(study.sponsor, .study)
        for organization in study.organizations {
            add(organization.id, .organization(organization.id))
            add(organization.name, .organization(organization.id))
        }
        for country in CountryNames.all {
            for name in country.names { add(name, .country(country.code)) }
            add(country.code.description, .countryCode(country.code))
            add(country.short, .shortCountryCode(country.code))
        }
        for (name, code) in [("UK", "GBR"), ("US", "USA")] {
            if let code = CountryCode(code) { add(name, .countryCode(code)) }
        }
        for scope in study.scopes(at: .site) {
            guard let site = study.site(scope) else { continue }
            let tokens = NameToken.tokens(of: site.id)
            sites[tokens.map(\.canonical).joined(separator: "/")] = scope
            if tokens.count > 1, let last = tokens.last, last.isDigits, sites[last.canonical] == nil {
                sites[last.canonical] = scope
            }
            if NameToken.tokens(of: site.name).count > 1 { add(site.name, .siteName(scope)) }
        }
        for (scope, person) in study.everyone { add(person, of: scope) }
        for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
    }

    private mutating func add(_ name: String, _ meaning: Meaning) {
        for spelling in Set([name, FoldedText.germanSpelling(name)]) {
            let words = NameToken.tokens(of: spelling).map(\.text)
            if let first = words.first { phrases[first, default: []].append(Phrase(words: words, meaning: meaning)) }
        }
    }

    private mutating func add(_ person: Study.Person, of scope: Scope) {
        let comma = person.name.firstIndex(of: ",")
        let familyPart = comma.map { String(person.name[..<$0]) } ?? person.name
        let isTitle = { (word: String) in FieldWords.incidental.contains(word) }
        guard let family = NameToken.tokens(of: familyPart).last(where: { !$0.isDigits && !isTitle($0.text) }) else {
            return
        }
        let all = NameToken.tokens(of: person.name).map(\.text).filter { !isTitle($0) && $0 != family.text }
        let participant = Participant(id: person.id, scope: scope, role: person.role, given: Set(all))
        let german = NameToken.tokens(of: FoldedText.germanSpelling(String(family.original))).map(\.text).joined()
        for key in Set([family.text, german, StudyNames.withoutSpelledUmlauts(family.text)]) where key.utf8.count > 2 {
            people[key, default: []].append(participant)
        }
    }

    /// `mueller` as `muller`.
    private static func withoutSpelledUmlauts(_ word: String) -> String {
        var short: [UInt8] = []
        for byte in word.utf8 {
            if byte == UInt8(ascii: "e"), let last = short.last, [0x61, 0x6F, 0x75].contains(last) { continue }
            short.append(byte)
        }
        return String(decoding: short, as: UTF8.self)
    }
}
