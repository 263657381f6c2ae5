import TMFModel

/// The values of single elements.
extension EMSInterpretation {
    mutating func required(_ fields: [String: [EMSElement]], _ name: String, _ element: EMSElement) -> String? {
        guard let text = text(fields, name) else {
            refuse(name, "is missing or blank", element)
            return nil
        }
        return text
    }

    func text(_ fields: [String: [EMSElement]], _ name: String) -> String? {
        guard let code = fields[name]?.first?.code, !code.isEmpty else { return nil }
        return code
    }

    mutating func flag(_ fields: [String: [EMSElement]], _ name: String) -> Bool? {
        guard let element = fields[name]?.first else { return nil }
        switch element.code {
        case "Yes": return true
        case "No": return false
        default: break
        }
        let known = [
            "YES": true, "TRUE": true, "Y": true, "1": true, "NO": false, "FALSE": false, "N": false, "0": false,
        ]
        guard let value = known[element.code.uppercased()] else {
            refuse(name, "expected Yes or No, found '\(element.code)'", element)
            return nil
        }
        deviate(name, "expected Yes or No, found '\(element.code)'", element)
        return value
    }

    mutating func day(_ fields: [String: [EMSElement]], _ name: String) -> Day? {
        guard let element = fields[name]?.first, !element.code.isEmpty else { return nil }
        if let day = EMSTime.day(element.code) { return day }
        if let day = Day(element.code) {
            deviate(name, "expected a day such as 20-JAN-2019, found the form 2019-01-20", element)
            return day
        }
        refuse(name, "expected a day such as 20-JAN-2019, found '\(element.code)'", element)
        return nil
    }

    mutating func check(_ time: String, _ name: String, _ element: EMSElement) {
        switch EMSTime.stamp(time) {
        case .sound: break
        case .withoutOffset: deviate(name, "the time has no offset from UTC", element)
        case .none: deviate(name, "expected a time such as 2016-04-13T14:00:25+00:00", element)
        }
    }

    mutating func level(_ text: String, _ element: EMSElement) -> Level? {
        if let level = Level.allCases.first(where: { $0.exchangeName == text }) { return level }
        let level = text.lowercased() == "study" ? .trial : Level(rawValue: text.lowercased())
        if level == nil {
            refuse("OBJECTLEVEL", "expected Trial, Country or Site, found '\(text)'", element)
        } else {
            deviate("OBJECTLEVEL", "expected Trial, Country or Site, found '\(text)'", element)
        }
        return level
    }

    mutating func uniqueID(_ text: String, _ element: EMSElement) -> Int? {
        guard let number = Decimal.value(of: text.utf8), number > 0 else {
            refuse("UNIQUEID", "expected the reference model's unique ID such as 091, found '\(text)'", element)
            return nil
        }
        return number
    }

    mutating func word<Word: RawRepresentable<String>>(
        _ text: String, of words: [Word], _ name: String, _ line: Int
    ) -> Word? {
        if let word = words.first(where: { $0.rawValue == text }) { return word }
        let message = "expected \(words.map(\.rawValue).joined(separator: ", ")), found '\(text)'"
        guard let word = words.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            remarks.refuse(name, message, line: line, object: object)
            return nil
        }
        remarks.deviate(name, message, line: line, object: object)
        return word
    }

    mutating func language(_ text: String, _ element: EMSElement?) -> String {
        if !EMSLanguage.codes.contains(text) {
            remarks.deviate(
                "OBJECTLANGUAGE", "'\(text)' is no code of the schema", line: element?.line ?? 0, object: object)
        }
        return EMSLanguage.codes.contains(text.lowercased()) ? text.lowercased() : text
    }

    mutating func refuse(_ name: String, _ message: String, _ element: EMSElement) {
        remarks.refuse(name, message, line: element.line, object: object)
    }

    mutating func deviate(_ name: String, _ message: String, _ element: EMSElement) {
        remarks.deviate(name, message, line: element.line, object: object)
    }
}
