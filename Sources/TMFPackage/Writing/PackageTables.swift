import TMFFormats
import TMFModel
import TMFReview

/// The lists of a package that a spreadsheet opens, one row in memory at a time.
struct PackageTables: Sendable {
    let binder: Binder
    /// The path below `data/` of a version's file; nil for a signpost or a failed one.
    let recordPath: @Sendable (DocumentNumber, Int) -> String?
    /// The volume that holds it; nil for a package that is whole in itself.
    var volume: (@Sendable (DocumentNumber, Int) -> Int?)?

    /// One row for each version: every field, path and digest.
    func writeIndex(to spool: Spool) throws {
        try write(
            [
                "document", "version", "label", "status", "artifact", "artifact_name", "sub_artifact", "level",
                "country",
                "site", "person", "organization", "title", "language", "translation_of", "restricted", "document_date",
                "received_date", "filed_at", "filed_by", "filed_date", "approved_at", "expiry_date", "expiry_rule",
                "copy",
                "certified_by", "certified_on", "certified_method", "path", "bytes", "sha256", "media_type",
                "original_name", "source_system", "source_id", "source_path", "url", "note", "addendum",
            ] + (volume == nil ? [] : ["volume"]), to: spool
        ) { append in
            for document in binder.snapshot.documents {
                for version in document.versions {
                    let held = volume.map { [$0(document.number, version.ordinal).map(String.init)] } ?? []
                    try append(indexRow(document, version) + held)
                }
            }
        }
    }

    private func indexRow(_ document: Document, _ version: Version) -> [String?] {
        let facts = document.facts
        let filed = version.facts
        let approved = filed.status == .approved ? version.statusAt.description : nil
        return [
            document.number.description, String(version.ordinal), filed.label,
            document.standing(of: version).rawValue, facts.artifact.description,
            binder.model.artifact(facts.artifact)?.name, facts.subArtifact, facts.scope.level.rawValue,
            facts.scope.country?.description, facts.scope.site, facts.person, facts.organization, facts.title,
            facts.language, facts.translationOf, facts.isRestricted ? "yes" : "no",
            filed.documentDate?.description ?? filed.partialDocumentDate?.printed,
            filed.receivedDate?.description, version.filedAt.description, version.filedBy,
            filed.filedElsewhere?.description, approved, version.expires?.description, filed.expiryRule?.description,
            filed.copy?.kind.rawValue, filed.copy?.certifiedBy, filed.copy?.certifiedOn?.description,
            filed.copy?.certifiedMethod, recordPath(document.number, version.ordinal),
            filed.content.map { String($0.bytes) }, filed.content?.digest.description, filed.content?.mediaType,
            filed.originalName, filed.source.system, filed.source.id, filed.source.path, filed.url, filed.note,
            filed.isAddendum ? "yes" : "no",
        ]
    }

    /// One row for each expected slot, with its due date and what fills it.
    func writeCompleteness(to spool: Spool) throws {
        try write(
            [
                "rule", "artifact", "artifact_name", "sub_artifact", "level", "country", "site", "person",
                "organization", "protocol_version", "language", "renews",
                "due", "is_due", "timing", "state", "documents", "explanation",
            ], to: spool
        ) { append in
            for slot in binder.slots {
                let address = slot.address
                try append([
                    slot.rule.id, address.artifact.description, binder.model.artifact(address.artifact)?.name,
                    address.subArtifact, address.scope.level.rawValue, address.scope.country?.description,
                    address.scope.site, address.person, address.organization, address.protocolVersion,
                    address.language, address.renews?.description, slot.due?.description,
                    slot.isDue(on: binder.asOf) ? "yes" : "no", slot.timing(on: binder.asOf).rawValue,
                    slot.state.rawValue,
                    slot.documents.map(\.description).joined(separator: " "), slot.explanation.joined(separator: " "),
                ])
            }
        }
    }

    func writeFindings(to spool: Spool) throws {
        try write(
            [
                "rule", "severity", "artifact", "level", "country", "site", "person", "organization", "document", "due",
                "message", "explanation",
            ], to: spool
        ) { append in
            for finding in binder.findings {
                try append([
                    finding.rule, finding.severity.rawValue, finding.artifact?.description,
                    finding.scope?.level.rawValue,
                    finding.scope?.country?.description, finding.scope?.site, finding.person,
                    finding.organization, finding.document?.description, finding.due?.description, finding.message,
                    finding.explanation.joined(separator: " "),
                ])
            }
        }
    }

