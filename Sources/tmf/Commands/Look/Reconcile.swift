public import ArgumentParser
import SystemPackage
import TMFFormats
import TMFIntake
public import TMFModel
import TMFReview
import TMFStore

extension TMFCommand {
    struct Reconcile: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold a list of the CTMS or EDC against the file.",
            discussion: """
                Lists what the list has and the file has not, what the file has and the list has not, and what both state \
                differently. The kind comes from the file's name (sites.csv, ctms-visits.csv) unless --kind is given. \
                CSV or XLSX, columns in any order and case, unknown ones passed over, blank cells not compared, days as \
                2026-01-31:
                  sites       site; country, name, activated, closed
                  people      person (or name), role; site, country, from, to. Each needs a curriculum vitae.
                  visits      site, date; type (qualification, initiation, monitoring, close-out). Each needs a report of \
                its date; one up to 7 days off is shown as different.
                  amendments  version; amendment, country, date, regulatory_approval, ethics_approval. Each needs a \
                protocol of that version, and the approvals of its country; a blank date says: not approved yet.
                  safety      case; site, country, date. Each needs a report that names the case.

                Examples:
                  tmf reconcile visits.csv
                  tmf reconcile export-17.csv --kind safety --file-as-record --reason "Monthly reconciliation"

                Exit status: 1 something is unmatched or different; 64 no kind; 65 the list has faults; 66 there is no \
                such file.
                """)

        @Argument(
            help: ArgumentHelp("The list, as CSV or XLSX.", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var list: FilePath

        @Option(help: "What the rows are: sites, people, visits, amendments or safety.")
        var kind: TrialList.Kind?

        @Flag(help: "File the result as a record; needs --reason.")
        var fileAsRecord = false

        @OptionGroup(title: "List") var table: SheetArguments
        @OptionGroup var day: AsOfOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if fileAsRecord, change.reason == nil { throw ValidationError("--file-as-record needs --reason.") }
            if fileAsRecord, day.asOf != nil {
                throw ValidationError("--file-as-record files what holds today: leave --as-of out.")
            }
        }

        func run() throws {
            guard let kind = kind ?? TrialList.Kind(fileName: list.lastComponent?.string ?? "") else {
                throw Failure(.usage, "\(list): its name tells no kind of list; say which with --kind")
            }
            let rows = try TrialListReader.read(
                Table(opening: list, source: list.string, table.options(over: TableOptions())), kind: kind)
            let opened = fileAsRecord ? try store.writing() : try store.reading()
            let found = Reconciliation(rows, try opened.snapshot(day), model: try opened.model())
            let listing = ReconciliationListing.of(found)
            var record: Document?
            if fileAsRecord { record = try file(found, listing, in: opened) }
            try output.print(
                json: {
                    var members: [(String, JSON?)] = (found.json.members ?? []).map { ($0.key, $0.value) }
                    members.append(("record", (record?.number.description).json))
                    return .full(members)
                }, csv: { listing }, page: { page(found, listing, record) })
            if !found.isClean { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func file(_ found: Reconciliation, _ listing: Listing, in opened: OpenedStudy) throws -> Document {
            let filing = try opened.filing(change)
            let today = day.day
            let name = "reconciliation-\(found.kind.rawValue)-\(today).csv"
            let title = "Reconciliation of \(found.kind.rawValue) with \(list.lastComponent?.string ?? ""), \(today)"
            let facts = DocumentFacts(
                artifact: try found.kind.recordArtifact(), scope: .trial, title: title, isRestricted: false)
            let note = "\(found.rows) rows, \(found.matched) matched"
            let version = VersionFacts(
                documentDate: today, status: Filing.initialStatus(in: filing.study), originalName: name, note: note)
            return try filing.file(listing.csv, named: name, facts, version)
        }

        private func page(_ found: Reconciliation, _ listing: Listing, _ record: Document?) -> Page {
            var page = Page(
                found.isClean
                    ? "\(list) and the file agree." : "\(list) and the file do not agree.")
            page.facts([
                ("Rows", String(found.rows)), ("Matched", String(found.matched)),
                ("In the list only", String(found.unmatchedInList.count)),
                ("In the file only", String(found.unmatchedInTMF.count)),
                ("Different", String(found.different.count)),
                ("Filed as", record.map { "\($0.number), \($0.facts.place)" }),
            ])
            if !listing.rows.isEmpty { page.table(listing) }
            return page
        }
    }
}

extension TrialList.Kind: ExpressibleByArgument {}

extension TrialList.Kind {
    /// Where tracking information of this kind is kept: of sites, of regulatory matters, of safety.
    fileprivate func recordArtifact() throws -> ArtifactNumber {
        switch self {
        case .sites, .people, .visits: try ArgumentReading.artifact("05.05.02")
        case .amendments: try ArgumentReading.artifact("03.04.02")
        case .safety: try ArgumentReading.artifact("07.03.02")
        }
    }
}
