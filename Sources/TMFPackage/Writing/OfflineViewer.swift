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

    /// Writes one page after the other; no more than one is in memory.
    func write(to output: PackageOutput) throws {
        let pages = pages()
        for place in pages.offlinePlaces {
            guard let path = pages.links.path(of: place), let page = try pages.page(place) else { continue }
            try output.add("data/\(path)", page.bytes)
        }
        for asset in Assets.all { try output.add("data/viewer/\(asset.name)", Array(asset.text.utf8)) }
        try SearchIndexWriter(pages).forEachFile { asset in
            try output.add("data/viewer/\(asset.name)", Array(asset.text.utf8))
        }
    }

    private func pages() -> Pages {
        let journal = journal
        return Pages(
            binder: binder, links: .offline(study: binder.study),
            about: Provenance(
                kind: .package,
                scope: "\(scope): \(counts.packaged) of \(counts.inStore) versions; \(kind.rawValue) package",
                program: Software.name,
                excluded: failures.map {
                    Provenance.Exclusion(
                        document: $0.document, reason: "version \($0.version) could not be packaged: \($0.problem)")
                }),
            history: { try journal.history(of: $0) }, journal: { try journal.entries($0) }, contentPath: recordPath)
    }
}
