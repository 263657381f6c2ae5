import SystemPackage
import TMFModel
import TMFPackage
import TMFStore

/// What verifying a store, or whatever else holds a Trial Master File, found.
struct Verification {
    struct Problem {
        let path: String
        let problem: String
    }

    /// As the user named it.
    let subject: String
    /// `store`, or the kind of package.
    let kind: String
    let files: Int
    let bytes: Int64
    /// Nil where there is none, or several.
    let head: Digest?
    /// Nil where nothing is sealed.
    var seal: FoundSeal.Report?
    let problems: [Problem]
    /// `2 of 3`, where a volume was checked without the others.
    var volume: String?
    /// How many volumes were checked together.
    var volumes: Int?
    /// What a regular check of a store remembered, and where.
    var fixity: (report: FixityReport, path: FilePath)?

    var isSound: Bool { problems.isEmpty }

    var json: JSON {
        .full([
            ("subject", .string(subject)), ("kind", .string(kind)), ("files", .int(files)), ("bytes", .int(Int(bytes))),
            ("ok", .bool(isSound)), ("journal_head", (head?.description).json), ("problems", .array(rows)),
            ("seal", seal?.json), ("volume", volume.json), ("volumes", volumes.map(JSON.int)),
            ("fixity", fixity?.report.json),
            ("fixity_report", fixity.map { .string($0.path.string) }),
        ])
    }

    var listing: Listing { Listing(["path", "problem"], of: rows) }

    var page: Page {
        var page = Page(isSound ? "\(subject) is sound." : "\(subject) has \(problems.count.counted("problem")).")
        page.facts([
            ("Kind", kind), ("Volume", volume.map { "\($0); the others were not looked at (see --volumes)" }),
            ("Volumes", volumes.map(String.init)), ("Files", String(files)), ("Bytes", String(bytes)),
            ("Journal head", head?.description),
        ])
        if let seal {
            let trust = seal.isTrusted.map { $0 ? "trusted" : "NOT trusted" } ?? "not looked into (see --trust)"
            page.facts([
                ("Sealed by", seal.signer), ("Sealed at", seal.time.map { "\($0), by the signer's own statement" }),
                ("Chain", seal.chain.joined(separator: " ← ")), ("Signature", seal.isValid ? "valid" : "NOT valid"),
                ("Signer", trust), ("Content", seal.isOfContent ? "is what was sealed" : "is NOT what was sealed"),
            ])
        }
        if let (report, path) = fixity {
            page.facts([
                ("Read", "\(report.checked) contents; \(report.skipped) were found sound since \(report.since)"),
                (
                    "Since the check before",
                    "\(report.new.count) newly damaged, \(report.still.count) still, \(report.mended.count) mended"
                ), ("Report", path.string),
            ])
        }
        if !isSound { page.table(listing) }
        return page
    }

    private var rows: [JSON] {
        problems.map { .full([("path", .string($0.path)), ("problem", .string($0.problem))]) }
    }
}
