public import TMFModel
import TMFStore

extension Filing {
    /// Quality control accepts a version, or sends it back; the latest version if none is named.
    ///
    /// What is sent back needs a code of `QualityReasonCode`, a reason in words, or both; words alone are recorded
    /// under the code `other`, which cannot do without them.
    public func review(
        _ number: DocumentNumber, version ordinal: Int? = nil, outcome: QualityReview.Outcome, code: String? = nil
    ) throws -> Document {
        let document = try openDocument(number)
        let review = try review(
            of: document, version: ordinal ?? document.versions.count, outcome: outcome, code: code,
            sampled: { try sampledVersions() })
        try record(.qualityReviewed(review))
        return try self.document(number)
    }

    /// The review as it would be recorded. `sampled` gives the versions that samples have drawn; it is asked only
    /// where that decides. Throws `InputProblems` if the version is not there to be reviewed.
    func review(
        of document: Document, version ordinal: Int, outcome: QualityReview.Outcome, code: String?,
        sampled: () throws -> Set<QualityDraw.Member>
    ) throws -> QualityReview {
        guard let version = document.version(ordinal) else {
            throw InputProblems([
                InputProblem(
                    source: document.number.description, column: "version",
                    message: "expected a version from 1 to \(document.versions.count)")
            ])
        }
        let code = try reasonCode(code, outcome)
        let status = version.facts.status
        let member = QualityDraw.Member(document: document.number, version: ordinal)
        let mayReview =
            switch status {
            case .filed, .returned: true
            case .approved: try outcome == .returned || sampled().contains(member)
            case .draft: false
            }
        guard mayReview else {
            throw InputProblems([
                InputProblem(
                    source: document.number.description,
                    message:
                        "version \(version.ordinal) is \(status.rawValue); quality control reviews filed versions, "
                        + "and approved ones that a sample has drawn")
            ])
        }
        return QualityReview(
            document: document.number, version: ordinal, outcome: outcome, from: status, code: code)
    }

    /// Every version that a sample has drawn.
    func sampledVersions() throws -> Set<QualityDraw.Member> {
        Set(try store.oversight(of: study.id).samples.flatMap(\.draw.drawn))
    }

    private func reasonCode(_ stated: String?, _ outcome: QualityReview.Outcome) throws -> String? {
        guard outcome == .returned else { return nil }
        let code = stated ?? QualityReasonCode.other
        guard let known = QualityReasonCode.known(code) else {
            let codes = QualityReasonCode.all.map(\.code).joined(separator: ", ")
            throw InputProblems([
                InputProblem(
                    source: "--code", message: "no reason '\(code)', only \(codes); `tmf qc codes` says what each means"
                )
            ])
        }
        if known.needsText { try requireReason("a version is returned without a --code, or with --code \(code),") }
        return code
    }
}
