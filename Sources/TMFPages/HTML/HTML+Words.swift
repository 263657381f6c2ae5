import TMFModel

/// The small pieces that every page is made of.
extension HTML {
    /// Text that people typed: kept apart from its surroundings, so that no direction mark in it can turn them round.
    static func isolated(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

    /// `05-Jan-2026`, and nothing but a dash where there is none.
    static func day(_ day: Day?) -> HTML {
        guard let day else { return "<span class=\"none\" title=\"not given\">–</span>" }
        // Pages hold thousands of days: their digits are written straight into the page.
        return DayWords.element(day)
    }

    /// The document date, as printed where it is no whole day.
    static func documentDate(_ facts: VersionFacts) -> HTML {
        facts.partialDocumentDate.map { "<span title=\"not a whole day\">\($0.printed)</span>" }
            ?? day(facts.documentDate)
    }

    static func instant(_ instant: Instant) -> HTML {
        "<time datetime=\"\(instant.description)\">\(instant.spelledOut)</time>"
    }

    /// `1,234`
    static func number(_ number: Int) -> HTML { "\(NumberWords.grouped(number))" }

    /// A list of facts, name and value; the facts without a value are left out.
    static func facts(_ facts: [(String, HTML?)]) -> HTML {
        var list: HTML = "<dl class=\"facts\">"
        for (name, value) in facts {
            guard let value else { continue }
            list += "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
        }
        list += "</dl>"
        return list
    }

    /// What stands where a list would be, if it is empty.
    static func empty(_ sentence: String) -> HTML { "<p class=\"empty\">\(sentence)</p>" }

    /// An unordered list of sentences of the program's own, days in them spelled out.
    static func sentences(_ sentences: [String]) -> HTML { list(sentences.map(DayWords.spelledOut)) }

    /// An unordered list of texts as they are.
    static func lines(_ texts: [String]) -> HTML { list(texts.map(isolated)) }

    private static func list(_ items: [HTML]) -> HTML {
        "<ul class=\"sentences\">\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }
}
