import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFReview
import TMFStore
import XML

/// Writes the `exchange.xml` of a package, object by object, and checks it against the schema before anybody is told
/// that it is there.
struct ExchangeExport: Sendable {
    let transfer: ExchangeTransfer
    private let binder: Binder
    private let objects: ExchangeObjects

    init(binder: Binder, transfer: ExchangeTransfer) {
        self.binder = binder
        self.transfer = transfer
        objects = ExchangeObjects(binder: binder, transfer: transfer)
    }

    /// Throws `PackageError.notExchangeable` with every fact that an `exchange.xml` cannot carry.
    func check() throws {
        var gaps = transfer.batch.gaps.map { "the batch: \($0)" }
        var isEmpty = true
        for document in binder.snapshot.documents {
            for version in document.versions where objects.omission(of: document, version) == nil {
                isEmpty = false
                var (object, own) = objects.object(of: document, version)
                // The files are known once they are written; there will be one.
                object.files = [EMSFile(integrity: "-", name: "-", path: "-")]
                own += object.gaps
                gaps += own.map { "\(document.number) version \(version.ordinal): \($0)" }
            }
        }
        if isEmpty { gaps.append("there is no version that could be sent: a batch has one object at least") }
        guard gaps.isEmpty else { throw PackageError.notExchangeable(gaps) }
    }

    /// Makes `data/exchange.xml` and the list of what it cannot hold. `path` gives the path below `data/` of a
    /// version's file; nil if it has none.
    func write(
        to files: PreparedFiles, journal: JournalExport, path: (DocumentNumber, Int) -> String?
    ) throws -> ExchangeReport {
        let report = try files.add("data/exchange.xml") { spool in
            let writing = try Writing(spool, transfer.batch)
            let report = try write(writing, journal, path)
            try writing.finish()
            let problems = try EMSSchema.problems(in: spool.onDisk(), limits: ExchangeExport.limits)
            guard problems.isEmpty else { throw PackageError.notExchangeable(problems.map(\.description)) }
            return report
        }
        try files.add("data/not-exchanged.csv", omissions(report))
        return report
    }

    /// What we wrote ourselves may be as long as a study is.
    private static let limits = XMLLimits(maxBytes: 1 << 40)

    private func write(
        _ writing: Writing, _ journal: JournalExport, _ path: (DocumentNumber, Int) -> String?
    ) throws -> ExchangeReport {
        let audit = ExchangeAudit(transfer: transfer, model: binder.model)
        var count = (objects: 0, files: 0, unsaid: 0)
        var omissions: [ExchangeReport.Omission] = []
        func omit(_ document: Document, _ version: Version, _ reason: String) {
            omissions.append(
                ExchangeReport.Omission(document: document.number, version: version.ordinal, reason: reason))
        }
        for document in binder.snapshot.documents {
            var records: [Int: [EMSAuditRecord]]?
            for version in document.versions {
                let name = RecordName(document: document.number, version: version.ordinal)
                if directory.isCompanion(name) { continue }
                if let reason = objects.omission(of: document, version) {
                    omit(document, version, reason)
                    continue
                }
                let own = try records ?? audit.records(of: document, history: journal.history(of: document.number))
                records = own
                guard let file = self.file(version, path(name.document, name.version), own[version.ordinal] ?? [])
                else {
                    omit(document, version, "its content could not be packaged")
                    continue
                }
                var object = objects.object(of: document, version).object
                object.files = [file]
                for companion in directory.companions(of: name) {
                    guard let other = binder.snapshot.document(companion.document),
                        let further = other.version(companion.version)
                    else { continue }
                    let told = audit.records(of: other, history: try journal.history(of: other.number))
                    guard
                        let file = self.file(
                            further, path(companion.document, companion.version), told[companion.version] ?? [])
                    else {
                        omit(other, further, "its content could not be packaged")
                        continue
                    }
                    object.files.append(file)
                }
                if version.facts.copy == nil { count.unsaid += 1 }
                count.objects += 1
                count.files += object.files.count
                try writing.add(object)
            }
        }
        return ExchangeReport(
            transferSource: transfer.batch.transferSourceID, transfer: transfer.batch.transferID,
            agreement: transfer.batch.agreement, objects: count.objects, files: count.files, notExported: omissions,
            copyNotStated: count.unsaid)
    }

    private var directory: ExchangeDirectory { objects.directory }

    private func file(_ version: Version, _ path: String?, _ audit: [EMSAuditRecord]) -> EMSFile? {
        guard let path, let content = version.facts.content else { return nil }
        let statement = EMSStatement(version.facts)
        var file = EMSFile(
            integrity: EMSIntegrity.text(of: content.digest),
            name: path.split(separator: "/").last.map(String.init) ?? path, path: path,
            description: statement == nil ? "Record" : statement?.fileDescription)
        file.signatures = statement?.signatures ?? []
        file.audit = audit
        return file
    }

    private func omissions(_ report: ExchangeReport) -> [UInt8] {
        var csv = CSVWriter()
        csv.append(["document", "version", "reason"])
        for omission in report.notExported {
            csv.append([omission.document.description, String(omission.version), omission.reason])
        }
        return csv.take()
    }
}

/// The file while it is written: no more than a piece of it is in memory.
private final class Writing {
    private let spool: Spool
    private var xml: EMSWriter?

    init(_ spool: Spool, _ batch: EMSBatch) throws {
        self.spool = spool
        xml = try EMSWriter(batch)
    }

    func add(_ object: EMSObject) throws {
        try xml?.add(object)
        if xml?.pendingCount ?? 0 >= 1 << 18 { try spool.write(xml?.take() ?? []) }
    }

    func finish() throws {
        if let xml = xml.take() { try spool.write(xml.finish()) }
    }
}
