import TMFModel
import TMFReview

extension Sheet {
    /// What the pages are, what they leave out, and how to read them.
    func about() -> HTML {
        let about = pages.about
        let versions = binder.snapshot.documents.reduce(0) { $0 + $1.versions.count }
        let head = binder.snapshot.head
        let main: HTML = """
            <h1>About these pages</h1>
            \(HTML.facts([
                ("Study", HTML.isolated(study.id)), ("Title", HTML.isolated(study.title)),
                ("Sponsor", HTML.isolated(study.sponsor)),
                (
                    "What this is",
                    about.kind == .package
                        ? "A copy: the package as it was made. The store it was made from may have changed since."
                        : "The store itself, read-only. It may change while you read."
                ),
                ("Scope", HTML.isolated(about.scope)), ("As of", HTML.day(asOf)),
                ("Journal", head.map { "entry \(HTML.number($0.seq)) of \(HTML.instant($0.at))" } ?? "empty"),
                ("Journal hash", head.map { "<code class=\"digest\">\($0.hash)</code>" }),
                ("Text search", pages.texts.map(Sheet.textWords)), ("Volumes", about.volumes.map(Sheet.volumes)), ("Prepared", about.prepared.map(HTML.isolated)), ("Written by", HTML.isolated(about.program)),
                ("Reference model", "CDISC TMF Reference Model \(model.version)"),
                (
                    "Holds",
                    "\(NumberWords.count(binder.snapshot.documents.count, "document")) in \(NumberWords.count(versions, "version"))"
                ),
            ]))
            <h2 id="left-out">Left out</h2>
            \(leftOut())<h2 id="formulas">How the figures are made</h2>
            \(HTML.facts([
                (
                    "Completeness",
                    "complete ÷ due, over expected places whose due date is on or before \(HTML.day(asOf)). A place is complete when an approved version in force, a signpost or a waiver fills it."
                ),
                (
                    "Missing", "due and not complete: nothing is there, or only expired or unapproved versions are."
                ),
                (
                    "Timeliness",
                    "versions filed within \(NumberWords.count(study.settings.filingDays, "day")) of the later of document date and received date ÷ versions with both dates."
                ),
                ("Quality", "versions accepted at their first review ÷ versions reviewed."),
                (
                    "Expiring",
                    "current versions whose last day in force is within \(NumberWords.count(study.settings.expiryWindowDays, "day"))."
                ),
            ]))
            <h2 id="words">Status words</h2>
            \(legend())<h2 id="keys">Keys</h2>
            <p>With scripts allowed: <kbd>n</kbd> and <kbd>p</kbd> go to the next and the previous record, \
            <kbd>u</kbd> goes up a level, <kbd>/</kbd> goes to the search. Everything but the offline search works \
            without scripts.</p>
            \(checking())
            """
        return layout(title: "About these pages", main)
    }

    private func leftOut() -> HTML {
        var html = HTML()
        if binder.withheld.isEmpty, pages.about.excluded.isEmpty {
            return HTML.empty("Nothing: every record of the scope is here.")
        }
        if !binder.withheld.isEmpty {
            let shown = binder.withheld.prefix(Sheet.mostWithheldShown)
            var table = Table(
                "Withheld records",
                [.init("Document"), .init("Artifact"), .init("Where"), .init("Versions", "num"), .init("Reason")])
            for record in shown {
                table.add(
                    """
                    <tr><th scope="row">\(record.document)</th><td>\(link(record.artifact))</td>\
                    <td>\(link(record.scope))</td><td class="num">\(record.versions)</td><td>\(record.reason)</td></tr>

                    """)
            }
            html += """
                <p>\(NumberWords.count(binder.withheld.count, "record")) withheld. They are named by number and place \
                only, and count as filed where they fill a place.</p>
                \(pastDayNote())\(withheldReasons())\(table.html)\(shown.count < binder.withheld.count ? restOfWithheld() : "")
                """
        }
        if !pages.about.excluded.isEmpty {
            var table = Table("Excluded records", [.init("Document"), .init("Reason")])
            for exclusion in pages.about.excluded.prefix(Pages.rowsPerPart) {
                table.add("<tr><th scope=\"row\">\(exclusion.document)</th><td>\(exclusion.reason)</td></tr>\n")
            }
            html += "<p>\(NumberWords.count(pages.about.excluded.count, "record")) excluded.</p>\n\(table.html)"
            if pages.about.excluded.count > Pages.rowsPerPart {
                html += "<p>The first \(Pages.rowsPerPart) are shown.</p>\n"
            }
        }
        return html
    }

    /// A package does not tell when its withheld records were filed.
    private func pastDayNote() -> HTML {
        guard let day = pages.about.day, binder.asOf < day else { return "" }
        return """
            <p class="notice">When they were filed is withheld, too. Shown are those with a smaller number than the last \
            record filed by \(binder.asOf), as they are on \(day), the day of the package; one or the other after it may \
            have been there already.</p>

            """
    }

    /// A page stays readable; the list of all is a file of the package.
    private static let mostWithheldShown = 500

    private func withheldReasons() -> HTML {
        var counts: [String: Int] = [:]
        for record in binder.withheld { counts[record.reason, default: 0] += 1 }
        return HTML.facts(counts.keys.sorted().map { ($0, HTML.number(counts[$0] ?? 0)) })
    }

    private func restOfWithheld() -> HTML {
        guard let list = pages.links.packaged("withheld.csv", from: here) else { return "" }
        return "<p>The first 500 are shown; <a href=\"\(list)\">withheld.csv</a> lists all.</p>\n"
    }

    private func legend() -> HTML {
        let versions: [(VersionStanding, HTML)] = [
            (.draft, "kept, does not count"), (.filed, "filed, and waiting for quality control"),
            (.approved, "counts: the version in force"), (.returned, "sent back by quality control"),
            (.superseded, "a later approved version took its place"),
            (.withdrawn, "filed in error or no longer part of the file; kept for the record"),
        ]
        let slots: [(ExpectedSlot.State, HTML)] = [
            (.complete, "filled by an approved version in force"),
            (.signposted, "the record is held in another system, and that is said where"),
            (.waived, "not required here, with a reason"), (.withheld, "filled by a record that is left out here"),
            (.expired, "only expired versions are there"), (.unapproved, "something is filed, nothing approved"),
            (.missing, "nothing is there"),
        ]
        let rows =
            versions.map { "<div><dt>\($0.0.word.html)</dt><dd>\($0.1)</dd></div>" as HTML }
            + slots.map { "<div><dt>\($0.0.word.html)</dt><dd>\($0.1)</dd></div>" as HTML }
        return "<dl class=\"facts legend\">\(rows)</dl>\n"
    }

    private func checking() -> HTML {
        guard let help = pages.links.packaged("VERIFY.txt", from: here) else { return "" }
        return """
            <h2 id="check">Checking the package</h2>
            <p><a href="\(help)">VERIFY.txt</a> says how to check every file and the journal with tools that your \
            system already has.</p>

            """
    }
}
