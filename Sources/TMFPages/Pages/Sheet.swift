import TMFModel
import TMFReview

/// One page being written: what it is about, what it is narrowed to, and the links as they are from there.
struct Sheet {
    let pages: Pages
    let here: Place
    let filter: PageFilter

    var binder: Binder { pages.binder }
    var study: Study { pages.binder.study }
    var model: ReferenceModel { pages.binder.model }
    var index: PageIndex { pages.index }
    var asOf: Day { pages.binder.asOf }
    var isOffline: Bool { pages.links.isOffline }

    func address(_ place: Place, filter: PageFilter = PageFilter(), fragment: String? = nil) -> String {
        pages.links.address(of: place, from: here, filter: filter, fragment: fragment)
    }

    func link(_ place: Place, _ label: HTML) -> HTML { "<a href=\"\(address(place))\">\(label)</a>" }

    /// `D-000123` as a link; as text where this reader may not see it.
    func link(_ document: DocumentNumber, _ label: HTML? = nil) -> HTML {
        guard let target = pages.target(of: document) else {
            return "<span class=\"number\">\(document)</span> <span class=\"soft\">(withheld)</span>"
        }
        let address = address(target.place, fragment: target.fragment)
        guard let label else { return "<a class=\"number\" href=\"\(address)\">\(document)</a>" }
        return "<a href=\"\(address)\">\(label)</a>"
    }

    func link(_ artifact: ArtifactNumber) -> HTML {
        guard let known = model.artifact(artifact) else { return "\(artifact)" }
        return link(
            .artifact(artifact, part: 1), "<span class=\"number\">\(artifact)</span> \(HTML.isolated(known.name))")
    }

    /// A scope as a link to its page; the trial as a word.
    func link(_ scope: Scope) -> HTML {
        switch scope {
        case .trial: "Trial"
        case .country(let code): !index.contains(scope) ? "\(code)" : link(.country(code), "\(code)")
        case .site(let code, let id):
            !index.contains(scope)
                ? HTML.isolated(ScopeWords.short(scope))
                : link(.site(code, id), "\(code) · site \(HTML.isolated(id))")
        }
    }

    /// `Dr Anna Müller`; nil for nobody.
    func person(_ id: String?) -> HTML? { id.map { HTML.isolated(index.names($0)) } }

    /// The rows of this page's part.
    func rows<Row>(_ all: [Row]) -> ArraySlice<Row> {
        let first = min((here.part - 1) * Pages.rowsPerPart, all.count)
        return all[first..<min(first + Pages.rowsPerPart, all.count)]
    }

    /// Whether the part exists: the first always does.
    func hasPart(of count: Int) -> Bool { here.part <= Pages.parts(for: count) }

    /// Links to the parts of a page that is split; nothing for a page of one part.
    func pager(_ count: Int, _ noun: String) -> HTML {
        let parts = Pages.parts(for: count)
        guard parts > 1 else { return "" }
        let first = (here.part - 1) * Pages.rowsPerPart + 1
        let last = min(here.part * Pages.rowsPerPart, count)
        var html: HTML = "<nav class=\"pager\" aria-label=\"Parts of this page\">"
        if here.part > 1 { html += part(here.part - 1, "← Previous", rel: "prev") }
        html += "<span>\(HTML.number(first))–\(HTML.number(last)) of \(HTML.number(count)) \(noun)</span>"
        if here.part < parts { html += part(here.part + 1, "Next →", rel: "next") }
        html += "</nav>"
        return html
    }

    private func part(_ part: Int, _ label: HTML, rel: String) -> HTML {
        "<a rel=\"\(rel)\" href=\"\(address(here.with(part: part), filter: filter))\">\(label)</a>"
    }
}
