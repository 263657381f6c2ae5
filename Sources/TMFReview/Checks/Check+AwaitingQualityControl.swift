import TMFModel

extension Check {
    /// The newest version is filed, and nobody has accepted or returned it.
    static let awaitingQualityControl = Check(
        code: "awaiting-quality-control", title: "Everything filed has been reviewed", severity: .notice,
        rationale: "A version counts once it has been accepted.",
        documents: { document, binder in
            guard let newest = document.versions.last, newest.facts.status == .filed, !newest.isSignpost else {
                return []
            }
            let days = max(0, binder.asOf.days(since: newest.filedDay))
            let message =
                "\(document.number) version \(newest.ordinal) has waited for quality control since \(newest.filedDay), for \(days.inWords("day"))."
            return [Remark(message: message)]
        })
}
