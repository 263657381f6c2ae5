public import TMFFormats
public import TMFModel

/// What became of a transfer, object by object: for the sender, and for whoever answers for the file. The standard
/// defines no receipt; this form is our own.
public struct ExchangeReceipt: Hashable, Sendable {
    /// One `exchange.xml` of the package.
    public struct Transfer: Hashable, Sendable {
        public let batch: EMSBatch
        /// Where the `exchange.xml` stands in the package, its SHA-256 and its size in bytes.
        public let path: String
        public let sha256: Digest
        public let bytes: Int64
        /// The record under which it is kept here; nil if nothing was filed.
        public var document: DocumentNumber?
    }

    /// One file of one object.
    public struct Result: Hashable, Sendable {
        public enum Outcome: String, Hashable, Sendable {
            /// A new document.
            case filed
            /// The next version of a document that was there.
            case newVersion = "new_version"
            /// Filed before, with the same bytes.
            case unchanged
            /// Not filed.
            case refused
        }

        public let transfer: String
        public let object: String
        public let version: String
        /// The place of the file in its object: 1 for the first.
        public let file: Int
        public var outcome: Outcome
        /// Where it stands here; nil if it was refused.
        public var document: DocumentNumber?
        public var ordinal: Int?
        /// As computed here; nil if it was not read.
        public var sha256: Digest?
    }

    public var transfers: [Transfer] = []
    public var results: [Result] = []
    public let isLenient: Bool
    public let isDryRun: Bool
    public let at: Instant
    public let by: Attribution
    /// The sums, and what is wrong: with any problem, nothing was filed.
    public var report = ImportReport()
    /// What deviates from the standard and was passed over.
    public var relaxations: [EMSRemarks.Relaxation] = []
    /// Where the official schema objects to what was passed over, the first hundred.
    public var schemaObjections: [String] = []

    init(isLenient: Bool, isDryRun: Bool, at: Instant, by: Attribution) {
        self.isLenient = isLenient
        self.isDryRun = isDryRun
        self.at = at
        self.by = by
    }

    /// The object that `tmf import --format json` prints: the keys of every import, and `receipt`.
    public var json: JSON {
        .object((report.json.members ?? []) + [JSON.Member("receipt", receipt)])
    }

    private var receipt: JSON {
        .full([
            ("mode", .string(isLenient ? "lenient" : "strict")), ("dry_run", .bool(isDryRun)),
            ("received_at", .string(at.description)), ("by", .string(by.actor)), ("host", .string(by.host)),
            (
                "transfers",
                .array(
                    transfers.map { transfer in
                        .full([
                            ("study", .string(transfer.batch.studyID)),
                            ("transfer_source", .string(transfer.batch.transferSourceID)),
                            ("transfer", .string(transfer.batch.transferID)),
                            ("agreement", .string(transfer.batch.agreement)), ("event", transfer.batch.eventID.json),
                            ("model", .string(transfer.batch.modelVersion)), ("manifest", .string(transfer.path)),
                            ("sha256", .string(transfer.sha256.description)), ("bytes", .int(Int(transfer.bytes))),
                            ("document", (transfer.document?.description).json),
                        ])
                    })
            ),
            (
                "objects",
                .array(
                    results.map { result in
                        .full([
                            ("transfer", .string(result.transfer)), ("object", .string(result.object)),
                            ("version", .string(result.version)), ("file", .int(result.file)),
                            ("result", .string(result.outcome.rawValue)),
                            ("document", (result.document?.description).json),
                            ("ordinal", result.ordinal.map(JSON.int)),
                            ("sha256", (result.sha256?.description).json),
                        ])
                    })
            ),
            (
                "relaxations",
                .array(
                    relaxations.map { relaxation in
                        .full([
                            ("element", .string(relaxation.element)), ("message", .string(relaxation.message)),
                            ("line", .int(relaxation.line)), ("object", relaxation.object.json),
                            ("count", .int(relaxation.count)),
                        ])
                    })
            ),
            ("schema_objections", .array(schemaObjections.map(JSON.string))),
        ])
    }

    /// The receipt as text, one fact or object in each line.
    public var text: String {
        var lines = ["Receipt of an eTMF-EMS transfer", ""]
        for transfer in transfers {
            lines += [
                "Study           \(transfer.batch.studyID)", "From            \(transfer.batch.transferSourceID)",
                "Transfer        \(transfer.batch.transferID)", "Agreement       \(transfer.batch.agreement)",
                "Manifest        \(transfer.path)", "SHA-256         \(transfer.sha256)",
            ]
            if let document = transfer.document { lines.append("Kept as         \(document)") }
        }
        lines += [
            "Received        \(at) by \(by.actor) on \(by.host)",
            "Read            \(isLenient ? "leniently" : "strictly")\(isDryRun ? ", as a trial: nothing was filed" : "")",
            "Files           \(report.read) read: \(report.filed) filed, \(report.newVersions) new versions, "
                + "\(report.unchanged) unchanged, \(report.failed) refused",
        ]
        func list(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", "\(title): \(items.count)"] + items.map { "  \($0)" } }
        }
        list("Problems, for which nothing was filed", report.problems.map(\.description))
        list("Deviations from the standard, passed over", relaxations.map(\.description))
        list("Objections of schema \(EMSSchemaVersion.text)", schemaObjections)
        list("Notices", report.notices.map(\.description))
        list("Files that no object names", report.unlisted)
        list(
            "Objects",
            results.map { result in
                let place = result.document.map { " \($0) version \(result.ordinal ?? 0)" } ?? ""
                let file = result.file > 1 ? " file \(result.file)" : ""
                return "\(result.object) version \(result.version)\(file): \(result.outcome.rawValue)\(place)"
                    + (result.sha256.map { " sha256 \($0)" } ?? "")
            })
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The schema by which transfers are checked.
enum EMSSchemaVersion {
    static var text: String { EMSSchema.version }
}
