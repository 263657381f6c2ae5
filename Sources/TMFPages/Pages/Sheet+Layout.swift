import TMFModel
import TMFReview

extension Sheet {
    /// The whole page around `main`. `trail` leads to it from the dashboard; its last place is one level up. `scripts`
    /// are run before the pages' own.
    func layout(title: String, trail: [(Place, HTML)] = [], scripts: [String] = [], _ main: HTML) -> HTML {
        let isStart = here == .dashboard
        let heading = isStart ? study.id : "\(title) – \(study.id)"
        var page = HTML()
        page.reserve(main.bytes.count + 16_384)
        page += """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            \(isOffline ? Sheet.policy : "")<meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(heading)</title>
            <link rel="stylesheet" href="\(pages.links.file(Assets.style.name, from: here))">
            \(up(trail))\
            \((scripts + [Assets.script.name]).map { script($0) })</head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="top">
            <p class="study"><a href="\(address(.dashboard))">\(HTML.isolated(study.id))</a> \
            <span>\(HTML.isolated(study.title))</span></p>
            \(searchBox())
            <p class="snapshot">\(snapshot())</p>
            </header>
            <div class="frame">
            \(sidebar())
            <main id="main" tabindex="-1">
            \(breadcrumb(trail, title: title))
            \(notices())\(main)
            </main>
            </div>
            <footer><p>\(link(.about, "About these pages")) · written by \(pages.about.program) · \
            CDISC TMF Reference Model \(model.version)</p></footer>
            </body>
            </html>

            """
        return page
    }

    /// Nothing is fetched but style, script and search data from beside the page. On a `file:` page `'self'` matches
    /// nothing in some browsers, and `file:` is what stands for it.
    private static var policy: HTML {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; \
        script-src 'self' file:; img-src 'self' file:; form-action 'none'; base-uri 'none'">

        """
    }

    private func script(_ name: String) -> HTML {
        "<script src=\"\(pages.links.file(name, from: here))\" defer></script>\n"
    }

    private func up(_ trail: [(Place, HTML)]) -> HTML {
        guard let (place, _) = trail.last ?? (here == .dashboard ? nil : (.dashboard, "")) else { return "" }
        return "<link rel=\"up\" href=\"\(address(place))\">\n"
    }

    private func searchBox() -> HTML {
        guard isOffline else {
            return """
                <form class="find" role="search" action="\(pages.links.path(of: .search) ?? "")" method="get">
                <label class="unseen" for="find">Search records</label>
                <input id="find" type="search" name="q" value="\(filter.text)" placeholder="Search records" \
                autocomplete="off" spellcheck="false">\(keepingAsOf())<button>Search</button>
                </form>
                """
        }
        return here == .search
            ? "" : "<p class=\"find\"><a class=\"button\" href=\"\(address(.search))\">Search</a></p>"
    }

    /// The hidden field that keeps a form's answer at the past day that is shown.
    func keepingAsOf() -> HTML {
        guard case .served(let asOf?) = pages.links.style else { return "" }
        return "<input type=\"hidden\" name=\"as-of\" value=\"\(asOf)\">"
    }

    private func snapshot() -> HTML {
        let head: HTML =
            binder.snapshot.head.map { "journal entry <b>\(HTML.number($0.seq))</b>" } ?? "the journal is empty"
        let kind: HTML =
            switch pages.about.kind {
            case .package: "this is a copy: a package of \(pages.about.scope)"
            case .liveStore: "live from the store"
            }
        let left = binder.withheld.count + pages.about.excluded.count
        let leftOut: HTML = left == 0 ? "" : " · \(link(.about, "\(NumberWords.count(left, "record")) left out"))"
        return "As of <b>\(HTML.day(asOf))</b> · \(head) · \(kind)\(leftOut)"
    }

    private func breadcrumb(_ trail: [(Place, HTML)], title: String) -> HTML {
        if here == .dashboard { return "" }
        let steps = [(.dashboard, "Overview")] + trail
        return """
            <nav class="trail" aria-label="Breadcrumb"><ol>\(steps.map { "<li>\(link($0.0, $0.1))</li>" as HTML })\
            <li aria-current="page">\(HTML.isolated(title))</li></ol></nav>
            """
    }

    private func notices() -> HTML {
        HTML.joined(filter.problems.map { "<p class=\"notice\" role=\"status\">\($0) It was left aside.</p>\n" })
    }
}
