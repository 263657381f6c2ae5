public import ArgumentParser
import SystemPackage
import TMFModel
public import TMFPackage

extension TMFCommand {
    struct Package: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pack the study into one file that anyone can open and verify.",
            discussion: """
                Writes a BagIt bag with every version, the journal, lists for spreadsheets and an offline viewer: unzip \
                it and open data/index.html. The name's ending decides the form: .zip, .tar, .tar.zst, or else a folder. \
                Restricted records are withheld unless --include-restricted is given. The same journal gives the same \
                bytes.

                Examples:
                  tmf package ABC-101-tmf.zip
                  tmf package archive.tar --kind archive --include-restricted

                Exit status: 1 a content is not what was filed, and nothing was written; 73 the file is there already; \
                74 it cannot be written.
                """)

        @Argument(
            help: ArgumentHelp("The new file or folder.", valueName: "out"), completion: .file(),
            transform: { FilePath($0) })
        var target: FilePath

        @Option(help: "For whom it is made; stated in the package.")
        var kind: PackageOptions.Kind = .inspection

        @Flag(help: "Take restricted records in.")
        var includeRestricted = false

        @Flag(help: "Write it although contents are damaged; each is listed in it.")
        var allowFailures = false

        @OptionGroup var day: AsOfOption
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let options = PackageOptions(
                format: PackageOptions.Format(name: target.lastComponent?.string ?? ""), kind: kind,
                includesRestricted: includeRestricted, asOf: day.asOf, allowsFailures: allowFailures)
            let writing = try PackageWriting(store: opened.store, study: opened.study, options)
            var progress = Progress("MiB packed")
            let report = try writing.write(to: target) { progress.show(Int($0.bytes >> 20)) }
            progress.clear()
            try output.print(
                json: { report.json },
                csv: {
                    Listing(["document", "versions", "reason"], of: report.json["excluded"]?.array ?? [])
                },
                page: { page(report) })
        }

        private func page(_ report: PackageReport) -> Page {
            var page = Page("\(report.path) is written and whole.")
            let left = report.excluded.reduce(0) { $0 + $1.versions }
            page.facts([
                ("Documents", String(report.documents)),
                (
                    "Versions",
                    "\(report.versionsInStore) in the store = \(report.versions) packaged + \(left) excluded + "
                        + "\(report.failed.count) failed"
                ),
                ("Files", "\(report.files), \(report.bytes) bytes"), ("SHA-256", report.sha256?.description),
            ])
            if !report.excluded.isEmpty {
                page.heading("Excluded")
                page.table(Listing(["document", "versions", "reason"], of: report.json["excluded"]?.array ?? []))
            }
            if !report.failed.isEmpty {
                page.heading("Failed")
                page.table(Listing(["document", "version", "problem"], of: report.json["failed"]?.array ?? []))
            }
            return page
        }
    }
}

extension PackageOptions.Kind: ExpressibleByArgument {}
