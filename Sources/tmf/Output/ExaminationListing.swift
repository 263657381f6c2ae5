import TMFIntake
import TMFModel

/// How examinations are shown.
enum ExaminationListing {
    static let columns = [
        "file", "media_type", "remarks", "pages", "page_size", "pdf_version", "pdf_conformance", "resolution",
        "text_pages", "recognized_pages", "members",
    ]

    /// The remarks as one text: `pdf-portfolio: is a portfolio of 2 files`.
    static func row(_ object: JSON) -> JSON {
        .object(
            (object.members ?? []).map { member in
                guard member.key == "remarks" else { return member }
                return JSON.Member("remarks", .string(remarks(object).joined(separator: "; ")))
            })
    }

    static func page(_ objects: [JSON]) -> Page {
        var page = Page()
        for object in objects {
            page.heading(object["file"]?.string ?? "")
            page.facts(
                columns.dropFirst().filter { $0 != "remarks" }.map { key in
                    (key.split(separator: "_").joined(separator: " "), object[key]?.cell)
                })
            let remarks = remarks(object)
            if remarks.isEmpty { page.line("Nothing is wrong with it.") }
            for remark in remarks { page.line(remark) }
        }
        return page
    }

    private static func remarks(_ object: JSON) -> [String] {
        (object["remarks"]?.array ?? []).map { "\($0["rule"]?.cell ?? ""): \($0["detail"]?.cell ?? "")" }
    }

    /// Examines with a count on the terminal.
    static func run(_ examining: Examining) throws -> Examining.Summary {
        let progress = Progress("examined")
        let summary = try examining.run { count, _ in progress.show(count) }
        progress.clear()
        return summary
    }
}
