import TMFModel
import TMFReview

extension Sheet {
    /// What the artifact is, what is expected there, and every document that is filed, a part at a time.
    ///
    /// Nil if there is no such part. Throws what the history throws.
    func artifact(_ artifact: Artifact) throws -> HTML? {
        let all = index.documents(at: artifact.number)
        let shown = filter.isNarrowing ? all.filter(includes) : all
        guard hasPart(of: shown.count) else { return nil }
        let tally = binder.tally(artifact: artifact.number)
        var main: HTML = """
            <h1>\(Sheet.label(artifact.number.description, artifact.name))</h1>
            \(artifact.summary.isEmpty ? "" : "<p class=\"about\">\(artifact.summary)</p>\n")\(summary(tally))
            <details class="more"><summary>About this artifact</summary>\(facts(of: artifact))</details>

            """
        if here.part == 1 { main += slots(of: artifact) }
        main += "<h2 id=\"documents\">Documents <span class=\"soft\">\(HTML.number(shown.count))"
        if shown.count != all.count { main += " of \(HTML.number(all.count))" }
        main += "</span></h2>\n"
        if !isOffline { main += filterForm(offers: [.place, .status, .dates]) }
        main += withheldNote(artifact.number)
        if shown.isEmpty {
            main += HTML.empty(all.isEmpty ? "Nothing is filed here." : "No document here fits the filter.")
        } else {
            main += pager(shown.count, "documents")
            main += try documentTable(
                rows(shown).compactMap(binder.snapshot.document), caption: "Documents of artifact \(artifact.number)")
            main += pager(shown.count, "documents")
        }
        main += neighbours(model.artifacts.map(\.number.description), artifact.number.description) { number in
            ArtifactNumber(number).map { .artifact($0, part: 1) } ?? .tree
        }
        return layout(title: "\(artifact.number) \(artifact.name)", trail: trail(to: artifact.number), main)
    }

    private func includes(_ document: DocumentNumber) -> Bool {
        binder.snapshot.document(document).map { filter.includes($0, asOf: asOf) } ?? false
    }

    /// From the tree to the artifact's section.
    func trail(to artifact: ArtifactNumber) -> [(Place, HTML)] {
        var trail: [(Place, HTML)] = [(.tree, "Tree")]
        if let zone = model.zone(artifact.zoneNumber) {
            trail.append((.zone(zone.number), Sheet.label(zone.number, zone.name)))
        }
        if let section = model.section(artifact.sectionNumber) {
            trail.append((.section(section.number), Sheet.label(section.number, section.name)))
        }
        return trail
    }

    private func facts(of artifact: Artifact) -> HTML {
        let milestones = artifact.milestones.sorted { $0.key < $1.key }.map { level, number in
            "\(level.rawValue): \(number) \(model.milestone(number)?.name ?? "")"
        }
        func words(_ text: String) -> HTML? { text.isEmpty ? nil : HTML.isolated(text) }
        return HTML.facts([
            ("Unique ID", words(artifact.uniqueID)),
            ("Kind", artifact.isCore ? "Core" : "Recommended"),
            ("Levels", words(artifact.levels.sorted().map(\.rawValue).joined(separator: ", "))),
            ("Milestones", words(milestones.joined(separator: "; "))),
            (
                "Kept by",
                words(
                    [artifact.isForSponsor ? "sponsor" : nil, artifact.isForInvestigator ? "investigator" : nil]
                        .compactMap { $0 }.joined(separator: " and "))
            ),
            ("Document date is", words(artifact.datingConvention)),
            ("Sub-artifacts", words(artifact.subArtifacts.joined(separator: "; "))),
            ("Also called", words(artifact.alternateNames.joined(separator: "; "))),
            ("NCI code", words(artifact.nciCode)),
            ("May unblind", artifact.mayUnblind ? "Yes" : nil),
        ])
    }

    private func slots(of artifact: Artifact) -> HTML {
        let all = binder.slots(at: artifact.number).filter {
            filter.includes($0.address.scope) && (filter.person == nil || $0.address.person == filter.person)
        }
        var html: HTML = "<h2 id=\"expected\">Expected <span class=\"soft\">\(HTML.number(all.count))</span></h2>\n"
        guard !all.isEmpty else {
            return html + HTML.empty("No rule asks for a record here; what is filed is kept all the same.")
        }
        let open = all.filter { !$0.state.isComplete }
        let done = all.filter(\.state.isComplete)
        html += fold(open, "not complete", isOpen: open.count <= 12, artifact)
        html += fold(done, "complete", isOpen: open.isEmpty && done.count <= 6, artifact)
        return html
    }

    private func fold(_ slots: [ExpectedSlot], _ words: String, isOpen: Bool, _ artifact: Artifact) -> HTML {
        guard !slots.isEmpty else { return "" }
        let caption = "Places of \(artifact.number) that are \(words)"
        return """
            <details class="fold"\(isOpen ? " open" : "")><summary>\(HTML.number(slots.count)) \(words)</summary>
            \(slotTable(slots, caption: caption))</details>

            """
    }

    /// How many records of the artifact this reader may not see.
    private func withheldNote(_ artifact: ArtifactNumber) -> HTML {
        let withheld = binder.withheld.filter { $0.artifact == artifact }
        guard !withheld.isEmpty else { return "" }
        return """
            <p class="notice">\(NumberWords.count(withheld.count, "document")) of this artifact \
            \(withheld.count == 1 ? "is" : "are") left out: \
            \(HTML.joined(withheld.prefix(20).map { "\($0.document), \(ScopeWords.words($0.scope)) (\($0.reason))" as HTML }, separator: "; ")).</p>

            """
    }
}
