import TMFModel
import TMFPages
import TMFReview

/// The pages of a package: `index.html` to start from, `report.html` beside it, and everything else in `viewer/`.
struct OfflineViewer {
    let binder: Binder
    let kind: PackageOptions.Kind
    /// Which records the package holds, in words.
    let scope: String
    let failures: [PackageReport.Failure]
    let recordPath: @Sendable (DocumentNumber, Int) -> String?
    let journal: JournalExport
    let counts: (inStore: Int, packaged: Int)
    /// Who made the package, by name.
    let preparedBy: String?
    /// The text of a content; nil if the search is to find no texts.
    let text: ((Digest) throws -> ExtractedText?)?
    /// The figures at the end of each month.
    let trend: [TrendPoint]
    /// How many volumes there are, of which this is the first, and which of them holds a version.
    let volumes: (count: Int, of: @Sendable (DocumentNumber, Int) -> Int?)?

    /// Writes the texts for the search one file after the other; nil if there are to be none. The pages tell of them.
    func writeTexts(to output: PackageOutput) throws -> SearchTextWriter.Summary? {
        guard let text else { return nil }
        var writer = SearchTextWriter(binder.snapshot, text: text)
        return try writer.write { try output.add("data/viewer/\($0.name)", Array($0.text.utf8)) }
    }

    /// Each page as a part of its own, then what the pages share.
    func parts(_ texts: SearchTextWriter.Summary?) -> [PackagePart] {
        let pages = pages(texts)
        let written = pages.offlinePlaces.map { place -> PackagePart in
            { files in
                guard let path = pages.links.path(of: place), let page = try pages.page(place) else { return }
                try files.add("data/\(path)", page.bytes)
            }
        }
        return written + [
            { files in
                for asset in Assets.all { try files.add("data/viewer/\(asset.name)", Array(asset.text.utf8)) }
                try SearchIndexWriter(pages).forEachFile { asset in
                    try files.add("data/viewer/\(asset.name)", Array(asset.text.utf8))
                }
            }
        ]
    }

    private func pages(_ texts: SearchTextWriter.Summary?) -> Pages {
        let (journal, trend) = (journal, trend)
        let excluded = failures.map {
            Provenance.Exclusion(
                document: $0.document, reason: "version \($0.version) could not be packaged: \($0.problem)")
        }
        let about = Provenance(
            kind: .package, prepared: preparedBy.map { "by \($0)" },
            scope: "\(scope): \(counts.packaged) of \(counts.inStore) versions; \(kind.rawValue) package",
            program: Software.name, excluded: excluded, volumes: volumes?.count)
        let whole: Pages.Volume = { _, _ in nil }
        return Pages(
            binder: binder, links: .offline(study: binder.study), about: about,
            history: { try journal.history(of: $0) }, journal: { try journal.entries($0) }, contentPath: recordPath,
            volume: volumes?.of ?? whole, texts: texts, trend: { trend })
    }
}
