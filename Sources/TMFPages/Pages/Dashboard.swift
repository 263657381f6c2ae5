import TMFModel
import TMFReview

extension Sheet {
    /// The figures of the study, each with its formula, and where to go on.
    func dashboard() throws -> HTML {
        var main: HTML = """
            <h1>\(HTML.isolated(study.title.isEmpty ? study.id : study.title))</h1>
            <p class="lead">\(HTML.isolated(study.sponsor))\(study.sponsor.isEmpty ? "" : " · ")\
            \(NumberWords.count(pages.status.documents, "document")) in \
            \(NumberWords.count(pages.status.versions, "version")), \
            \(NumberWords.count(study.countries.count, "country", "countries")), \
            \(NumberWords.count(study.scopes(at: .site).count, "site"))</p>

            """
        main += lockNotice(covering: nil) + holdNotice(on: .trial)
        if isOffline { main += startHere() }
        main += figures()
        main += try trendSection()
        main +=
            "<h2 id=\"zones\">By zone</h2>\n"
            + groups("Completeness by zone", "Zone", pages.status.zones) {
                model.zone($0.number).map { .zone($0.number) }
            }
        main += severities()
        main += "<h2 id=\"heat\">Missing by section and country</h2>\n"
        main += heatMap(
            [HeatColumn("Trial", [.trial])]
                + study.countries.map { country in
                    HeatColumn(
                        link(.country(country.code), "\(country.code)"),
                        [.country(country.code)] + country.sites.map { .site(country.code, $0.id) })
                }, caption: "Missing by section and country")
        main += "<h2 id=\"countries\">By country</h2>\n"
        main += groups("Completeness by country", "Country", pages.status.countries) {
            CountryCode($0.number).map(Place.country)
        }
        main += "<h2 id=\"by-site\">By site</h2>\n" + siteGroups(limit: 30)
        if !pages.status.organizations.isEmpty {
            main += "<h2 id=\"organizations\">By organization</h2>\n"
            main += groups("Completeness by organization", "Organization", pages.status.organizations) { _ in nil }
        }
        return layout(title: "Overview", main)
    }

    private func startHere() -> HTML {
        """
        <section class="card start" aria-labelledby="start"><h2 id="start">Start here</h2>
        <p>This is a copy of the Trial Master File of study <b>\(HTML.isolated(study.id))</b>, covering \
        \(pages.about.scope), as it stood on \(HTML.day(asOf)). It opens without a server and without a network, and \
        nothing in these pages can change a record.</p>
        \(HTML.facts(origin()))
        <ul class="doors">
        <li>\(link(.tree, "<b>Tree</b> <span>every zone, section and artifact, with what is filed and what is not</span>"))</li>
        <li>\(link(.sites, "<b>Countries and sites</b> <span>each with its milestones, people, gaps and records</span>"))</li>
        <li>\(link(.missing(part: 1), "<b>Missing</b> <span>each open place, with the rule and the date that ask for it</span>"))</li>
        <li>\(link(.timeline, "<b>Timeline</b> <span>when records were dated, and when they were filed</span>"))</li>
        <li>\(link(.people(part: 1), "<b>People</b> <span>roles, and whether training and licences were in force</span>"))</li>
        <li>\(link(.amendments(part: 1), "<b>Amendments</b> <span>each new protocol version in countries and at sites</span>"))</li>
        <li>\(link(.search, "<b>Search</b> <span>by title, place, person, date or number</span>"))</li>
        <li>\(link(.about, "<b>About these pages</b> <span>what they cover, and what was left out and why</span>"))</li>
        </ul></section>

        """
    }

