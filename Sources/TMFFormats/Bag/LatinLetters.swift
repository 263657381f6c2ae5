/// Latin letters in ASCII: as their languages write them without accents where there is one way, else without marks.
enum LatinLetters {
    /// The lower-case ASCII letters or the digit for a lower-case character; empty if there are none.
    static func ascii(of character: Character) -> String {
        if let byte = character.asciiValue {
            return (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? String(character) : ""
        }
        if let letters = letters[character] { return letters }
        // A letter with marks that no single code point has.
        guard let first = character.unicodeScalars.first, first.isASCII else { return "" }
        return ascii(of: Character(first))
    }

    /// Equal characters are equal however their marks are encoded, and so find their letters.
    private static let letters: [Character: String] = {
        let rows: [(String, String)] = [
            ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("æǽ", "ae"), ("œ", "oe"), ("ø", "oe"), ("å", "aa"),
            ("þ", "th"), ("ðđ", "d"), ("ŋ", "ng"), ("ĳ", "ij"), ("ı", "i"),
            ("áàâãāăąạảấầẩẫậắằẳẵặǎª", "a"), ("çćĉċč", "c"), ("ď", "d"), ("éèêëēĕėęěẹẻẽếềểễệ", "e"), ("ĝğġģ", "g"),
            ("ĥħ", "h"), ("íìîïĩīĭįịỉǐ", "i"), ("ĵ", "j"), ("ķĸ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"),
            ("óòôõōŏőọỏốồổỗộơớờởỡợǒº", "o"), ("ŕŗř", "r"), ("śŝşšșſ", "s"), ("ţťŧț", "t"),
            ("úùûũūŭůűųụủưứừửữựǔ", "u"), ("ŵẁẃẅ", "w"), ("ýÿŷỳỵỷỹ", "y"), ("źżž", "z"),
        ]
        var letters: [Character: String] = [:]
        for (characters, ascii) in rows {
            for character in characters { letters[character] = ascii }
        }
        return letters
    }()
}
