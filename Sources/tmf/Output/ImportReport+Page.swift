import TMFIntake
import TMFModel

extension ImportReport {
    /// Its problems, row by row.
    var problemListing: Listing {
        Listing(["source", "row", "column", "message"], of: problems.map(\.json))
    }

    /// For people. `lines` are what the study file lacks.
    func page(adding lines: String, isDryRun: Bool) -> Page {
        var page = Page(
            "\(read) read: \(filed) filed, \(newVersions) new versions, \(unchanged) unchanged, \(failed) failed"
                + (isDryRun ? " (dry run: nothing was filed)" : ""))
        if older > 0 { page.line("\(older) have not changed since that day and were left alone.") }
        if opened > 0 {
            page.line("\(opened.counted("archive")) in the source opened; what is inside is counted above.")
        }
        if amended > 0 { page.line("\(amended) of the unchanged had facts corrected.") }
        if duplicates > 0 {
            page.heading("\(duplicates) have the bytes of another document")
            page.table(Listing(["source", "same_as"], rows: duplicateOf.map { [$0.path, $0.document.description] }))
        }
        if let line = flawsInWords { page.line(line) }
        if !unlisted.isEmpty {
            page.heading("\(unlisted.count) files are not in the manifest and were not filed")
            page.table(Listing(["source"], rows: unlisted.map { [$0] }))
        }
        if !notices.isEmpty {
            page.heading("Notes")
            page.table(Listing(["source", "row", "column", "message"], of: notices.map(\.json)))
        }
        if !problems.isEmpty {
            page.heading(problems.count.counted("problem"))
            page.table(problemListing)
        }
        if !unknown.isEmpty {
            page.heading("\(unknown.count) names are not in the study")
            page.table(Listing(UnknownName.keys, numbers: ["rows", "first_row"], of: unknown.map(\.json)))
            page.heading("What study.yaml lacks (give names and roles, then `tmf study apply study.yaml`)")
            for line in lines.split(separator: "\n") { page.line(String(line)) }
        }
        return page
    }
}
