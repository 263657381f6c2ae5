import ArgumentParser
import Disk
import SystemPackage
import TMFModel
import TMFPackage

extension TMFCommand {
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what two stores, packages, transfers or manifests do not have in common.",
            discussion: """
                Takes any two of: a store's folder, a package in any form, an eTMF-EMS transfer (a folder, ZIP or TAR with \
                an exchange.xml, or that file alone), a manifest (.csv, .xlsx). Lists the documents that \
                only one has, and every field that differs; also what differs in the study, its waivers and links. Stores \
                and packages are matched by document number; a manifest by key or number, source, path or url, a \
                transfer by OBJECTID or bytes, and what these leave blank says nothing beside a store. Records that a package withholds cannot be compared; they are \
                listed and count as not the same.

                Examples:
                  tmf compare ABC-101.tmf ABC-101-tmf.zip
                  tmf compare before.tmf after.tmf --ignore filed_at --ignore filed_by
                  tmf compare ABC-101.tmf manifest.csv --format csv
                  tmf compare ABC-101.tmf from-cro.zip

                Exit status: 0 the same; 1 not the same; 65 bad data; 66 one of them is not there.
                """)

        @Argument(
            help: ArgumentHelp("A store, a package, a transfer or a manifest.", valueName: "a"), completion: .file(),
            transform: { FilePath($0) })
        var a: FilePath

        @Argument(
            help: ArgumentHelp("Another one.", valueName: "b"), completion: .file(), transform: { FilePath($0) })
        var b: FilePath

        @Option(help: ArgumentHelp("The study; needed only where a store holds several.", valueName: "id"))
        var study: String?

        @Option(help: ArgumentHelp("A field not to compare, such as filed_at; may be repeated.", valueName: "field"))
        var ignore: [String] = []

        @OptionGroup var day: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            for path in [a, b] where try !Entry.exists(path) {
                throw Failure(.noInput, "\(path): there is no such store, package, transfer or manifest")
            }
            let found = try Comparing(
                ComparedSource(a, study: study), ComparedSource(b, study: study), asOf: day.asOf,
                ignoring: Set(ignore)
            ).compare()
            try output.print(
                json: { .full([("a", .string(a.string)), ("b", .string(b.string))] + members(found.json)) },
                csv: { listing(found) }, page: { page(found) })
            if !found.isSame { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func members(_ json: JSON) -> [(String, JSON?)] { (json.members ?? []).map { ($0.key, $0.value) } }

        /// One row for each thing found.
        private func listing(_ found: Comparison) -> Listing {
            let lone = [("only_in_a", found.onlyInA), ("only_in_b", found.onlyInB), ("withheld", found.withheld)]
            let rows =
                lone.flatMap { kind, documents in documents.map { [kind, $0.document, "", "", "", ""] } }
                + found.different.map { difference in
                    [
                        "different", difference.document ?? "", difference.version.map(String.init) ?? "",
                        difference.field, difference.a.cell, difference.b.cell,
                    ]
                }
            return Listing(["found", "document", "version", "field", "a", "b"], rows: rows)
        }

        private func page(_ found: Comparison) -> Page {
            var page = Page(
                found.isSame
                    ? "\(a) and \(b) hold the same: \(found.compared.counted("document"))."
                    : "\(a) and \(b) are not the same.")
            page.facts([
                ("Compared", found.compared.counted("document")), ("Only in \(a)", String(found.onlyInA.count)),
                ("Only in \(b)", String(found.onlyInB.count)), ("Fields that differ", String(found.different.count)),
                ("Withheld by one", found.withheld.isEmpty ? nil : String(found.withheld.count)),
                ("Journal head of \(a)", found.headA?.description), ("Journal head of \(b)", found.headB?.description),
            ])
            for (title, documents) in [
                ("Only in \(a)", found.onlyInA), ("Only in \(b)", found.onlyInB), ("Withheld by one", found.withheld),
            ] where !documents.isEmpty {
                page.heading(title)
                page.table(
                    Listing(
                        ["document", "artifact", "country", "site", "title"],
                        of: documents.map { .full([("document", .string($0.document))] + members($0.facts)) }))
            }
            if !found.different.isEmpty {
                page.heading("Different")
                page.table(
                    Listing(
                        ["document", "version", "field", "a", "b"],
                        rows: found.different.map {
                            [
                                $0.document ?? "", $0.version.map(String.init) ?? "", $0.field, $0.a.cell, $0.b.cell,
                            ]
                        }))
            }
            return page
        }
    }
}
