import TMFModel

extension Check {
    /// The current version is dated by a month or a year only. Nothing is reckoned from such a date.
    static let partialDocumentDate = Check(
        code: "partial-document-date", title: "Every document date is a whole day", severity: .notice,
        rationale:
            "From a date without its day neither timeliness nor expiry can be reckoned, and the order of events stays open.",
        documents: { document, _ in
            guard let current = document.current, let date = current.facts.partialDocumentDate,
                current.facts.status != .draft
            else { return [] }
            var explanation = ["It is kept as it is printed: \(date.printed)."]
            if let first = date.earliest, let last = date.latest {
                explanation.append("It may be any day from \(first) to \(last).")
            }
            return [
                Remark(
                    message: "\(document.number) is dated \(date.printed), which is no whole day.",
                    explanation: explanation)
            ]
        })
}
