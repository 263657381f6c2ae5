import TMFModel
import TMFReview

extension Sheet {
    /// A document with all that is known of it. Served only; offline it stands on its artifact's page.
    func document(_ document: Document) throws -> HTML {
        let facts = document.facts
        let version = document.listedVersion
        var main: HTML = """
            <h1>\(HTML.isolated(facts.title))</h1>
            <p class="lead"><span class="number">\(document.number)</span> · \(link(facts.artifact)) · \
            \(link(facts.scope))\(person(facts.person).map { " · \($0)" as HTML })\
            \(person(facts.organization).map { " · \($0)" as HTML })</p>

            """
        main += withdrawal(of: document) + keeping(of: document)
        if let version { main += current(document, version) }
        main += "<h2 id=\"versions\">Versions</h2>\n" + versionTable(document) + linkList(document)
        let rest = self.facts(of: document).filter { $0.1 != nil }
        if !rest.isEmpty { main += "<h2 id=\"facts\">More facts</h2>\n" + HTML.facts(rest) }
        main += "<h2 id=\"history\">History</h2>\n"
        main += historyList(try pages.history(document.number))
        main += digestHelp(version)
        main += siblings(document)
        let artifact: [(Place, HTML)] =
            model.artifact(facts.artifact).map {
                [(.artifact($0.number, part: 1), Sheet.label($0.number.description, $0.name))]
            } ?? []
        return layout(title: document.number.description, trail: trail(to: facts.artifact) + artifact, main)
    }

    private func current(_ document: Document, _ version: Version) -> HTML {
        let facts = version.facts
        let open = opening(document, version)
        return """
            <section class="card current" aria-label="Current version">
            <p class="headline">\(statusWords(document, version)) <span>Version \(version.ordinal)\
            \(facts.label.map { ", label \(HTML.isolated($0))" as HTML })</span>\
            \(open.map { "<a class=\"button main\" href=\"\($0)\">Open</a>" as HTML })</p>
            \(HTML.facts([
                ("Document date", HTML.documentDate(facts)), ("Received", HTML.day(facts.receivedDate)),
                ("Filed", "\(filedDay(version)) by \(HTML.isolated(version.filedBy))"),
                ("Approved", approvedDay(version)), ("Expires", expiry(version)),
                (
                    "File",
                    facts.content.map { "\(NumberWords.bytes($0.bytes)) \($0.mediaType)" }
                        ?? facts.url.map { "held at \(HTML.isolated($0))" }
                ),
            ]))</section>

            """
    }

    private func digestHelp(_ version: Version?) -> HTML {
        guard let content = version?.facts.content else { return "" }
        return """
            <h2 id="check">Check the bytes</h2>
            <p>The record is these bytes and no others if their SHA-256 digest is</p>
            <p><code class="digest">\(content.digest)</code></p>
            <p>Save the file, then compare the output of <code>sha256sum FILE</code> (Linux), \
            <code>shasum -a 256 FILE</code> (macOS) or <code>certutil -hashfile FILE SHA256</code> (Windows).</p>

            """
    }

    /// The documents before and after it at its artifact.
    private func siblings(_ document: Document) -> HTML {
        let all = index.documents(at: document.facts.artifact)
        guard let index = index.place(of: document.number) else { return "" }
        func step(_ place: Int, rel: String, _ before: HTML, _ after: HTML) -> HTML? {
            guard all.indices.contains(place), let other = binder.snapshot.document(all[place]) else { return nil }
            return """
                <a rel="\(rel)" href="\(address(.document(other.number)))">\(before)\(other.number) \
                \(HTML.isolated(other.facts.title))\(after)</a>
                """
        }
        return """
            <nav class="pager" aria-label="Documents of this artifact">\(step(index - 1, rel: "prev", "← ", ""))\
            <span>\(index + 1) of \(all.count)</span>\(step(index + 1, rel: "next", "", " →"))</nav>

            """
    }
}
