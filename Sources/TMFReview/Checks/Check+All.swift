import TMFModel

extension Check {
    /// Every check, in the order in which a list shows them.
    public static let all: [Check] = [
        // What is not there, or not in force
        .missing,  // "missing"
        .expired,  // "expired"
        .expiring,  // "expiring"
        .expiryNotSpecified,  // "expiry-not-specified"
        .coverageGap,  // "coverage-gap"
        // Quality control
        .awaitingQualityControl,  // "awaiting-quality-control"
        .returned,  // "returned"
        .openQualityIssue,  // "open-quality-issue"
        // Versions
        .versionGap,  // "version-gap"
        .repeatedLabel,  // "repeated-label"
        .versionFork,  // "version-fork"
        .twoCurrent,  // "two-current"
        .supersededWithoutSuccessor,  // "superseded-without-successor"
        // The order of events
        .approvalBeforeSubmission,  // "approval-before-submission"
        .siteActivatedBeforeApproval,  // "site-activated-before-approval"
        .consentBeforeApproval,  // "consent-before-approval"
        .amendmentCascade,  // "amendment-cascade"
        // Dates
        .lateFiling,  // "late-filing"
        .missingDocumentDate,  // "missing-document-date"
        .partialDocumentDate,  // "partial-document-date"
        .futureDate,  // "future-date"
        // Copies and translations
        .exactDuplicate,  // "exact-duplicate"
        .likelyDuplicate,  // "likely-duplicate"
        .translationOfUnknown,  // "translation-of-unknown"
        .originalWithoutTranslation,  // "original-without-translation"
        .translationBehind,  // "translation-behind"
        .translationWithoutCertificate,  // "translation-without-certificate"
        .uncertifiedCopy,  // "uncertified-copy"
        // Place
        .unknownArtifact,  // "unknown-artifact"
        .wrongLevel,  // "wrong-level"
        .neverExpected,  // "never-expected"
        .overCount,  // "over-count"
        .restrictedInOpenPart,  // "restricted-kind-in-open-part"
        // Files
        .emptyFile,  // "empty-file"
        .damagedFile,  // "damaged-file"
        .encryptedFile,  // "encrypted-file"
        .mediaTypeMismatch,  // "media-type-mismatch"
        .portfolio,  // "pdf-portfolio"
        .embeddedFiles,  // "embedded-files"
        .scriptInFile,  // "script-in-file"
        .changingForm,  // "changing-form"
        .macrosInFile,  // "macros-in-file"
        .noTextLayer,  // "no-text-layer"
        .lowResolution,  // "low-resolution"
        .unusualPage,  // "unusual-page-size"
        .archiveAsRecord,  // "archive-as-record"
        .nestedArchive,  // "nested-archive"
        .mailAttachments,  // "mail-attachments"
        .formatAtRisk,  // "format-at-risk"
        .examinationStopped,  // "examination-stopped"
    ]

    /// The findings of all checks, in their order, then those of the questions to documents. Checks know nothing of each
    /// other, so that they are asked side by side.
    private static func unsortedFindings(in binder: Binder) -> [[Finding]] {
        let whole = all.filter { $0.question == nil }
        let questions = all.compactMap(\.question)
        let rationales = Dictionary(uniqueKeysWithValues: all.map { ($0.code, [$0.rationale]) })
        let count = binder.snapshot.documents.count
        let step = max(count / 8, 2_000)
        let parts = stride(from: 0, to: count, by: step).map { $0..<min($0 + step, count) }
        return inParallel(whole.count + parts.count) { place in
            var found =
                place < whole.count
                ? whole[place].findings(binder)
                : findings(of: questions, in: binder, places: parts[place - whole.count])
            // What the message says is all there is to say of the place: the reason of the check is left.
            for place in found.indices where found[place].explanation.isEmpty {
                found[place].explanation = rationales[found[place].rule] ?? []
            }
            return found
        }
    }

    /// The findings of all checks, the heaviest first, then by artifact, scope and document.
    static func findings(in binder: Binder) -> [Finding] {
        let lists = unsortedFindings(in: binder)
        // Scopes compare by their texts; ranks compare at once.
        let scopes = inParallel(lists.count) { Set(lists[$0].lazy.compactMap(\.scope)) }
        let sorted = scopes.reduce(into: Set()) { $0.formUnion($1) }.sorted()
        let ranks = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0 + 1) })
        let keys = inParallel(lists.count) { list in
            lists[list].enumerated().map { SortKey($1, ranks, list: list, place: $0) }
        }
        return keys.flatMap { $0 }.sorted(by: SortKey.precedes).map { lists[Int($0.list)][Int($0.place)] }
    }
}

/// Where a finding stands among others.
private struct SortKey {
    /// Severity, artifact, and rank of the scope.
    let part: UInt64
    let document: Int32
    /// In the order in which they were found.
    let list: Int32
    let place: Int32

    init(_ finding: Finding, _ ranks: [Scope: Int], list: Int, place: Int) {
        let number = finding.artifact.map { $0.zone.asPart(16) | $0.section.asPart(8) | $0.artifact.asPart(0) } ?? 0
        let rank = finding.scope.flatMap { ranks[$0] } ?? 0
        part = finding.severity.asPart << 56 | number << 32 | UInt64(rank)
        document = finding.document?.value ?? 0
        self.list = Int32(list)
        self.place = Int32(place)
    }

    static func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
        if left.part != right.part { return left.part < right.part }
        return (left.document, left.list, left.place) < (right.document, right.list, right.place)
    }
}

extension FindingSeverity {
    fileprivate var asPart: UInt64 {
        switch self {
        case .error: 0
        case .warning: 1
        case .notice: 2
        }
    }
}

extension UInt8 {
    fileprivate func asPart(_ shift: UInt64) -> UInt64 { UInt64(self) << shift }
}
