import TMFModel
import TMFReview

/// The drawing of a timeline: above, each version by its document date (across) and the day it was filed (upwards);
/// below, how many were filed in each month. Milestones run through both.
///
/// It repeats what the table beside it says, for the eye.
struct TimelineChart {
    private let timeline: FilingTimeline
    /// Document dates and months of filing.
    private let x: TimelineScale
    /// Days of filing, later ones higher.
    private let y: TimelineScale
    private let largestCell: Int
    private let largestMonth: Int

    /// In units of the drawing.
    private enum Frame {
        static let left = 72
        static let right = 988
        static let top = 50
        static let bottom = 390
        static let barTop = 428
        static let barBottom = 548
        static let height = 572
    }

    /// Nil if there is nothing to draw.
    init?(_ timeline: FilingTimeline) {
        guard let first = timeline.months.first?.month.firstDay, let last = timeline.months.last?.month.lastDay else {
            return nil
        }
        self.timeline = timeline
        x = TimelineScale(first, last, from: Frame.left, to: Frame.right)
        let filed = timeline.months.first { $0.filed.total > 0 }?.month.firstDay
        y = TimelineScale(filed ?? first, last, from: Frame.bottom, to: Frame.top)
        largestCell = timeline.cells.map(\.counts.total).max() ?? 1
        largestMonth = max(1, timeline.months.map(\.filed.total).max() ?? 1)
    }

    var html: HTML {
        """
        <svg viewBox="0 0 1000 \(Frame.height)" role="img" aria-label="Document dates against filing dates; the table \
        of months says the same">
        \(grid)\(diagonals)\(milestones)\(timeline.cells.map(marks))\(bars)</svg>
        """
    }

    private var grid: HTML {
        var html = HTML()
        for (day, label) in x.ticks {
            html += """
                <path class="grid" d="M\(x(day)) \(Frame.top)V\(Frame.bottom)M\(x(day)) \(Frame.barTop)V\(Frame.barBottom)"/>\
                <text x="\(x(day) + 3)" y="\(Frame.bottom + 14)">\(label)</text>\
                <text x="\(x(day) + 3)" y="\(Frame.barBottom + 14)">\(label)</text>

                """
        }
        for (day, label) in y.ticks {
            html += """
                <path class="grid" d="M\(Frame.left) \(y(day))H\(Frame.right)"/>\
                <text class="end" x="\(Frame.left - 6)" y="\(y(day) + 4)">\(label)</text>

                """
        }
        html += """
            <path class="axis" d="M\(Frame.left) \(Frame.top)V\(Frame.bottom)H\(Frame.right)M\(Frame.left) \
            \(Frame.barTop)V\(Frame.barBottom)H\(Frame.right)"/>
            <text class="name" x="0" y="\(Frame.top - 8)">↑ filed on</text>
            <text class="name end" x="\(Frame.right)" y="\(Frame.bottom + 28)">document date →</text>
            <text class="name" x="0" y="\(Frame.barTop + 4)">filed in</text>
            <text class="name" x="0" y="\(Frame.barTop + 18)">a month</text>
            <text class="end" x="\(Frame.left - 6)" y="\(Frame.barTop + 34)">\(HTML.number(largestMonth))</text>

            """
        return html
    }

    /// Filed on the day of its date, and filed on the last day that is on time.
    private var diagonals: HTML {
        func line(_ kind: String, days: Int) -> HTML {
            let first = max(x.first, y.first.adding(days: -days))
            let last = min(x.last, y.last.adding(days: -days))
            guard first < last else { return "" }
            return """
                <path class="\(kind)" d="M\(x(first)) \(y(first.adding(days: days)))L\(x(last)) \(y(last.adding(days: days)))"/>
                """
        }
        return line("same", days: 0) + line("limit", days: timeline.limitDays) + "\n"
    }

    /// A line with the milestone's number above it, on the first of three rows where it has room.
    private var milestones: HTML {
        var html = HTML()
        var ends = [-100, -100, -100]
        for milestone in timeline.milestones.sorted(by: { $0.day ?? x.last < $1.day ?? x.last }) {
            guard let day = milestone.day, x.contains(day) else { continue }
            let row = ends.firstIndex { x(day) - $0 > 26 } ?? 2
            ends[row] = x(day)
            let top = 12 + row * 14
            let kind = milestone.actual == nil ? "mile ahead" : "mile"
            html += """
                <path class="\(kind)" d="M\(x(day)) \(top + 3)V\(Frame.bottom)M\(x(day)) \(Frame.barTop)V\(Frame.barBottom)"/>\
                <text class="mark" x="\(x(day))" y="\(top)">\(milestone.number)</text>

                """
        }
        return html
    }

    private func marks(_ cell: FilingTimeline.Cell) -> HTML {
        let x = x(cell.dated)
        let y = y(cell.filed)
        var html = HTML()
        if cell.counts.unmeasured > 0 {
            html += "<circle class=\"idle\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius(cell.counts.unmeasured))\"/>"
        }
        if cell.counts.onTime > 0 {
            html += "<circle class=\"good\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius(cell.counts.onTime))\"/>"
        }
        if cell.counts.late > 0 {
            let r = radius(cell.counts.late) + 1
            html += "<path class=\"late\" d=\"M\(x) \(y - r)l\(r) \(r)l-\(r) \(r)l-\(r) -\(r)z\"/>"
        }
        return html + "\n"
    }

    /// The area grows with the number.
    private func radius(_ count: Int) -> Int {
        guard largestCell > 1 else { return 4 }
        return max(3, Int((144 * Double(count) / Double(largestCell)).squareRoot()))
    }

    private var bars: HTML {
        var html = HTML()
        for row in timeline.months where row.filed.total > 0 {
            let left = x(row.month.firstDay)
            let width = max(1, x(row.month.next.firstDay) - left - 1)
            var top = Frame.barBottom
            for (kind, count) in [("good", row.filed.onTime), ("idle", row.filed.unmeasured), ("late", row.filed.late)]
            where count > 0 {
                let height = max(1, count * (Frame.barBottom - Frame.barTop) / largestMonth)
                top -= height
                html += "<rect class=\"\(kind)\" x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(height)\"/>"
            }
            html += "\n"
        }
        return html
    }

    /// What the marks mean, in words.
    static func legend(limitDays: Int) -> HTML {
        func key(_ shape: HTML, _ words: HTML) -> HTML {
            "<li><svg viewBox=\"0 0 20 12\" aria-hidden=\"true\">\(shape)</svg> \(words)</li>"
        }
        let limit = NumberWords.count(limitDays, "day")
        return """
            <ul class="keys">\(key("<circle class=\"good\" cx=\"10\" cy=\"6\" r=\"5\"/>", "filed within \(limit)"))\
            \(key("<path class=\"late\" d=\"M10 0l6 6l-6 6l-6 -6z\"/>", "filed later"))\
            \(key("<circle class=\"idle\" cx=\"10\" cy=\"6\" r=\"5\"/>", "not measured: a date is not given"))\
            \(key("<path class=\"same\" d=\"M0 11L20 1\"/>", "filed on the document date"))\
            \(key("<path class=\"limit\" d=\"M0 11L20 1\"/>", "\(limit) after it"))\
            \(key("<path class=\"mile\" d=\"M10 0V12\"/>", "milestone, with its number"))</ul>

            """
    }
}

extension TimelineMilestone {
    /// When it happened, or is planned to.
    var day: Day? { actual ?? planned }
}
