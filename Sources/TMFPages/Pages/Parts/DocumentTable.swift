import TMFModel
import TMFReview

extension Sheet {
    /// Documents with what an inspector must see without opening one; their versions, and offline their history, fold
    /// out below each. Throws what the history throws.
    func documentTable(_ documents: some Sequence<Document>, caption: String) throws -> HTML {
        var table = emptyTable(caption, "Belongs to")
        for document in documents {
            table.add(row(document, showsArtifact: false))
            let details = try details(of: document)
            if !details.isEmpty { table.add("<tr class=\"under\"><td colspan=\"10\">\(details)</td></tr>\n") }
        }
        return table.html
    }

    /// The same without what folds out; each leads to the document.
    func documentRows(_ documents: some Sequence<Document>, caption: String, showsArtifact: Bool) -> HTML {
        var table = emptyTable(caption, showsArtifact ? "Artifact" : "Belongs to")
        for document in documents { table.add(row(document, showsArtifact: showsArtifact)) }
        return table.html
    }

    private func emptyTable(_ caption: String, _ place: HTML) -> Table {
        Table(
            caption, kind: "records",
            [
                .init("Document"), .init(place), .init("Document date"), .init("Received"), .init("Filed"),
                .init("Approved"), .init("Version"), .init("Status"), .init("Expires"),
                .init("<span class=\"unseen\">Content</span>"),
            ])
    }

    private func row(_ document: Document, showsArtifact: Bool) -> HTML {
        guard let version = document.listedVersion else { return "" }
        let facts = version.facts
        let number = document.number
        let open = opening(document, version)
        let title = HTML.isolated(document.facts.title)
        let label: HTML =
            facts.label.map(HTML.isolated) ?? "<span class=\"none\" title=\"no label\">#\(version.ordinal)</span>"
        let place: HTML =
            showsArtifact
            ? link(document.facts.artifact)
            : link(document.facts.scope)
        return """
            <tr class="record" id="\(Pages.anchor(number))">\
            <th scope="row"><span class="title">\(titled(document, title, open: open))</span>\
            <span class="sub">\(numbered(number))\(subtitle(document))</span></th>\
            <td data-label="Belongs to">\(place)\(person(document.facts.person).map { "<span class=\"sub\">\($0)</span>" as HTML })\
            \(person(document.facts.organization).map { "<span class=\"sub\">\($0)</span>" as HTML })</td>\
            <td data-label="Document date" class="date">\(HTML.documentDate(facts))</td>\
            <td data-label="Received" class="date">\(HTML.day(facts.receivedDate))</td>\
            <td data-label="Filed" class="date">\(filedDay(version))</td>\
            <td data-label="Approved" class="date">\(approvedDay(version))</td>\
            <td data-label="Version">\(label)\(document.versions.count > 1 ? "<span class=\"sub\">\(version.ordinal) of \(document.versions.count)</span>" : "")</td>\
            <td data-label="Status">\(statusWords(document, version))</td>\
            <td data-label="Expires" class="date">\(expiry(version))</td>\
            <td class="act">\(open.map { "<a class=\"button\" href=\"\($0)\" aria-label=\"Open \(number.description)\">Open</a>" as HTML })\(volume(document, version))</td></tr>

            """
    }

    /// Served, a document has a page of its own; offline, its title opens the record itself.
    private func titled(_ document: Document, _ title: HTML, open: String?) -> HTML {
        if !isOffline { return "<a href=\"\(address(.document(document.number)))\">\(title)</a>" }
        return open.map { "<a href=\"\($0)\">\(title)</a>" } ?? title
    }

    private func numbered(_ number: DocumentNumber) -> HTML {
        if case .artifact = here { return "<span class=\"number\">\(number)</span>" }
        return link(number)
    }

    private func subtitle(_ document: Document) -> HTML {
        var words: [HTML] = []
        if let subArtifact = document.facts.subArtifact { words.append(HTML.isolated(subArtifact)) }
        if let language = document.facts.language { words.append("in \(language)") }
        if document.facts.isRestricted { words.append(HTML.restrictedWord) }
        return HTML.joined(words.map { " · \($0)" })
    }

    /// Where the bytes of a version open; for a signpost, nothing: its address is shown, never followed.
    func opening(_ document: Document, _ version: Version) -> String? {
        guard version.facts.content != nil else { return nil }
        let path = isOffline ? pages.contentPath(document.number, version.ordinal) : nil
        return pages.links.content(of: document.number, version: version.ordinal, path: path, from: here)
    }

    /// Which volume holds the bytes, where these pages are in another.
    func volume(_ document: Document, _ version: Version) -> HTML? {
        pages.volume(document.number, version.ordinal).map { "<span class=\"sub\">in volume \($0)</span>" }
    }

    func filedDay(_ version: Version) -> HTML {
        guard let elsewhere = version.facts.filedElsewhere else { return HTML.day(version.filedAt.day) }
        return "\(HTML.day(elsewhere))<span class=\"sub\" title=\"as the sender states\">by sender</span>"
    }

    func approvedDay(_ version: Version) -> HTML {
        HTML.day(version.facts.status == .approved ? version.statusAt.day : nil)
    }

    func statusWords(_ document: Document, _ version: Version) -> HTML {
        var words = document.standing(of: version).word.html
        if document.withdrawal == nil, version.ordinal == document.current?.ordinal {
            if version.hasExpired(on: asOf) {
                words += HTML.expiredWord
            } else if isExpiring(version) {
                words += HTML.expiringWord
            }
        }
        if version.isSignpost { words += HTML.signpostWord }
        if version.facts.isAddendum { words += HTML.addendumWord }
        return words
    }

    private func isExpiring(_ version: Version) -> Bool {
        version.expires.map { $0 <= asOf.adding(days: study.settings.expiryWindowDays) } ?? false
    }

    func expiry(_ version: Version) -> HTML {
        if let day = version.expires { return HTML.day(day) }
        switch version.facts.expiryRule {
        case .some(ExpiryRule.none): return "<span class=\"soft\">never</span>"
        case .untilReplaced: return "<span class=\"soft\">when replaced</span>"
        default: return HTML.day(nil)
        }
    }
}
