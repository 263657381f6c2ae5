import TMFModel
import TMFReview

extension Sheet {
    /// Every place that is due and not complete, each with the rule and the date that ask for it; and the waived ones.
    func missing() -> HTML? {
        let all = index.openSlots.map { binder.slots[Int($0)] }
        let shown = filter.isNarrowing ? all.filter(includes) : all
        guard hasPart(of: shown.count) else { return nil }
        let completeness = pages.status.completeness
        var main: HTML = """
            <h1>Missing</h1>
            <p class="lead">\(HTML.number(shown.count))\(shown.count == all.count ? "" : " of \(all.count)") places are \
            due on or before \(HTML.day(asOf)) and not complete.</p>
            <p class="soft">\(HTML.number(completeness.expected - completeness.due)) further places are expected later, \
            or wait for a milestone that has no date. A place is complete when an approved version in force, a \
            signpost or a waiver fills it.</p>

            """
        if !isOffline { main += filterForm(offers: .place) }
        if here.part == 1 { main += waived() }
        if shown.isEmpty {
            main += HTML.empty(all.isEmpty ? "Nothing is missing." : "Nothing that is missing fits the filter.")
        } else {
            main += pager(shown.count, "places")
            main += slotTable(rows(shown), caption: "Places that are missing", showsArtifact: true)
            main += pager(shown.count, "places")
        }
        return layout(title: "Missing", main)
    }

    private func includes(_ slot: ExpectedSlot) -> Bool {
        filter.includes(slot.address.scope) && (filter.person == nil || slot.address.person == filter.person)
    }

    private func waived() -> HTML {
        let slots = index.waivedSlots.map { binder.slots[Int($0)] }
        guard !slots.isEmpty else { return "" }
        var table = Table(
            "Waived places", kind: "waivers",
            [.init("Artifact"), .init("Where"), .init("For"), .init("Reason"), .init("Waived by"), .init("Rule")])
        for slot in slots.prefix(Pages.rowsPerPart) {
            let waiver = index.waiver(of: slot.address)
            let by: HTML? = waiver.map { "\(HTML.isolated($0.by))<span class=\"sub\">\(HTML.instant($0.at))</span>" }
            table.add(
                """
                <tr><td data-label="Artifact">\(link(slot.address.artifact))</td>\
                <td data-label="Where">\(link(slot.address.scope))</td>\
                <td data-label="For">\(person(slot.address.person ?? slot.address.organization) ?? "–")</td>\
                <td data-label="Reason">\(waiver.map { HTML.isolated($0.reason) } ?? HTML.sentences(slot.explanation))</td>\
                <td data-label="Waived by">\(by ?? "–")</td><td data-label="Rule">\(slot.rule.id)</td></tr>

                """)
        }
        return """
            <details class="fold"><summary>\(NumberWords.count(slots.count, "place")) waived: not required, with the \
            reason</summary>
            \(table.html)</details>

            """
    }
}
