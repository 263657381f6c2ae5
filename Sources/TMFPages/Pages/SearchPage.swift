import TMFModel
import TMFReview

extension Sheet {
    /// Served, the answers to `filter.text`; offline, a page whose script searches the data beside it.
    func search() throws -> HTML { isOffline ? offlineSearch() : try servedSearch() }

    private func offlineSearch() -> HTML {
        let files = (1...SearchIndexWriter(pages).count).map(SearchIndexWriter.name)
        let main: HTML = """
            <h1>Search</h1>
            <noscript><p class="notice">The search needs scripts, and they are switched off here. Everything else \
            works without: the \(link(.tree, "tree")) leads to every record, and <code>index.csv</code> at the top of \
            the package lists them all.</p></noscript>
            <form id="offline-search" class="search" role="search" hidden><label class="unseen" for="q">Search \
            records</label><input id="q" type="search" autocomplete="off" spellcheck="false" placeholder="Title, \
            number, artifact, site, person, date…"></form>
            \(textChoice())
            <p id="told" role="status"></p>
            <ol id="results" class="results"></ol>
            """
        return layout(title: "Search", scripts: files, main)
    }

    /// The texts are loaded when they are asked for: they may be long.
    private func textChoice() -> HTML {
        let rule: HTML = "Every word must be found somewhere in what is said of a record"
        guard let texts = pages.texts, texts.files > 0 else {
            return "<p class=\"soft\">\(rule); the text inside the files is not searched.</p>"
        }
        return """
            <p class="soft">\(rule), or on one page of its file.</p>
            <p><label><input id="with-texts" type="checkbox" data-files="\(texts.files)"> Search the text of files, too: \
            \(NumberWords.bytes(Int64(texts.bytes))) are loaded for it. \(Sheet.textWords(texts))</label></p>
            """
    }

    /// How much of the texts is here.
    static func textWords(_ texts: SearchTextWriter.Summary) -> HTML {
        let left: HTML? =
            texts.leftOut == 0
            ? nil : "; the texts of \(NumberWords.count(texts.leftOut, "record")) are left out for their length"
        return """
            The text of \(NumberWords.count(texts.records, "record")) is here, as far as it was read when the package was \
            made; of \(NumberWords.grouped(texts.without)) none is known\(left).
            """
    }

    private func servedSearch() throws -> HTML {
        let text = filter.text
        var main: HTML = """
            <h1>Search</h1>
            <form class="search" role="search" method="get" action="\(pages.links.path(of: .search) ?? "")">\
            <label class="unseen" for="q">Search records</label><input id="q" type="search" name="q" value="\(text)" \
            autocomplete="off" spellcheck="false" placeholder="Title, number, artifact, site, person…">\
            \(keepingAsOf())<button>Search</button></form>
            <p class="soft">Every word must begin a word of what is said of a record, or of the text of its file as far \
            as it was read; words in “quotation marks” must follow each other.</p>

            """
        guard !text.isEmpty else { return layout(title: "Search", main) }
        let hits = try pages.search(text)
        main += "<p role=\"status\">\(NumberWords.count(hits.count, "record"))"
        if hits.count > Pages.rowsPerPart { main += ", the first \(Pages.rowsPerPart) are shown" }
        main += ".</p>\n"
        if hits.isEmpty {
            main += HTML.empty("No record says this. Fewer or shorter words find more.")
        } else {
            main += "<ol class=\"results\">\(hits.prefix(Pages.rowsPerPart).compactMap(result))</ol>\n"
        }
        return layout(title: "Search", main)
    }

    private func result(_ hit: DocumentSearch.Hit) -> HTML? {
        guard let document = binder.snapshot.document(hit.document) else { return nil }
        let version = document.listedVersion
        return """
            <li><a href="\(address(.document(hit.document)))">\(HTML.isolated(document.facts.title))</a> \
            \(version.map { statusWords(document, $0) })<span class="sub"><span class="number">\(hit.document)</span> · \
            \(link(document.facts.artifact)) · \(link(document.facts.scope))\
            \(person(document.facts.person).map { " · \($0)" as HTML })\
            \(version.flatMap { $0.facts.spelledDocumentDate == nil ? nil : " · \(HTML.documentDate($0.facts))" as HTML })</span>\
            <span class="sub">found in \(FieldWords.name(hit.field.rawValue))\(hit.passage.map(words))</span></li>

            """
    }

    /// `, version 2, page 3, recognized in a picture: … the words around …`
    private func words(_ passage: TextPassage) -> HTML {
        ", version \(passage.version), page \(passage.page)\(passage.isRecognized ? ", recognized in a picture" : ""): \(HTML.isolated(passage.snippet))"
    }
}
