public import TMFModel
public import TMFReview

extension BrowserSource {
    /// The figures at the end of every month up to a day, each as known then: by one judgement for each month.
    public func trend(of study: String, until day: Day) throws -> [TrendPoint] {
        try days(of: study, until: day).map { end in
            TrendPoint(StatusReport(binder: try binder(of: study, asOf: end == self.day ? nil : end)))
        }
    }

    /// The last day of every month since the journal began, and `day` for the month it falls in.
    func days(of study: String, until day: Day) throws -> [Day] {
        guard let began = try entries(of: study, 1...1).first?.at.day, began <= day else { return [] }
        return Month.ends(from: Month(of: began), through: Month(of: day), until: day)
    }
}