    /// Who made the pages, of what, and what they leave out.
    private func origin() -> [(String, HTML?)] {
        let left = binder.withheld.count + pages.about.excluded.count
        return [
            ("Sponsor", study.sponsor.isEmpty ? nil : HTML.isolated(study.sponsor)),
            ("Volumes", pages.about.volumes.map(Sheet.volumes)), ("Prepared", pages.about.prepared.map(HTML.isolated)),
            ("Written by", HTML.isolated(pages.about.program)),
            (
                "Made of the journal up to",
                binder.snapshot.head.map { "entry \(HTML.number($0.seq)) of \(HTML.instant($0.at))" }
            ),
            (
                "Left out",
                left == 0 ? "nothing" : link(.about, "\(NumberWords.count(left, "record")): which, and why")
            ),
        ]
    }

    /// Where the records are.
    static func volumes(_ count: Int) -> HTML {
        count == 1
            ? "This is the only volume; it has no records."
            : """
            This is volume 1 of \(count), with every page and list. The records are in the others: unpack all volumes \
            into the same folder, and the links lead there.
            """
    }

    private func figures() -> HTML {
        let completeness = pages.status.completeness
        let timeliness = pages.status.timeliness
        let quality = pages.status.quality
        let expiry = pages.status.expiry
        let targets = pages.status.targets
        let open = completeness.due - completeness.complete
        return """
            <section aria-labelledby="figures"><h2 class="unseen" id="figures">Figures</h2><div class="figures">
            \(figure(
                "Completeness", completeness.complete, completeness.due, bar: Bar(binder.tally),
                "complete of \(NumberWords.grouped(completeness.due)) due", """
                    \(link(.missing(part: 1), "\(HTML.number(open)) missing")) · \
                    \(NumberWords.grouped(completeness.expected - completeness.due)) of \
                    \(NumberWords.grouped(completeness.expected)) expected places are not due yet\
                    \(target(targets.completeness, completeness.light(targets)))
                    """))\
            \(figure(
                "Timeliness", timeliness.onTime, timeliness.measured,
                "filed on time of \(NumberWords.grouped(timeliness.measured)) measured", """
                    within \(NumberWords.count(pages.status.limitDays, "day")) of the later of document date and \
                    received date\
                    \(target(targets.timeliness, timeliness.light(targets)))
                    """))\
            \(figure(
                "Quality", quality.acceptedFirstTime, quality.reviewed,
                "accepted at first review of \(NumberWords.grouped(quality.reviewed)) reviewed", """
                    \(study.settings.isQualityControlRequired ? "quality control is required" : "quality control is optional")\
                    \(target(targets.quality, quality.light(targets)))
                    """))\
            <div class="card figure"><h3>Expiry</h3>
            <p class="value">\(HTML.number(expiry.expired)) <span>expired</span></p>
            <p class="parts">\(link(.expiring(part: 1), "\(HTML.number(expiry.expiring)) expiring")) within \
            \(NumberWords.count(study.settings.expiryWindowDays, "day"))</p>
            <p class="soft">current versions, on the last day of force printed or counted</p></div>
            </div></section>

            """
    }

    private func target(_ target: Int?, _ light: TrafficLight?) -> HTML {
        target.map { "; target \($0) %\(self.light(light))" } ?? ""
    }

    private func figure(
        _ name: String, _ part: Int, _ whole: Int, bar: Bar? = nil, _ formula: String, _ detail: HTML
    ) -> HTML {
        """
        <div class="card figure"><h3>\(name)</h3>
        <p class="value">\(NumberWords.percent(part, of: whole) ?? "–")</p>
        \((bar ?? Bar(complete: part, missing: whole - part)).html)
        <p class="parts"><b>\(HTML.number(part))</b> \(formula)</p>
        <p class="soft">\(detail)</p></div>
        """
    }

    private func severities() -> HTML {
        """
        <h2 id="findings">Findings</h2>
        <ul class="tallies">\(FindingSeverity.allCases.map { severity in
            "<li><a href=\"\(address(.findings(part: 1)))\">\(severity.word.html) <b>\(HTML.number(pages.status.findings[severity]))</b></a></li>"
                as HTML
        })</ul>

        """
    }
}
