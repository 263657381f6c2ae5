import TMFModel
import TMFReview

extension Sheet {
    /// Every zone with its sections, every section with its artifacts, the empty ones among them.
    func tree() -> HTML {
        let zones = model.zones.filter { isShown(binder.tally(zone: $0.number)) }
        let main: HTML = """
            <h1>Tree</h1>
            <p class="lead">The reference model in its order, with what is filed and what is expected. Open a section \
            to see its artifacts.</p>
            \(toggle())<div class="tree">\(Sheet.treeHead)
            \(zones.map(branch))</div>
            \(zones.isEmpty ? HTML.empty("Nothing is filed yet.") : "")
            """
        return layout(title: "Tree", main)
    }

    private func branch(_ zone: ReferenceModel.Zone) -> HTML {
        let sections = model.sections(ofZone: zone.number).filter { isShown(binder.tally(section: $0.number)) }
        return """
            <section class="zone\(emptyClass(binder.tally(zone: zone.number)))">
            <h2 class="line">\(link(.zone(zone.number), Sheet.label(zone.number, zone.name)))\
            \(counts(binder.tally(zone: zone.number)))</h2>
            \(sections.map { section in
                """
                <details class="branch\(emptyClass(binder.tally(section: section.number)))"><summary class="line">\
                <span>\(Sheet.label(section.number, section.name))</span>\
                \(counts(binder.tally(section: section.number)))</summary>
                <ul>\(leaves(of: section))</ul></details>

                """ as HTML
            })</section>

            """
    }

    private func leaves(of section: ReferenceModel.Section) -> [HTML] {
        model.artifacts(ofSection: section.number).filter { isShown(binder.tally(artifact: $0.number)) }.map {
            artifact in
            let count = binder.tally(artifact: artifact.number)
            return "<li class=\"line\(emptyClass(count))\">\(link(artifact.number))\(counts(count))</li>\n"
        }
    }

    func zone(_ zone: ReferenceModel.Zone) -> HTML {
        let count = binder.tally(zone: zone.number)
        let sections = model.sections(ofZone: zone.number).filter { isShown(binder.tally(section: $0.number)) }
        let figures = pages.status.sections.filter { $0.number.prefix(2) == zone.number }
        let main: HTML = """
            <h1>\(Sheet.label(zone.number, zone.name))</h1>
            \(summary(count))\(toggle())<div class="tree">\(Sheet.treeHead)
            \(sections.map { section in
                """
                <section class="zone\(emptyClass(binder.tally(section: section.number)))"><h2 class="line">\
                \(link(.section(section.number), Sheet.label(section.number, section.name)))\
                \(counts(binder.tally(section: section.number)))</h2><ul>\(leaves(of: section))</ul></section>

                """ as HTML
            })</div>
            \(sections.isEmpty ? HTML.empty("Nothing is filed in this zone.") : "")
            <h2>By section</h2>
            \(groups("Completeness by section", "Section", figures) { .section($0.number) })\
            \(neighbours(model.zones.map(\.number), zone.number) { .zone($0) })
            """
        return layout(title: "\(zone.number) \(zone.name)", trail: [(.tree, "Tree")], main)
    }

    func section(_ section: ReferenceModel.Section) -> HTML {
        let count = binder.tally(section: section.number)
        let artifacts = leaves(of: section)
        let open = index.openSlots.map { binder.slots[Int($0)] }.filter {
            $0.address.artifact.sectionNumber == section.number
        }
        let zone = model.zone(section.zone)
        let main: HTML = """
            <h1>\(Sheet.label(section.number, section.name))</h1>
            \(summary(count))\(toggle())<div class="tree">\(Sheet.treeHead)<ul>\(artifacts)</ul></div>
            \(artifacts.isEmpty ? HTML.empty("Nothing is filed in this section.") : "")
            <h2>Missing</h2>
            \(open.isEmpty ? HTML.empty("Everything that is due in this section is complete.") : slotTable(open.prefix(Pages.rowsPerPart), caption: "Missing of section \(section.number)", showsArtifact: true))\
            \(open.count > Pages.rowsPerPart ? "<p>The first \(Pages.rowsPerPart) of \(open.count); the others are on the artifacts’ pages.</p>" : "")
            \(neighbours(model.sections.map(\.number), section.number) { .section($0) })
            """
        return layout(
            title: "\(section.number) \(section.name)",
            trail: [(.tree, "Tree")] + (zone.map { [(.zone($0.number), Sheet.label($0.number, $0.name))] } ?? []), main)
    }

