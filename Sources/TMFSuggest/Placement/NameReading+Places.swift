import TMFModel

extension NameReading {
    /// The study, its organizations, countries and sites by their names.
    mutating func readStudyNames(_ study: StudyNames) {
        var index = 0
        while index < tokens.count {
            guard isFree(index), let phrases = study.phrases[tokens[index].text],
                let phrase = phrases.first(where: { accepts($0, at: index, study) })
            else {
                index += 1
                continue
            }
            let range = index..<index + phrase.words.count
            switch phrase.meaning {
            case .study: mark(range, .study)
            case .organization(let id):
                organization = organization ?? id
                mark(range, .organization)
            case .siteName(let scope):
                site = site ?? scope
                mark(range, .site)
            case .country(let code), .countryCode(let code), .shortCountryCode(let code):
                country = country ?? code
                mark(range, .country)
            }
            index = range.upperBound
        }
    }

    private func accepts(_ phrase: StudyNames.Phrase, at index: Int, _ study: StudyNames) -> Bool {
        let end = index + phrase.words.count
        guard end <= tokens.count else { return false }
        for (offset, word) in phrase.words.enumerated()
        where tokens[index + offset].text != word || !isFree(index + offset) {
            return false
        }
        let isAlone = isFolder && index == 0 && end == tokens.count
        switch phrase.meaning {
        case .study, .organization, .siteName: return true
        case .country(let code): return study.countries.contains(code) || isAlone
        case .countryCode(let code):
            return isAlone
                || (study.countries.contains(code) && tokens[index].isUpper && !tokens[index].isJoined
                    || isFirstUpper(index, code, study))
        case .shortCountryCode(let code): return isAlone && tokens[index].isUpper && study.countries.contains(code)
        }
    }

    private func isFirstUpper(_ index: Int, _ code: CountryCode, _ study: StudyNames) -> Bool {
        index == 0 && study.countries.contains(code) && tokens[0].isUpper
    }

    /// `Site 101`, `Zentrum 101`, a folder that begins with `101`, or a bare `101` in a name.
    mutating func readSite(_ study: StudyNames) {
        for index in tokens.indices.dropLast() where isFree(index) && NameReading.siteWords.contains(tokens[index].text)
        {
            var start = index + 1
            while start + 1 < tokens.count, ["no", "nr", "number", "id"].contains(tokens[start].text) { start += 1 }
            if let (scope, length) = siteNumber(at: start, study) {
                site = scope
                mark(index..<start + length, .site)
                return
            }
            if tokens[start].isDigits, isFree(start), tokens[start].text.utf8.count >= 2 {
                unknownSite = tokens[start].text
                mark(index..<start + 1, .site)
                return
            }
        }
        guard site == nil, kind != .line else { return }
        for index in tokens.indices where isFree(index) {
            guard let (scope, length) = siteNumber(at: index, study) else { continue }
            let written = tokens[index..<index + length].map(\.text.utf8.count).reduce(0, +)
            let begins = isFolder && index == 0
            let isLone = index == 0 || !tokens[index].isJoined
            if (begins && (written >= 2 || tokens.count == length)) || (isLone && written >= 3) {
                site = scope
                mark(index..<index + length, .site)
                return
            }
        }
    }

    private func siteNumber(at index: Int, _ study: StudyNames) -> (Scope, Int)? {
        var key = ""
        var found: (Scope, Int)?
        for offset in 0..<3 where index + offset < tokens.count {
            guard isFree(index + offset) || isCountry(index + offset) else { break }
            key += offset == 0 ? tokens[index].canonical : "/" + tokens[index + offset].canonical
            if let scope = study.sites[key], tokens[index + offset].isDigits || offset == 0 {
                found = (scope, offset + 1)
            }
        }
        return found
    }

    private func isCountry(_ index: Int) -> Bool {
        if case .country = parts[index] { true } else { false }
    }

    /// A language by its name, or by its code as a folder or behind the name.
    mutating func readLanguage() {
        for (index, token) in tokens.enumerated() where isFree(index) {
            if let code = NameReading.languages[token.text], !isFolder || tokens.count == 1 {
                language = code
                parts[index] = .language
                return
            }
        }
        if isFolder {
            guard tokens.count == 1, isFree(0), NameReading.languageCodes.contains(tokens[0].text) else { return }
            language = tokens[0].text
            parts[0] = .language
            return
        }
        for index in tokens.indices.dropFirst().reversed() {
            guard isFree(index) else { continue }
            let token = tokens[index]
            if ["final", "draft", "signed", "tracked", "clean", "entwurf"].contains(token.text) { continue }
            // A region behind a language, `en-US`, is not the record's country.
            if token.isUpper, token.text.utf8.count == 2, token.before == "-" || token.before == "_",
                NameReading.languageCodes.contains(tokens[index - 1].text), !tokens[index - 1].isUpper
            {
                parts[index] = .language
                continue
            }
            let isNumbered = index + 1 < tokens.count && tokens[index + 1].isJoined && tokens[index + 1].isDigits
            let isSetOff = token.before == "_" || token.before == "-" || token.before.hasSuffix("(")
            if NameReading.languageCodes.contains(token.text), !token.isJoined, token.isUpper || isSetOff, !isNumbered {
                language = token.text
                parts[index] = .language
            }
            return
        }
    }

    private static let siteWords: Set = [
        "site", "sites", "centre", "center", "zentrum", "prufzentrum", "pruefzentrum", "centro", "sitio", "standort",
    ]

    private static let languageCodes: Set<String> = Set(
        "en de fr es it pt nl pl cs sk hu ro bg hr sl sv da fi nb no et lv lt el tr ru uk ja zh ko he ar"
            .split(separator: " ").map(String.init))

    private static let languages: [String: String] = [
        "english": "en", "englisch": "en", "anglais": "en", "ingles": "en", "german": "de", "deutsch": "de",
        "allemand": "de", "french": "fr", "francais": "fr", "franzosisch": "fr", "franzoesisch": "fr",
        "spanish": "es", "espanol": "es", "spanisch": "es", "castellano": "es", "italian": "it", "italiano": "it",
        "italienisch": "it", "portuguese": "pt", "portugues": "pt", "dutch": "nl", "nederlands": "nl",
        "polish": "pl", "polski": "pl", "czech": "cs", "hungarian": "hu", "magyar": "hu", "romanian": "ro",
        "bulgarian": "bg", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da", "finnish": "fi",
        "suomi": "fi", "norwegian": "no", "norsk": "no", "greek": "el", "turkish": "tr", "russian": "ru",
        "ukrainian": "uk", "japanese": "ja", "chinese": "zh", "korean": "ko", "hebrew": "he", "arabic": "ar",
    ]
}
