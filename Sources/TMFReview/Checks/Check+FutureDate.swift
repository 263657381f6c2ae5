import TMFModel

extension Check {
    /// A document or received date after the day of the binder.
    static let futureDate = Check(
        code: "future-date", title: "No record is dated in the future", severity: .error,
        rationale: "A record cannot have been made or received after today: one of its dates is wrong.",
        documents: { document, binder in
            var remarks: [Remark] = []
            for version in document.versions {
                for (word, date) in [("dated", version.facts.documentDate), ("received", version.facts.receivedDate)] {
                    guard let date, date > binder.asOf else { continue }
                    let message =
                        "\(document.number) version \(version.ordinal) is \(word) \(date), after \(binder.asOf)."
                    remarks.append(Remark(message: message))
                }
            }
            return remarks
        })
}
