import TMFModel

extension Check {
    /// Versions that count in timeliness and were not filed in time.
    static let lateFiling = Check(
        code: "late-filing", title: "Everything is filed within the study's filing days", severity: .notice,
        rationale: "A file is contemporaneous if records reach it soon after they exist.",
        documents: { document, binder in
            let limit = binder.study.settings.filingDays
            return document.versions.compactMap { version in
                guard let delay = version.filingDelay, delay > limit, let documentDate = version.facts.documentDate,
                    let receivedDate = version.facts.receivedDate
                else { return nil }
                let start = max(documentDate, receivedDate)
                let late = (delay - limit).inWords("day")
                return Remark(
                    message: "\(document.number) version \(version.ordinal) was filed \(late) late.",
                    due: start.adding(days: limit),
                    explanation: [
                        "Dated \(documentDate), received \(receivedDate): \(limit.inWords("day")) after \(start) is "
                            + "\(start.adding(days: limit)).",
                        version.facts.filedElsewhere == nil
                            ? "Filed on \(version.filedDay)." : "Filed on \(version.filedDay), as the sender states.",
                    ])
            }
        })
}
