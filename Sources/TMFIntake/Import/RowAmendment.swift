import TMFFormats
import TMFModel

/// What a row of a manifest says otherwise than what is filed: corrections to record, and what is only told.
///
/// A blank cell says nothing, and neither does what is filled in for one, such as the title of a file's name.
struct RowAmendment {
    /// Of the document as a whole.
    private(set) var ofDocument: [FactChange] = []
    private(set) var ofVersion: [FactChange] = []
    /// Column and message of each difference that an import does not correct.
    private(set) var notices: [(column: String, message: String)] = []

    private let row: ManifestRow
    private let number: DocumentNumber

    init(row: ManifestRow, number: DocumentNumber) {
        self.row = row
        self.number = number
    }

    static let documentColumns: [ManifestColumn] = [.title, .language, .translationOf]
    static let versionColumns: [ManifestColumn] = [
        .version, .documentDate, .receivedDate, .expiryDate, .expiryRule, .copy, .certifiedBy, .certifiedOn,
        .certifiedMethod, .note,
    ]

    /// Compares what concerns the document. `versions` is how many it has: a restriction is lifted by the row of an
    /// only version, because other rows may be the ones that restrict it.
    mutating func compare(_ facts: DocumentFacts, versions: Int) {
        let filed = facts.json
        ofDocument += changes(of: filed, in: RowAmendment.documentColumns)
        guard let restricted = row.restricted, restricted != facts.isRestricted else { return }
        if restricted || versions == 1 {
            ofDocument.append(
                FactChange(
                    field: "restricted", from: facts.isRestricted ? true : .null, to: restricted ? true : .null))
        } else {
            tell(.restricted, "stays restricted, for it has several versions; `tmf amend \(number) restricted=no`")
        }
    }

    /// Compares what concerns the version that the row is about.
    mutating func compare(_ version: VersionFacts) {
        ofVersion += changes(of: version.json, in: RowAmendment.versionColumns)
    }

    /// Tells of a status that is not the filed one.
    mutating func compare(_ status: VersionStatus) {
        guard let stated = row.status, stated != status else { return }
        tell(.status, "is filed as \(status.rawValue), not \(stated.rawValue), and stays so; `tmf qc` changes it")
    }

    /// Tells of a place and a key that are not the filed ones.
    mutating func comparePlace(_ stated: DocumentFacts, _ filed: DocumentFacts) {
        let places: [(ManifestColumn, String?, String?)] = [
            (.artifact, stated.artifact.description, filed.artifact.description),
            (.subArtifact, row.subArtifact, filed.subArtifact),
            (.level, stated.scope.description, filed.scope.description),
            (.person, row.person, filed.person), (.organization, row.organization, filed.organization),
        ]
        for (column, stated, filed) in places {
            guard let stated, stated != filed else { continue }
            let place = filed ?? "none"
            tell(column, "is filed at \(place), not \(stated), and stays there; `tmf move \(number)` moves it")
        }
        if let key = stated.key, key != filed.key, DocumentNumber(key) != number || !key.hasPrefix("D-") {
            tell(.document, "is filed as \(filed.key ?? number.description), not \(key), and stays so")
        }
    }

    /// Gives up the corrections, because.
    mutating func refuse(_ problems: [FactError]) {
        ofDocument = []
        ofVersion = []
        for problem in problems {
            notices.append((problem.field, "was not corrected in \(number): expected \(problem.expected)"))
        }
    }

    private mutating func tell(_ column: ManifestColumn, _ what: String) {
        notices.append((column.rawValue, "\(number) \(what)"))
    }

    private func changes(of filed: JSON, in columns: [ManifestColumn]) -> [FactChange] {
        columns.compactMap { column in
            let text = row.text(of: column)
            let from = filed[column.rawValue] ?? .null
            return text.isEmpty || from == .string(text)
                ? nil : FactChange(field: column.rawValue, from: from, to: .string(text))
        }
    }
}
