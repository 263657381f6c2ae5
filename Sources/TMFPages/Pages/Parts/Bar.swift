import TMFReview

/// A bar that repeats, as a picture, the numbers beside it.
struct Bar {
    let complete: Int
    let expired: Int
    let missing: Int

    /// `missing` without the expired ones.
    init(complete: Int, expired: Int = 0, missing: Int) {
        self.complete = complete
        self.expired = expired
        self.missing = missing
    }

    init(_ tally: SlotTally) {
        self.init(complete: tally.complete, expired: tally.expired, missing: tally.missing - tally.expired)
    }

    /// Widths are attributes of the drawing: the pages' policy allows no style within a page.
    var html: HTML {
        let whole = complete + expired + missing
        guard whole > 0 else { return "<svg class=\"bar\" aria-hidden=\"true\"></svg>" }
        var drawing: HTML =
            "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        var x = 0
        for (name, part) in [("good", complete), ("late", expired), ("bad", missing)]
        where part > 0 {
            let width = max(4, part * 1_000 / whole)
            drawing += "<rect class=\"\(name)\" x=\"\(x)\" width=\"\(width)\" height=\"10\"/>"
            x += width
        }
        drawing += "</svg>"
        return drawing
    }
}
