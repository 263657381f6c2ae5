import TMFModel
import TMFReview

extension Sheet {
    /// Expected places, with their state and why.
    func slotTable(
        _ slots: some Sequence<ExpectedSlot>, caption: String, showsArtifact: Bool = false, showsScope: Bool = true
    ) -> HTML {
        var columns: [Table.Column] = [.init("State")]
        if showsArtifact { columns.append(.init("Artifact")) }
        if showsScope { columns.append(.init("Where")) }
        columns += [.init("For"), .init("Due"), .init("Filed"), .init("Rule and reason")]
        var table = Table(caption, kind: "slots", columns)
        for slot in slots { table.add(row(slot, showsArtifact: showsArtifact, showsScope: showsScope)) }
        return table.html
    }

    private func row(_ slot: ExpectedSlot, showsArtifact: Bool, showsScope: Bool) -> HTML {
        let address = slot.address
        let isLater = !slot.isDue(on: asOf)
        let state: HTML =
            isLater && !slot.state.isComplete
            ? StatusWord(sign: "·", word: "Not due", tone: .muted).html : slot.state.word.html
        let subArtifact: HTML? = address.subArtifact.map { "<br><span class=\"soft\">\(HTML.isolated($0))</span>" }
        // Whatever names the row is its head.
        let cell: HTML = showsArtifact ? "td" : "th scope=\"row\""
        let end: HTML = showsArtifact ? "td" : "th"
        return """
            <tr><td data-label="State">\(state)</td>\
            \(showsArtifact ? "<th scope=\"row\" data-label=\"Artifact\">\(link(address.artifact))\(subArtifact)</th>" : "")\
            \(showsScope ? "<\(cell) data-label=\"Where\">\(link(address.scope))</\(end)>" : "")\
            <td data-label="For">\(whom(address))</td>\
            <td data-label="Due" class="date">\(due(slot))</td>\
            <td data-label="Filed">\(filed(slot))</td>\
            <td data-label="Reason"><details class="why"><summary>\(slot.rule.id)</summary>\
            \(HTML.sentences(slot.explanation))</details></td></tr>

            """
    }

    /// The person or organization, protocol version, language and renewal that the place is for.
    private func whom(_ address: SlotAddress) -> HTML {
        let parts: [HTML] = [
            person(address.person ?? address.organization),
            address.protocolVersion.map { "<span class=\"soft\">protocol \(HTML.isolated($0))</span>" },
            address.language.map { "<span class=\"soft\">language \($0)</span>" },
            address.renews.map { "<span class=\"soft\">after \(HTML.day($0))</span>" },
        ].compactMap { $0 }
        return parts.isEmpty ? "<span class=\"none\">–</span>" : HTML.joined(parts, separator: "<br>")
    }

    /// The day, and in words what is not plain from it.
    private func due(_ slot: ExpectedSlot) -> HTML {
        switch slot.timing(on: asOf) {
        case .undated: "<span class=\"soft\">no date yet</span>"
        case .movedOn: "<span class=\"soft\">the plan has moved on</span>"
        case .overdue: HTML.day(slot.due) + "<br><span class=\"soft\">overdue</span>"
        case .due, .notYetDue: HTML.day(slot.due)
        }
    }

    private func filed(_ slot: ExpectedSlot) -> HTML {
        if slot.documents.isEmpty { return "<span class=\"none\">–</span>" }
        let shown = HTML.joined(slot.documents.prefix(4).map { link($0) }, separator: ", ")
        let more: HTML = slot.documents.count > 4 ? " and \(slot.documents.count - 4) more" : ""
        let surplus: HTML =
            slot.surplus > 0 ? " <span class=\"soft\">\(slot.surplus) more than asked for</span>" : ""
        return shown + more + surplus
    }
}
