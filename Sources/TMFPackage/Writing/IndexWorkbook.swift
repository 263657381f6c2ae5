import Disk
import SystemPackage
import TMFModel
import TMFReview
import Workbook

/// `index.xlsx`: the lists of a package as one workbook, with links to the files beside it.
struct IndexWorkbook: Sendable {
    let binder: Binder
    /// The path below `data/` of a version's file; nil for a signpost or a failed one.
    let recordPath: @Sendable (DocumentNumber, Int) -> String?
    let head: JournalHead

    /// `scratch` is a folder for what does not fit into memory until it is packed.
    func write(to spool: Spool, scratch: FilePath) throws {
        try spool.take { file in
            var writer = try WorkbookWriter(
                creating: file, scratch: scratch, created: head.at.seconds,
                title: "Trial Master File of \(binder.study.id), as of \(binder.asOf)")
            try writeDocuments(to: &writer)
            try writeMissing(to: &writer)
            try writeFindings(to: &writer)
            try writePeople(to: &writer)
            try writer.finish()
        }
    }

    private func writeDocuments(to writer: inout WorkbookWriter) throws {
        try writer.beginSheet(
            "documents",
            [
                .init("document", width: 11), .init("version", width: 8), .init("label", width: 8),
                .init("status", width: 11),
                .init("artifact", width: 10), .init("artifact_name", width: 36), .init("sub_artifact", width: 20),
                .init("level", width: 8), .init("country", width: 9), .init("site", width: 9),
                .init("person", width: 16),
                .init("organization", width: 16), .init("title", width: 48), .init("file", width: 40),
                .init("language", width: 9),
                .init("restricted", width: 10), .init("document_date", width: 14), .init("received_date", width: 14),
                .init("filed_on", width: 12), .init("filed_by", width: 14), .init("expiry_date", width: 12),
                .init("copy", width: 13), .init("bytes", width: 12), .init("media_type", width: 18),
                .init("original_name", width: 36),
                .init("url", width: 30), .init("note", width: 40), .init("sha256", width: 66),
            ])
        for document in binder.snapshot.documents {
            for version in document.versions { try writer.append(row(document, version)) }
        }
    }

    private func row(_ document: Document, _ version: Version) -> [WorkbookCell] {
        let facts = document.facts
        let filed = version.facts
        let path = recordPath(document.number, version.ordinal)
        let name = path?.split(separator: "/").last.map(String.init) ?? ""
        let link: WorkbookCell = path.map { .link(path: $0, text: name) } ?? .blank
        return [
            .text(document.number.description), .number(Int64(version.ordinal)), text(filed.label),
            .text(document.standing(of: version).rawValue), .text(facts.artifact.description),
            text(binder.model.artifact(facts.artifact)?.name), text(facts.subArtifact),
            .text(facts.scope.level.rawValue), text(facts.scope.country?.description), text(facts.scope.site),
            text(facts.person), text(facts.organization), .text(facts.title), link, text(facts.language),
            .text(facts.isRestricted ? "yes" : "no"),
            filed.partialDocumentDate.map { .text($0.printed) } ?? day(filed.documentDate), day(filed.receivedDate),
            day(version.filedAt.day), .text(version.filedBy), day(version.expires), text(filed.copy?.kind.rawValue),
            filed.content.map { .number($0.bytes) } ?? .blank, text(filed.content?.mediaType),
            text(filed.originalName), text(filed.url), text(filed.note), text(filed.content?.digest.description),
        ]
    }

    private func writeMissing(to writer: inout WorkbookWriter) throws {
        try writer.beginSheet(
            "missing",
            [
                .init("artifact", width: 10), .init("artifact_name", width: 36), .init("sub_artifact", width: 20),
                .init("level", width: 8), .init("country", width: 9), .init("site", width: 9),
                .init("person", width: 16),
                .init("organization", width: 16), .init("state", width: 12), .init("due", width: 12),
                .init("rule", width: 20),
                .init("explanation", width: 100),
            ])
        for slot in binder.slots where slot.isDue(on: binder.asOf) && !slot.state.isComplete {
            let address = slot.address
            try writer.append([
                .text(address.artifact.description), text(binder.model.artifact(address.artifact)?.name),
                text(address.subArtifact), .text(address.scope.level.rawValue),
                text(address.scope.country?.description), text(address.scope.site), text(address.person),
                text(address.organization), .text(slot.state.rawValue), day(slot.due), .text(slot.rule.id),
                .text(slot.explanation.joined(separator: " ")),
            ])
        }
    }

    private func writeFindings(to writer: inout WorkbookWriter) throws {
        try writer.beginSheet(
            "findings",
            [
                .init("severity", width: 9), .init("rule", width: 20), .init("artifact", width: 10),
                .init("level", width: 8),
                .init("country", width: 9), .init("site", width: 9), .init("person", width: 16),
                .init("document", width: 11),
                .init("due", width: 12), .init("message", width: 80), .init("explanation", width: 100),
            ])
        for finding in binder.findings {
            try writer.append([
                .text(finding.severity.rawValue), .text(finding.rule), text(finding.artifact?.description),
                text(finding.scope?.level.rawValue), text(finding.scope?.country?.description),
                text(finding.scope?.site), text(finding.person), text(finding.document?.description),
                day(finding.due), .text(finding.message), .text(finding.explanation.joined(separator: " ")),
            ])
        }
    }

    private func writePeople(to writer: inout WorkbookWriter) throws {
        var documents: [String: Int64] = [:]
        for document in binder.snapshot.documents where document.withdrawal == nil {
            if let person = document.facts.person { documents[person, default: 0] += 1 }
        }
        var slots: [String: (due: Int64, complete: Int64)] = [:]
        for slot in binder.slots where slot.isDue(on: binder.asOf) {
            guard let person = slot.address.person else { continue }
            let key = "\(person) \(slot.address.scope)"
            slots[key, default: (0, 0)].due += 1
            if slot.state.isComplete { slots[key, default: (0, 0)].complete += 1 }
        }
        try writer.beginSheet(
            "people",
            [
                .init("person", width: 16), .init("name", width: 30), .init("role", width: 24),
                .init("level", width: 8),
                .init("country", width: 9), .init("site", width: 9), .init("from", width: 12), .init("to", width: 12),
                .init("records_due", width: 12), .init("records_complete", width: 16), .init("documents", width: 11),
            ])
        for (scope, person) in binder.study.everyone {
            let counts = slots["\(person.id) \(scope)"] ?? (0, 0)
            try writer.append([
                .text(person.id), .text(person.name), .text(person.role), .text(scope.level.rawValue),
                text(scope.country?.description), text(scope.site), day(person.from), day(person.to),
                .number(counts.due), .number(counts.complete), .number(documents[person.id] ?? 0),
            ])
        }
    }

    private func text(_ text: String?) -> WorkbookCell { text.map { .text($0) } ?? .blank }

    private func day(_ day: Day?) -> WorkbookCell {
        guard let (year, month, day) = day?.components else { return .blank }
        return .day(year: year, month: month, day: day)
    }
}
