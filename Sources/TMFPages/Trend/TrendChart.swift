import TMFModel
import TMFReview

/// The course of the figures over the months, drawn as SVG. Lines are told apart by dashes, marks and names, never by
/// colour alone; the table beside it has every number.
struct TrendChart {
    /// At least two, the earliest first.
    let points: [TrendPoint]

    private static let width = 720
    private static let height = 250
    /// Around the plot, for the names at its right and the numbers at its left.
    private static let (left, right, top, bottom) = (46, 130, 14, 34)

    /// Between the middles of two names below.
    private static let apart = 90

    private struct Line: Sendable {
        let name: String
        let kind: String
        let value: @Sendable (TrendPoint) -> (part: Int, whole: Int)
    }

    private static let lines: [Line] = [
        Line(name: "Completeness", kind: "complete") {
            ($0.figures.completeness.complete, $0.figures.completeness.due)
        },
        Line(name: "Timeliness", kind: "timely") { ($0.figures.timeliness.onTime, $0.figures.timeliness.measured) },
        Line(name: "Quality", kind: "quality") {
            ($0.figures.quality.acceptedFirstTime, $0.figures.quality.reviewed)
        },
    ]

    var html: HTML {
        let first = points.first?.month.description ?? ""
        let last = points.last?.month.description ?? ""
        return """
            <svg class="trend" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-labelledby="trend-title trend-text">
            <title id="trend-title">Completeness, timeliness and quality, \(first) to \(last)</title>
            <desc id="trend-text">\(Self.lines.map(summary).joined(separator: " "))</desc>
            \(grid)\(months)\(drawn)</svg>

            """
    }

    /// `Completeness from 50 % to 62.5 %.`
    private func summary(_ line: Line) -> String {
        let values = points.map(line.value).filter { $0.whole > 0 }
        guard let first = values.first, let last = values.last,
            let begin = NumberWords.percent(first.part, of: first.whole),
            let end = NumberWords.percent(last.part, of: last.whole)
        else { return "\(line.name) was not measured." }
        return "\(line.name) from \(begin) to \(end)."
    }

    private var grid: HTML {
        HTML.joined(
            [0, 25, 50, 75, 100].map { percent in
                let y = y(tenths: percent * 10)
                return """
                    <line class="grid" x1="\(Self.left)" y1="\(y)" x2="\(Self.width - Self.right)" y2="\(y)"/>\
                    <text class="scale" x="\(Self.left - 6)" y="\(y + 4)" text-anchor="end">\(percent) %</text>

                    """
            })
    }

    /// The names of a few months, the first and the last among them.
    private var months: HTML {
        var shown: [Int] = []
        for place in points.indices.reversed() {
            let isClear = shown.last.map { x($0) - x(place) >= Self.apart } ?? true
            if isClear, place == 0 || x(place) - x(0) >= Self.apart { shown.append(place) }
        }
        return HTML.joined(
            shown.reversed().map { place in
                """
                <text class="scale" x="\(x(place))" y="\(Self.height - 12)" text-anchor="middle">\
                \(points[place].month)</text>

                """
            })
    }

    private var drawn: HTML {
        var taken: [Int] = []
        return HTML.joined(
            Self.lines.map { line in
                let values = points.enumerated().compactMap { place, point -> (x: Int, y: Int)? in
                    let (part, whole) = line.value(point)
                    return whole > 0 ? (x(place), y(tenths: part * 1_000 / whole)) : nil
                }
                guard let end = values.last else { return "" }
                // Names of lines that end near each other stand below each other.
                var label = end.y + 4
                while taken.contains(where: { abs($0 - label) < 18 }) { label += 18 }
                taken.append(label)
                let path = values.map { "\($0.x),\($0.y)" }.joined(separator: " ")
                return """
                    <g class="\(line.kind)"><polyline points="\(path)"/>\(values.map { Self.mark(line.kind, $0) })\
                    <text x="\(Self.width - Self.right + 10)" y="\(label)">\(line.name)</text></g>

                    """
            })
    }

    /// A circle, a square or a triangle.
    private static func mark(_ kind: String, _ at: (x: Int, y: Int)) -> HTML {
        switch kind {
        case "complete": "<circle cx=\"\(at.x)\" cy=\"\(at.y)\" r=\"3\"/>"
        case "timely": "<rect x=\"\(at.x - 3)\" y=\"\(at.y - 3)\" width=\"6\" height=\"6\"/>"
        default: "<path d=\"M\(at.x) \(at.y - 4)l4 7h-8z\"/>"
        }
    }

    /// By the days: months may be missing between two.
    private func x(_ place: Int) -> Int {
        guard let first = points.first?.asOf, let last = points.last?.asOf else { return Self.left }
        let span = max(1, last.days(since: first))
        return Self.left + points[place].asOf.days(since: first) * (Self.width - Self.left - Self.right) / span
    }

    private func y(tenths: Int) -> Int {
        let plot = Self.height - Self.top - Self.bottom
        return Self.top + plot - plot * tenths / 1_000
    }
}