    static func label(_ number: String, _ name: String) -> HTML {
        "<span class=\"number\">\(number)</span> \(HTML.isolated(name))"
    }

    private static let treeHead: HTML = """
        <div class="line head" aria-hidden="true"><span></span><span class="counts"><span>filed</span>\
        <span>expected</span><span>missing</span><span>expired</span><span>waived</span></span></div>
        """

    private func counts(_ count: SlotTally) -> HTML {
        func cell(_ number: Int, _ word: String, isAlert: Bool = false) -> HTML {
            """
            <span\(number == 0 ? " class=\"zero\"" : isAlert ? " class=\"alert\"" : "")>\(HTML.number(number))\
            <span class="word"> \(word)</span></span>
            """
        }
        return """
            <span class="counts">\(cell(count.documents, "filed"))\(cell(count.expected, "expected"))\
            \(cell(count.missing, "missing", isAlert: true))\(cell(count.expired, "expired", isAlert: true))\
            \(cell(count.waived, "waived"))</span>
            """
    }

    /// The counts of one node in words, with the completeness they make.
    func summary(_ count: SlotTally) -> HTML {
        var words = [
            NumberWords.count(count.documents, "document") + " filed",
            NumberWords.count(count.expected, "place") + " expected",
        ]
        let parts: [(Int, String)] = [
            (count.missing, "missing"), (count.expired, "of them expired"), (count.waived, "waived"),
        ]
        words += parts.filter { $0.0 > 0 }.map { "\(NumberWords.grouped($0.0)) \($0.1)" }
        let percent: HTML =
            NumberWords.percent(count.complete, of: count.due).map {
                "<p class=\"meter\">\(Bar(count).html) <b>\($0)</b> = \(count.complete) complete of \(count.due) due</p>"
            } ?? "<p class=\"meter soft\">Nothing is due here.</p>"
        return "<p class=\"lead\">\(words.joined(separator: " · "))</p>\(percent)\n"
    }

    private func isShown(_ count: SlotTally) -> Bool {
        isOffline || !filter.isFilledOnly || count.documents > 0
    }

    private func emptyClass(_ count: SlotTally) -> HTML { count.documents == 0 ? " unfilled" : "" }

    /// Gaps are shown unless the reader asks for filled places only: by a link when served, by a box that the style
    /// sheet understands offline.
    private func toggle() -> HTML {
        guard !isOffline else {
            return """
                <input class="toggle" type="checkbox" id="filled-only"> <label for="filled-only">Filled only: hide what \
                has no document</label>

                """
        }
        var other = filter
        other.isFilledOnly.toggle()
        return """
            <p class="toggle"><a class="button" href="\(address(here, filter: other))">\
            \(filter.isFilledOnly ? "Show empty places too" : "Filled only: hide what has no document")</a></p>

            """
    }

    /// Links to the previous and the next of a list.
    func neighbours(_ all: [String], _ current: String, place: (String) -> Place) -> HTML {
        guard let index = all.firstIndex(of: current) else { return "" }
        let previous: HTML? =
            index > 0
            ? "<a rel=\"prev\" href=\"\(address(place(all[index - 1])))\">← \(all[index - 1])</a>" : nil
        let next: HTML? =
            index + 1 < all.count
            ? "<a rel=\"next\" href=\"\(address(place(all[index + 1])))\">\(all[index + 1]) →</a>" : nil
        return "<nav class=\"pager\" aria-label=\"Neighbours\">\(previous)<span></span>\(next)</nav>\n"
    }
}
