import TMFModel

/// One version of a record, as a point in the order of events.
struct DatedRecord: Sendable {
    let document: DocumentNumber
    let version: Int
    let scope: Scope
    let artifact: ArtifactNumber
    /// Nil if it has none, or one that is no number: a date, a name.
    let label: VersionLabel?
    let date: Day?
    /// The day it came into use, where the sender states one: the column `effective_date` of a manifest.
    let effective: Day?

    init(_ version: Version, of document: Document) {
        self.document = document.number
        self.version = version.ordinal
        scope = document.facts.scope
        artifact = document.facts.artifact
        label = version.facts.label.flatMap { VersionLabel($0) }
        date = version.facts.documentDate
        effective = version.facts.metadata.first { $0.key == "effective_date" }?.value.string.flatMap { Day($0) }
    }

    /// `D-000012 version 1, dated 2024-06-12`
    var inWords: String {
        "\(document) version \(version)" + (date.map { ", dated \($0)" } ?? ", without a document date")
    }
}
