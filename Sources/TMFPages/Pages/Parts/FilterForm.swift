import TMFModel
import TMFReview

/// What a page lets its reader narrow it by.
struct FilterOffers: OptionSet {
    let rawValue: Int

    static let place = FilterOffers(rawValue: 1)
    static let status = FilterOffers(rawValue: 2)
    static let dates = FilterOffers(rawValue: 4)
}

extension Sheet {
    /// The fields of the filter. Its answer is an address, which can be kept and sent.
    func filterForm(offers: FilterOffers) -> HTML {
        var fields = HTML()
        if offers.contains(.place) {
            fields += select("country", "Country", filter.country?.description, countries())
            fields += select("site", "Site", filter.site, sites())
            fields += select("person", "Person", filter.person, people())
        }
        if offers.contains(.status) {
            fields += select(
                "status", "Status", filter.status?.name,
                PageFilter.Status.all.map { ($0.name, ScopeWords.capitalized($0.name)) })
        }
        if offers.contains(.dates) {
            fields += date("from", "Document date from", filter.from) + date("to", "to", filter.to)
        }
        let clear: HTML =
            filter.isNarrowing ? "<a class=\"button quiet\" href=\"\(address(here.with(part: 1)))\">Clear</a>" : ""
        return """
            <details class="filter"\(filter.isNarrowing ? " open" : "")><summary>Filter</summary>
            <form method="get" action="\(pages.links.path(of: here) ?? "")">\(fields)\(keepingAsOf())\
            <span class="actions"><button>Apply</button>\(clear)</span></form></details>

            """
    }

    private func countries() -> [(String, String)] {
        study.countries.map { ($0.code.description, $0.code.description) }
    }

    private func sites() -> [(String, String)] {
        study.countries.flatMap { country in
            country.sites.map { ($0.id, "\(country.code) · \($0.id) \($0.name)") }
        }
    }

    private func people() -> [(String, String)] {
        var seen: Set<String> = []
        return study.everyone.map(\.person).filter { seen.insert($0.id).inserted }.map { ($0.id, $0.name) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private func select(_ name: String, _ label: String, _ chosen: String?, _ options: [(String, String)]) -> HTML {
        """
        <label>\(label)<select name="\(name)"><option value="">any</option>\
        \(options.map { value, words in
            "<option value=\"\(value)\"\(value == chosen ? " selected" : "")>\(words)</option>" as HTML
        })</select></label>
        """
    }

    private func date(_ name: String, _ label: String, _ day: Day?) -> HTML {
        "<label>\(label)<input type=\"date\" name=\"\(name)\" value=\"\(day?.description ?? "")\"></label>"
    }
}
