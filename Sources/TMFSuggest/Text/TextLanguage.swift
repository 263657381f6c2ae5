/// The language of a text, by the little words that each language uses most.
enum TextLanguage {
    /// ISO 639-1; nil for a short text, and where no language or more than one comes into question.
    static func of(_ tokens: [NameToken]) -> String? {
        let words = tokens.lazy.filter { !$0.isDigits }.prefix(400)
        guard words.count >= 25 else { return nil }
        var counts: [String: Int] = [:]
        for word in words {
            for language in languages[word.text] ?? [] { counts[language, default: 0] += 1 }
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value * 100 >= words.count * 12 else { return nil }
        if ranked.count > 1, ranked[1].value * 3 > first.value * 2 { return nil }
        return first.key
    }

    private static let languages: [String: [String]] = {
        let lists = [
            "en": "the of and to in is for this that with by are be was on or not as from which it you your",
            "de": "der die das und den von ist mit fur zu im nicht auf ein eine des dem werden oder bei wird als sie",
            "fr": "le la les de des et un une du est pour dans que par sur vous avec au ne pas ou votre ce",
            "es": "el la los las de y del que en un una es para con por su se no como o al usted",
            "it": "il la di che e un una per con non del della in si sono le gli dei alla da lo",
            "nl": "de het een en van in is dat op te met voor niet zijn aan er door bij ook of uw",
            "pl": "i w na z do nie sie jest o od przez oraz dla lub po jako za ze badania",
            "pt": "o a os as de e do da que em um uma para com por se no na nao ou ao dos",
            "sv": "och att i en som det av for ar pa med till den har inte om ett eller",
            "da": "og at i en som det af for er pa med til den har ikke om et eller",
            "cs": "a v na se je z do s o pro pri ze jako nebo bude studie ktere jsou",
        ]
        var languages: [String: [String]] = [:]
        for (language, words) in lists.sorted(by: { $0.key < $1.key }) {
            for word in Set(words.split(separator: " ")) { languages[String(word), default: []].append(language) }
        }
        return languages
    }()
}
