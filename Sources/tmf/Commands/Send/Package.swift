public import ArgumentParser
import Disk
import SystemPackage
import TMFModel
public import TMFPackage
import TMFPages
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

                --volume-size makes several bags of one group, each smaller than that, for media and mail with limits: \
                OUT-1-of-3.zip with the pages, lists and journal, the others with the records. Each is a whole bag and can \
                be checked alone; the first states the digest of every other, so that its seal is a seal of all. Unpacked \
                into one folder, the pages open the records of all. --prepared-by names who made the package.
                --texts lets the offline search find words in files, too, as far as `tmf examine` read them: at most 64 MB, \
                loaded when a reader asks. The report says of how many records. What was read is no part of the journal: \
                such a package is the same again only if the same was read.

                Examples:
                  tmf package ABC-101-tmf.zip
                  tmf package ABC-101-tmf.zip --volume-size 4G --prepared-by "A. Archivist"
                  tmf package sealed.zip --seal key.pem --certificate cert.pem
                  tmf package archive.tar --kind archive --include-restricted
                  tmf package site-101.zip --site 101 --with-enclosing --part investigator
                  tmf package unblinded.zip --part unblinded
                  tmf package to-sponsor.zip --kind transfer --agreement EA-2026-01

                Exit status: 1 a content is not what was filed, and nothing was written; 65 exchange.xml cannot carry \
                something, all of which is listed, or a volume is too small for something, and nothing was written; 66 --texts, and no file was looked into; 73 the file is there already; 74 it cannot \
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

        @Option(help: ArgumentHelp("Who makes it, by name; stated in the package.", valueName: "name"))
        var preparedBy: String?

        @Flag(help: "Let the offline search find words in files, too.")
        var texts = false

        @Option(
            help: ArgumentHelp(
                "Make volumes, each smaller than so many bytes: 650M, 4G (powers of 1,024).", valueName: "size"),
            transform: Self.size)
        var volumeSize: Int64?

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
            if agreement != nil, volumeSize != nil {
                throw ValidationError(
                    "exchange.xml names files of its own package: --agreement and --volume-size exclude each other.")
            }
            if (seal == nil) != (certificate == nil) {
                throw ValidationError("--seal and --certificate go together.")
            }
        }

        func run() throws {
            let sealer = try sealer()
            // Said before anything is read: judging a large study takes a while. Volumes have names of their own.
            if volumeSize == nil, try Entry.exists(target) { throw PackageError.alreadyThere(path: target.string) }
            let opened = try store.reading()
            guard let study = try opened.store.currentStudy(opened.study) else {
                throw StoreError.noSuchStudy(opened.study, known: try opened.store.studies())
            }
            let selection = try scope.selection(in: study)
            let options = PackageOptions(
                format: PackageOptions.Format(name: target.lastComponent?.string ?? ""), kind: kind,
                selection: selection, asOf: day.asOf, allowsFailures: allowFailures,
                exchange: agreement.map {
                    ExchangeOptions(agreement: $0, source: transferSource, transfer: transferID)
                },
                preparedBy: preparedBy, includesTexts: texts, volumeSize: volumeSize)
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

        private static func size(_ text: String) throws -> Int64 {
            let units: [String: Int64] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
            let unit = text.last.flatMap { units[$0.uppercased()] }
            guard let number = Int64(unit == nil ? text : String(text.dropLast())), number > 0,
                case let (bytes, isTooLong) = number.multipliedReportingOverflow(by: unit ?? 1), !isTooLong,
                bytes >= PackageOptions.smallestVolume
            else { throw ValidationError("expected a size such as 650M or 4G, of 256K or more.") }
            return bytes
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
                (
                    "Searchable texts",
                    report.texts.map {
                        "of \($0.records) records; none is known of \($0.without), and \($0.leftOut) are left out as too long"
                    }
                ), ("Files", "\(report.files), \(report.bytes) bytes"), ("SHA-256", report.sha256?.description),
            ])
            if !report.volumes.isEmpty {
                page.heading("Volumes")
                page.table(
                    Listing(
                        ["volume", "path", "files", "bytes", "sha256"], numbers: ["volume", "files", "bytes"],
                        of: report.json["volumes"]?.array ?? []))
            }
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