    func writeWaivers(to spool: Spool) throws {
        try write(
            [
                "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "protocol_version",
                "language", "renews", "reason", "by", "at",
            ],
            to: spool
        ) { append in
            for waiver in binder.snapshot.waivers {
                let address = waiver.address
                try append([
                    address.artifact.description, address.subArtifact, address.scope.level.rawValue,
                    address.scope.country?.description, address.scope.site, address.person, address.organization,
                    address.protocolVersion, address.language, address.renews?.description, waiver.reason, waiver.by,
                    waiver.at.description,
                ])
            }
        }
    }

    /// Records held in other systems.
    func writeSignposts(to spool: Spool) throws {
        try write(
            ["document", "version", "artifact", "level", "country", "site", "organization", "title", "url", "note"],
            to: spool
        ) { append in
            for document in binder.snapshot.documents {
                for version in document.versions where version.isSignpost {
                    let facts = document.facts
                    try append([
                        document.number.description, String(version.ordinal), facts.artifact.description,
                        facts.scope.level.rawValue, facts.scope.country?.description, facts.scope.site,
                        facts.organization, facts.title, version.facts.url, version.facts.note,
                    ])
                }
            }
        }
    }

    /// How long each part is to be kept and why, and what is on record about it: events, holds, disposals.
    func writeRetention(to files: PreparedFiles) throws {
        let report = binder.retention
        let lists: [(String, [String], [JSON])] = [
            ("retention", RetentionReport.keys, report.rows),
            ("retention-events", RetentionLedger.eventKeys, report.ledger.eventRows),
            ("retention-holds", RetentionLedger.holdKeys, report.ledger.holdRows(all: true)),
            ("disposals", RetentionLedger.disposalKeys, report.ledger.disposalRows),
        ]
        for (name, keys, rows) in lists {
            try files.add("data/\(name).csv") { spool in
                try write(keys, to: spool) { append in
                    for row in rows { try append(keys.map { row[$0]?.cell }) }
                }
            }
        }
    }

    /// What is left out: by number, artifact, scope and reason, never by title.
    func writeWithheld(to spool: Spool) throws {
        try write(WithheldTable.columns, to: spool) { append in
            for record in binder.withheld { try append(WithheldTable.row(record)) }
        }
    }

    private func write(
        _ header: [String], to spool: Spool, _ rows: (([String?]) throws -> Void) throws -> Void
    ) throws {
        var csv = CSVWriter()
        csv.append(header)
        try rows { row in
            csv.append(row.map { $0 ?? "" })
            if csv.bytes.count >= 1 << 18 { try spool.write(csv.take()) }
        }
        try spool.write(csv.take())
    }
}

/// `withheld.csv`, written into a package and read back from it.
enum WithheldTable {
    static let path = "data/withheld.csv"

    /// The last two were added later: a package without them reads as one that names nobody.
    static let columns = [
        "document", "artifact", "level", "country", "site", "versions", "counts", "reason", "person", "organization",
    ]
    private static let fewestColumns = 8

    static func row(_ record: WithheldRecord) -> [String?] {
        [
            record.document.description, record.artifact.description, record.scope.level.rawValue,
            record.scope.country?.description, record.scope.site, String(record.versions),
            record.counts ? "yes" : "no", record.reason, record.person, record.organization,
        ]
    }

    /// Throws `InputProblem` with the row that is none of this table's.
    static func read(_ bytes: [UInt8]) throws -> [WithheldRecord] {
        var csv = CSVReader(source: "withheld.csv", bytes: bytes)
        var records: [WithheldRecord] = []
        while let row = try csv.next() {
            if row.row == 1 || row.isBlank { continue }
            let cells = row.fields
            let scope =
                cells.count == fewestColumns || cells.count == columns.count
                ? Scope(
                    cells[2] == "trial" ? "trial" : [cells[3], cells[4]].filter { !$0.isEmpty }.joined(separator: "/"))
                : nil
            guard let scope, let document = DocumentNumber(cells[0]), let artifact = ArtifactNumber(cells[1]),
                let versions = Int(cells[5])
            else {
                throw InputProblem(
                    source: "withheld.csv", row: row.row, message: "expected \(columns.joined(separator: ", "))")
            }
            records.append(
                WithheldRecord(
                    document: document, artifact: artifact, scope: scope, versions: versions, counts: cells[6] == "yes",
                    reason: cells[7], person: id(cells, 8), organization: id(cells, 9)))
        }
        return records
    }

    private static func id(_ cells: [String], _ place: Int) -> String? {
        cells.count > place && !cells[place].isEmpty ? cells[place] : nil
    }
}
