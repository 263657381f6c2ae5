import TMFModel

/// What looking into files showed. These checks are silent about files that were not examined.
extension Check {
    static let portfolio = examined(
        .portfolio, "No PDF is a cover for other files", .warning,
        "What is in a portfolio is not on its pages: most readers show only the cover.")
    static let embeddedFiles = examined(
        .embeddedFiles, "No file has others inside", .notice,
        "A file inside another is filed nowhere, and is easily missed.")
    static let scriptInFile = examined(
        .script, "No file runs a script", .warning, "A record that changes itself does not show what it showed.")
    static let changingForm = examined(
        .changingForm, "No form can still be filled in", .notice, "A record must not change after it was filed.")
    static let macrosInFile = examined(
        .macros, "No file runs macros", .warning, "Macros can change what is shown, and are often blocked.")
    static let noTextLayer = examined(
        .noTextLayer, "Every page can be searched", .notice,
        "A picture of a page is found by nobody who searches for what it says.")
    static let lowResolution = examined(
        .lowResolution, "Every scan is fine enough", .warning, "What cannot be read cannot be shown.")
    static let unusualPage = examined(
        .unusualPage, "Every page has a usual size", .notice, "It cannot be shown or printed as a page.")
    static let archiveAsRecord = examined(
        .archive, "No record is a packed archive", .warning,
        "Records are filed one by one, where each is looked for.")
    static let nestedArchive = examined(
        .nestedArchive, "No archive holds an archive", .warning, "What is packed twice is found by nobody.")
    static let mailAttachments = examined(
        .mailAttachments, "Attachments are records of their own", .notice,
        "An attachment of a message is filed nowhere, and is easily missed.")
    static let formatAtRisk = examined(
        .formatAtRisk, "Every format lasts", .notice, "A file must open for as long as it is kept.")
    static let examinationStopped = examined(
        .examinationStopped, "Every file could be looked into", .warning,
        "A file that takes more time or memory than a file may is broken, or made to be.")

    private static func examined(
        _ condition: FileCondition, _ title: String, _ severity: FindingSeverity, _ rationale: String
    ) -> Check {
        Check(
            code: condition.rawValue, title: title, severity: severity, rationale: rationale,
            documents: { document, binder in
                guard !binder.snapshot.remarks.isEmpty else { return [] }
                return document.versions.flatMap { version in
                    binder.remarks(condition, on: version).map { detail in
                        Remark(message: "\(document.number) version \(version.ordinal) \(detail).")
                    }
                }
            })
    }
}

extension Binder {
    /// What was seen of a condition when the version's file was examined.
    func remarks(_ condition: FileCondition, on version: Version) -> [String] {
        guard let digest = version.facts.content?.digest, let remarks = snapshot.remarks[digest] else { return [] }
        return remarks.filter { $0.condition == condition }.map(\.detail)
    }
}
