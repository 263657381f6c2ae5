public import ArgumentParser
import SystemPackage
import TMFModel
public import TMFPackage
import TMFStore

extension TMFCommand {
    struct Package: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pack the study into one file that anyone can open and verify.",
            discussion: """
                Writes a BagIt bag with every version, the journal, lists for spreadsheets and an offline viewer: unzip \
                it and open data/index.html. The name's ending decides the form: .zip, .tar, .tar.zst, or else a folder. \
                The same journal and options give the same bytes.

                A package holds the records that all of --zone, --country or --site, --person, --status, --from, --to \
                and --part ask for, as they are on --as-of; restricted records only with --part unblinded or \
                --include-restricted. Everything else is withheld everywhere in it: pages, lists, search, exchange.xml; \
                a journal line about it stands as {"withheld":"HASH"}, so that the chain still verifies. So does a line \
                that names it, and a record whose own lines name it is withheld, too. data/withheld.csv lists what is \
                left out by number, place and reason; versions in the store = packaged + excluded + failed.

                With --agreement the package also holds data/exchange.xml by the eTMF Exchange Mechanism Standard \
                (schema 22.1, checked before the file appears): every version with its files, checksums and audit \
                records. What the standard has no element for is in METADATA named TMFKIT-…; what it cannot hold \
                (signposts, artifacts outside the model) is listed in data/not-exchanged.csv. --kind transfer is for \
                another eTMF system: records in folders by their numbers below data/, where exchange.xml names them, in \
                one folder called like the transfer, without a viewer.
                --seal signs the package: seal.txt states the digest of the tag manifest and the journal's head, and \
                seal.p7s is a detached CMS signature over seal.txt, which OpenSSL can check:
                  openssl cms -verify -binary -inform DER -in seal.p7s -content seal.txt -CAfile trusted.pem

                Examples:
                  tmf package ABC-101-tmf.zip
                  tmf package sealed.zip --seal key.pem --certificate cert.pem
                  tmf package archive.tar --kind archive --include-restricted
                  tmf package site-101.zip --site 101 --with-enclosing --part investigator
                  tmf package unblinded.zip --part unblinded
                  tmf package to-sponsor.zip --kind transfer --agreement EA-2026-01

                Exit status: 1 a content is not what was filed, and nothing was written; 65 exchange.xml cannot carry \
                something, all of which is listed, and nothing was written; 73 the file is there already; 74 it cannot \
                be written.
                """)

        @Argument(
            help: ArgumentHelp("The new file or folder.", valueName: "out"), completion: .file(),
            transform: { FilePath($0) })
        var target: FilePath

        @Option(help: "For whom it is made; stated in the package.")
        var kind: PackageOptions.Kind = .inspection

        @Option(
            help: ArgumentHelp("The exchange agreement between the two parties; adds exchange.xml.", valueName: "id"))
        var agreement: String?

        @Option(
            help: ArgumentHelp("Names the sender in exchange.xml; the study's sponsor if absent.", valueName: "name"))
        var transferSource: String?

        @Option(
            help: ArgumentHelp("Names the transfer in exchange.xml; made of the journal if absent.", valueName: "id"))
        var transferID: String?

        @OptionGroup(title: "Scope") var scope: SelectionOptions

        @Flag(help: "Write it although contents are damaged; each is listed in it.")
        var allowFailures = false

        @Option(
            help: ArgumentHelp("Seal it with this private key, PEM without a password.", valueName: "key.pem"),
            completion: .file(), transform: { FilePath($0) })
        var seal: FilePath?

        @Option(
            help: ArgumentHelp(
                "The key's certificate, PEM; those of its issuers may follow in it.", valueName: "cert.pem"),
            completion: .file(), transform: { FilePath($0) })
        var certificate: FilePath?

        @OptionGroup var day: AsOfOption
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if agreement == nil, kind == .transfer {
                throw ValidationError("A transfer needs the exchange agreement of the two parties: --agreement ID")
            }
            if agreement == nil, transferSource != nil || transferID != nil {
                throw ValidationError("--transfer-source and --transfer-id need --agreement.")
            }
            if (seal == nil) != (certificate == nil) {
                throw ValidationError("--seal and --certificate go together.")
            }
        }

        func run() throws {
            let sealer = try sealer()
            let opened = try store.reading()
            guard let study = try opened.store.currentStudy(opened.study) else {
                throw StoreError.noSuchStudy(opened.study, known: try opened.store.studies())
            }
            let selection = try scope.selection(in: study)
            let options = PackageOptions(
                format: PackageOptions.Format(name: target.lastComponent?.string ?? ""), kind: kind,
                selection: selection, asOf: day.asOf, allowsFailures: allowFailures,
                exchange: agreement.map { ExchangeOptions(agreement: $0, source: transferSource, transfer: transferID) }
            )
            var writing = try PackageWriting(store: opened.store, study: opened.study, options)
            writing.sealer = sealer
            let progress = Progress("MiB packed")
            let report = try writing.write(to: target) { progress.show(Int($0.bytes >> 20)) }
            progress.clear()
            try output.print(
                json: { report.json },
                csv: {
                    Listing(["document", "versions", "reason"], of: report.json["excluded"]?.array ?? [])
                },
                page: { page(report) })
        }

        /// Read before anything is packed.
        private func sealer() throws -> PackageSealer? {
            guard let seal, let certificate else { return nil }
            return try PackageSealer(
                key: TextFile.read(seal), certificates: TextFile.read(certificate), at: Clock.now())
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
            if let exchange = report.exchange { show(exchange, &page) }
            if !report.excluded.isEmpty {
                page.heading("Excluded")
                page.table(excluded(report))
            }
            if !report.failed.isEmpty {
                page.heading("Failed")
                page.table(Listing(["document", "version", "problem"], of: report.json["failed"]?.array ?? []))
            }
            return page
        }

        /// Each document, or, where they are many, how many there are for each reason.
        private func excluded(_ report: PackageReport) -> Listing {
            guard report.excluded.count > 50 else {
                return Listing(["document", "versions", "reason"], of: report.json["excluded"]?.array ?? [])
            }
            let byReason = Dictionary(grouping: report.excluded, by: \.reason)
            return Listing(
                ["reason", "documents", "versions"], numbers: ["documents", "versions"],
                rows: byReason.keys.sorted().map { reason in
                    let excluded = byReason[reason] ?? []
                    return [reason, String(excluded.count), String(excluded.reduce(0) { $0 + $1.versions })]
                })
        }

        private func show(_ exchange: ExchangeReport, _ page: inout Page) {
            page.heading("exchange.xml, valid by schema 22.1")
            page.facts([
                ("Transfer", exchange.transfer), ("From", exchange.transferSource), ("Agreement", exchange.agreement),
                ("Objects", "\(exchange.objects) with \(exchange.files) files"),
            ])
            if exchange.copyNotStated > 0 {
                page.line(
                    "Of \(exchange.copyNotStated) nobody said whether they are copies; exchange.xml must, and says No.")
            }
            guard !exchange.notExported.isEmpty else { return }
            page.heading("Not in exchange.xml")
            page.table(
                Listing(["document", "version", "reason"], of: exchange.json["not_exported"]?.array ?? []))
        }
    }
}

extension PackageOptions.Kind: ExpressibleByArgument {}
