import TMFModel

extension GateJudging {
    func waiting() -> [GateBlocker] {
        documents.flatMap { document in
            document.awaitingReview.map { version in
                GateBlocker(
                    id: "quality-control:\(document.number)/\(version.ordinal)",
                    what: "\(document.number) version \(version.ordinal) waits for quality control.",
                    fix: "tmf qc accept \(document.number) --version \(version.ordinal)", who: "quality control",
                    scope: document.facts.scope, document: document.number,
                    explanation: ["It has waited since \(version.statusAt.day), filed by \(version.filedBy)."])
            }
        }
    }

    func returned() -> [GateBlocker] {
        documents.compactMap { document in
            guard let newest = document.versions.last, newest.facts.status == .returned else { return nil }
            let last = binder.snapshot.oversight.returns.last {
                $0.document == document.number && $0.version == newest.ordinal
            }
            let code = last?.code.map { ", \(QualityReasonCode.known($0)?.title ?? $0)" } ?? ""
            return GateBlocker(
                id: "returned:\(document.number)/\(newest.ordinal)",
                what:
                    "\(document.number) version \(newest.ordinal) was sent back, and no later version has been filed.",
                fix: "tmf revise \(document.number) FILE",
                who: responsible(for: document, filedBy: newest.filedBy), scope: document.facts.scope,
                document: document.number,
                explanation: ["Sent back on \(newest.statusAt.day)\(last.map { " by \($0.by)" } ?? "")\(code)."])
        }
    }

    /// Documents of which no version ever got beyond a draft.
    func drafts() -> [GateBlocker] {
        documents.compactMap { document in
            guard let newest = document.versions.last, newest.facts.status == .draft else { return nil }
            return GateBlocker(
                id: "draft:\(document.number)/\(newest.ordinal)",
                what: "\(document.number) version \(newest.ordinal) is a draft.",
                fix: "tmf amend \(document.number) status=filed --version \(newest.ordinal)",
                who: responsible(for: document, filedBy: newest.filedBy), scope: document.facts.scope,
                document: document.number,
                explanation: [
                    "Filed on \(newest.filedDay). A draft that is not needed is withdrawn: "
                        + "`tmf withdraw \(document.number) --reason \"…\"`."
                ])
        }
    }

    func issues() -> [GateBlocker] {
        binder.snapshot.oversight.issues.filter { $0.closure == nil && concerns($0.statement.scope) }.map { issue in
            let statement = issue.statement
            let due = statement.due.map { ", due on \($0)" } ?? ""
            return GateBlocker(
                id: "issue:\(statement.number)",
                what: "Issue \(statement.number) (\(statement.severity.rawValue)) is \(issue.state.rawValue)\(due).",
                fix: "tmf issue close \(statement.number) --reason \"…\"", who: statement.owner ?? issue.by,
                scope: statement.scope, document: statement.document,
                explanation: ["Raised by \(issue.by) on \(issue.at.day): \(statement.text)"])
        }
    }
}
