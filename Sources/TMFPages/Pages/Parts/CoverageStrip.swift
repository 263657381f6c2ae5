import TMFModel
import TMFReview

/// A strip that repeats, as a picture, when something was needed (above), and when it was held and was not (below).
struct CoverageStrip {
    private let line: CoverageLine
    private let asOf: Day

    init(_ line: CoverageLine, asOf: Day) {
        self.line = line
        self.asOf = asOf
    }

    /// From the first day of need to the last, or to the day of the binder.
    var html: HTML {
        guard let first = line.needs.map(\.first).min() else { return "" }
        let last = max(line.needs.map { $0.last ?? asOf }.max() ?? asOf, first.adding(days: 1))
        let length = last.days(since: first) + 1
        func rect(_ kind: String, _ from: Day?, _ to: Day?, y: Int, height: Int) -> HTML {
            let start = max(0, (from ?? first).days(since: first))
            let end = min(length, (to ?? last).days(since: first) + 1)
            guard end > start else { return "" }
            let x = start * 1_000 / length
            let width = max(4, end * 1_000 / length - x)
            return "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
        }
        return """
            <svg class="strip" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">\
            \(line.needs.map { rect("need", $0.first, $0.last, y: 0, height: 5) })\
            \(line.held.map { rect("good", $0.period.first, $0.period.last, y: 8, height: 12) })\
            \(line.gaps.map { rect("gap", $0.first, $0.last, y: 8, height: 12) })</svg>\
            <span class="ends"><span>\(HTML.day(first))</span><span>\(HTML.day(last))</span></span>
            """
    }
}
