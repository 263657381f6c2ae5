import TMFModel
import TMFReview

extension Sheet {
    /// How long each part of the file is to be kept, with the reasoning, and the events, holds and disposals on record.
    func retention() -> HTML {
        let report = binder.retention
        var main: HTML = """
            <h1>Retention</h1>
            <p class="lead">How long each part of the file is to be kept, by the program's own table of rules: all that \
            speak of a country hold side by side, and the longest wins. While an event that a rule needs is not stated, \
            the end is open.</p>
            <p class="soft">Which rules hold for a trial is for its owner to say; another table may be used.</p>

            """
        main += "<h2 id=\"holds\">Holds</h2>\n" + holds(report.ledger.holds)
        main += "<h2 id=\"events\">Events on record</h2>\n" + events(report.ledger.events)
        main += "<h2 id=\"periods\">Periods</h2>\n"
        for part in report.parts { main += period(part) }
        main += "<h2 id=\"disposals\">Destroyed</h2>\n" + disposals(report.ledger.disposals)
        return layout(title: "Retention", main)
    }

    private func period(_ part: RetentionReport.Part) -> HTML {
        let place: HTML = part.country.map { link(.country($0), "\($0)") } ?? "The study"
        return """
            <h3>\(place), \(part.part.rawValue)’s part</h3>
            <p><b>\(DayWords.spelledOut(in: part.conclusion))</b></p>
            \(HTML.sentences(part.lines.map(\.sentence)))

            """
    }

    private func holds(_ holds: [RetentionHold]) -> HTML {
        guard !holds.isEmpty else { return HTML.empty("No hold was ever placed.") }
        var table = Table(
            "Holds", [.init("Hold"), .init("State"), .init("On"), .init("Placed"), .init("Why"), .init("Lifted")])
        for hold in holds {
            let lifted: HTML? = hold.lifting.map {
                "\(HTML.instant($0.at)) by \(HTML.isolated($0.by)): \(HTML.isolated($0.reason))"
            }
            let reference: HTML? = hold.statement.reference.map { "<span class=\"sub\">\(HTML.isolated($0))</span>" }
            let held: HTML = hold.statement.document.map { link($0) } ?? "\(RetentionWords.held(hold.statement))"
            table.add(
                """
                <tr><th scope="row">\(hold.number)<span class="sub">\(hold.statement.kind.rawValue)</span></th>\
                <td>\(hold.isInForce ? "in force" : "lifted")</td><td>\(held)</td>\
                <td>\(HTML.instant(hold.at)) by \(HTML.isolated(hold.by))</td>\
                <td>\(HTML.isolated(hold.reason))\(reference)</td><td>\(lifted)</td></tr>

                """)
        }
        return table.html
    }

    private func events(_ events: [StatedEvent]) -> HTML {
        guard !events.isEmpty else { return HTML.empty("No event is stated.") }
        var table = Table("Events", [.init("Event"), .init("Day"), .init("Stated"), .init("By what")])
        for stated in events {
            table.add(
                """
                <tr><th scope="row">\(HTML.isolated(RetentionWords.name(stated.event)))</th>\
                <td class="date">\(HTML.day(stated.event.day))</td>\
                <td>\(HTML.instant(stated.at)) by \(HTML.isolated(stated.by))</td>\
                <td>\(HTML.isolated(stated.reason))</td></tr>

                """)
        }
        return table.html
    }

    private func disposals(_ disposals: [Disposal]) -> HTML {
        guard !disposals.isEmpty else { return HTML.empty("Nothing is on record as destroyed.") }
        var table = Table(
            "Destroyed",
            [.init("Disposal"), .init("Record"), .init("What"), .init("Day"), .init("How"), .init("Confirmed by")])
        for disposal in disposals.prefix(Pages.rowsPerPart) {
            let statement = disposal.statement
            let witness: HTML? = statement.witness.map { "<span class=\"sub\">witness \(HTML.isolated($0))</span>" }
            table.add(
                """
                <tr><th scope="row">\(statement.number)</th><td>\(link(statement.document))</td>\
                <td>\(RetentionWords.subject(statement))</td><td class="date">\(HTML.day(statement.day))</td>\
                <td>\(HTML.isolated(statement.method))</td>\
                <td>\(HTML.isolated(statement.confirmedBy))\(witness)</td></tr>

                """)
        }
        guard disposals.count > Pages.rowsPerPart else { return table.html }
        return table.html
            + "<p>The first \(Pages.rowsPerPart) of \(NumberWords.grouped(disposals.count)) are shown.</p>\n"
    }
}
