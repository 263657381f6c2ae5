import TMFModel

extension Check {
    /// A decision dated before everything that could have asked for it.
    ///
    /// A decision is compared with the submissions that its links name, else with those of the same version, both
    /// without a version included. Where none of them is filed, or one has no date, nothing is said.
    static let approvalBeforeSubmission = Check(
        code: "approval-before-submission", title: "No decision is older than what asked for it", severity: .warning,
        rationale: "A decision answers a submission: if it is older, one of the two is misfiled, misdated or missing."
    ) { binder in
        let records = binder.sequence
        let pairs: [(SequenceRecord, SequenceRecord)] = [
            (.authoritySubmission, .authorityDecision), (.ethicsSubmission, .ethicsDecision),
            (.otherSubmission, .otherDecision),
        ]
        return pairs.flatMap { submission, decision in
            Level.allCases.flatMap { binder.study.scopes(at: $0) }.flatMap { scope -> [Finding] in
                let decisions = records.versions(decision, in: scope)
                guard !decisions.isEmpty, !records.mayBeElsewhere(submission, reaching: scope) else { return [] }
                let own = records.versions(submission, in: scope)
                let submissions = own.isEmpty ? records.versions(submission, reaching: scope) : own
                return decisions.compactMap { decided in
                    let linked = submissions.filter { records.approves(decided, $0.document) }
                    let asked = linked.isEmpty ? submissions.filter { $0.label == decided.label } : linked
                    guard let day = decided.date, let first = asked.min(by: { earlier($0.date, $1.date) }),
                        !asked.contains(where: { $0.date == nil }), let asking = first.date, asking > day
                    else { return nil }
                    return Finding(
                        rule: "approval-before-submission", severity: .warning, artifact: decided.artifact,
                        scope: scope, document: decided.document,
                        message:
                            "\(decided.document) decides on \(day) what was submitted on \(asking), \(asking.days(since: day).inWords("day")) later.",
                        due: asking,
                        explanation: [
                            "The \(decision.rawValue) is \(decided.inWords).",
                            "The earliest \(submission.rawValue) that belongs to it is \(first.inWords).",
                        ])
                }
            }
        }
    }

    /// Nil is later than any day.
    static func earlier(_ left: Day?, _ right: Day?) -> Bool {
        guard let left else { return false }
        return right.map { left < $0 } ?? true
    }
}
