import TMFModel
import TMFReview

extension Sheet {
    /// What folds out below a document's row. Served, only what the row does not say and its own page is for; offline,
    /// everything. Empty if there is nothing more to say.
    func details(of document: Document) throws -> HTML {
        let links = index.links(of: document.number)
        let count = document.versions.count
        if !isOffline, count == 1, links.isEmpty, document.withdrawal == nil { return "" }
        let summary =
            [
                count > 1 ? NumberWords.count(count - 1, "earlier version") : nil,
                links.isEmpty ? nil : NumberWords.count(links.count, "link"), isOffline ? "details and history" : nil,
            ]
            .compactMap { $0 }.joined(separator: " · ")
        var html: HTML = "<details><summary>\(summary.isEmpty ? "more" : summary)</summary><div class=\"fold-in\">"
        html += withdrawal(of: document) + keeping(of: document) + versionTable(document) + linkList(document)
        if isOffline {
            html += HTML.facts(facts(of: document))
            html += "<h3>History</h3>" + historyList(try pages.history(document.number))
        }
        html += "</div></details>"
        return html
    }

    func withdrawal(of document: Document) -> HTML {
        guard let withdrawal = document.withdrawal else { return "" }
        return """
            <p class="notice">Withdrawn \(HTML.instant(withdrawal.at)) by \(HTML.isolated(withdrawal.by)): \
            \(HTML.isolated(withdrawal.reason))</p>

            """
    }

    /// Every version, the newest first.
    func versionTable(_ document: Document) -> HTML {
        var table = Table(
            "Versions of \(document.number)", kind: "versions",
            [
                .init("Version"), .init("Status"), .init("Document date"), .init("Received"), .init("Filed"),
                .init("Approved"), .init("Expires"), .init("File"), .init("<span class=\"unseen\">Content</span>"),
            ])
        for version in document.versions.reversed() {
            let facts = version.facts
            let isCurrent = version.ordinal == document.current?.ordinal
            let open = opening(document, version)
            let label: HTML? = facts.label.map { "label \(HTML.isolated($0))" }
            table.add(
                """
                <tr\(isCurrent ? " class=\"current\"" : "")><th scope="row" data-label="Version">\(version.ordinal)\
                <span class="sub">\(label ?? "no label")\(isCurrent ? " · current" : "")</span></th>\
                <td data-label="Status">\(statusWords(document, version))</td>\
                <td data-label="Document date" class="date">\(HTML.documentDate(facts))</td>\
                <td data-label="Received" class="date">\(HTML.day(facts.receivedDate))</td>\
                <td data-label="Filed" class="date">\(filedDay(version))<span class="sub">\(HTML.isolated(version.filedBy))</span></td>\
                <td data-label="Approved" class="date">\(approvedDay(version))</td>\
                <td data-label="Expires" class="date">\(expiry(version))</td>\
                <td data-label="File">\(file(version))</td>\
                <td class="act">\(open.map { "<a class=\"button\" href=\"\($0)\" aria-label=\"Open version \(version.ordinal) of \(document.number.description)\">Open</a>" as HTML })\(volume(document, version))</td></tr>

                """)
        }
        return table.html
    }

    private func file(_ version: Version) -> HTML {
        let facts = version.facts
        if let content = facts.content {
            let name: HTML? = facts.originalName.map { "<span class=\"file\">\(HTML.isolated($0))</span>" }
            return """
                \(name)<span class="sub">\(NumberWords.bytes(content.bytes)) · \(content.mediaType)</span>\
                <span class="sub digest" title="SHA-256 of the bytes">\(content.digest)</span>
                """
        }
        guard let url = facts.url else { return "<span class=\"none\">no file</span>" }
        return "<span class=\"sub\">Held elsewhere:</span><span class=\"file\">\(HTML.isolated(url))</span>"
    }

    /// Links from and to the document, each as a sentence.
    func linkList(_ document: Document) -> HTML {
        let links = index.links(of: document.number)
        guard !links.isEmpty else { return "" }
        let items = links.map { link -> HTML in
            let isFrom = link.document == document.number
            let other = isFrom ? link.target : link.document
            let words = isFrom ? FieldWords.name(link.relation.rawValue) : link.relation.inverse
            let title = binder.snapshot.document(other)?.facts.title
            return "<li>\(ScopeWords.capitalized(words)) \(self.link(other)) \(title.map(HTML.isolated))</li>"
        }
        return "<h3>Links</h3><ul class=\"links\">\(items)</ul>\n"
    }

    /// What is said of the document and of its current version, beyond its row.
    func facts(of document: Document) -> [(String, HTML?)] {
        let version = document.listedVersion
        let facts = version?.facts
        var copy: HTML?
        if let statement = facts?.copy {
            let certified = [
                statement.certifiedBy.map { "by \($0)" }, statement.certifiedOn.map { "on \($0.spelledOut)" },
                statement.certifiedMethod,
            ].compactMap { $0 }.joined(separator: ", ")
            let kind = ScopeWords.capitalized(statement.kind.rawValue)
            copy = HTML.isolated(certified.isEmpty ? kind : "\(kind) \(certified)")
        }
        let source = [facts?.source.system, facts?.source.id].compactMap { $0 }.joined(separator: " ")
        return [
            ("Language", document.facts.language.map(HTML.isolated)),
            ("Translation of", document.facts.translationOf.map(translation)),
            ("Original or copy", copy),
            ("Expiry rule", facts?.expiryRule.map { "\(FieldWords.name($0.description))" }),
            ("Note", facts?.note.map(HTML.isolated)),
            ("Key", document.facts.key.map(HTML.isolated)),
            ("Came from", source.isEmpty ? nil : HTML.isolated(source)),
            ("Path at the source", facts?.source.path.map(HTML.isolated)),
        ]
            + (facts?.metadata ?? []).map { member in
                (FieldWords.name(member.key), HTML.isolated(FieldWords.value(member.value)))
            }
    }

    private func translation(_ text: String) -> HTML {
        guard let number = DocumentNumber(text), binder.snapshot.document(number) != nil else {
            return HTML.isolated(text)
        }
        return link(number)
    }

    /// Entries in plain words, oldest first, each with its line of the journal.
    func historyList(_ entries: [JournalEntry]) -> HTML {
        guard !entries.isEmpty else { return HTML.empty("The journal tells nothing of this.") }
        return "<ol class=\"history\">\(entries.map(historyItem))</ol>\n"
    }

    private func historyItem(_ entry: JournalEntry) -> HTML {
        let words = PlainWords(entry, model: model)
        let changes: HTML =
            switch words.changes.count {
            case 0: ""
            case 1...8: HTML.lines(words.changes)
            default:
                """
                <details><summary>\(NumberWords.count(words.changes.count, "change"))</summary>\
                \(HTML.lines(words.changes))</details>
                """
            }
        return """
            <li><p><span class="when">\(HTML.instant(entry.at))</span> <b>\(HTML.isolated(words.who))</b> \
            \(HTML.isolated(words.what))\
            \(words.reason.map { "<span class=\"reason\">Reason: \(HTML.isolated($0))</span>" as HTML })</p>\
            \(changes)<details class="raw"><summary>Entry \(HTML.number(entry.seq))</summary>\
            <pre>\(entry.line)</pre></details></li>

            """
    }
}
