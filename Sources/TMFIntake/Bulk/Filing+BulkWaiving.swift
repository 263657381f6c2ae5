public import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

extension Filing {
    /// The columns of `tmf missing` that name a place.
    static let placeColumns = [
        "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "protocol_version",
        "language", "renews",
    ]

    /// What a listing of places would waive, or, if `lifting`, require again: that of `tmf missing`, or of
    /// `tmf missing --waived`, with the rows that are meant. A place that stands so already is passed over.
    ///
    /// Throws `InputProblems` with everything that is wrong, by row and column; `LockedRows`.
    public func planWaivers(from path: FilePath, lifting: Bool = false) throws -> BulkPlan {
        var waived = Set(try store.waivers(of: study.id).map(\.address))
        let passedOver = ["rule", "due", "timing", "state", "documents", "explanation", "name", "reason", "by", "at"]
        return try plan(
            from: path, knowing: Filing.placeColumns + passedOver, requiring: "artifact"
        ) { _, row, run in
            guard let address = try run.place(row) else { return }
            try run.requireFirst(address.json, "the same place", column: "artifact")
            if !lifting {
                try requirePlace(address)
                try run.requireLabel(address.protocolVersion)
            }
            guard waived.contains(address) == lifting else {
                run.tell("artifact", lifting ? "is not waived" : "is waived already")
                return
            }
            if lifting { waived.remove(address) } else { waived.insert(address) }
            let place = row.placeText
            try run.add(
                [lifting ? .waiverLifted(address) : .slotWaived(address)],
                [
                    BulkPlan.Change(
                        row: row.row, document: nil, version: nil, field: "waiver", from: lifting ? place : "",
                        to: lifting ? "" : place)
                ])
        }
    }
}

extension NamedTable.Row {
    /// What the row says of its place, in the order of the columns.
    fileprivate var placeText: String {
        Filing.placeColumns.compactMap { cells[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension BulkRun {
    /// Throws if a label is what a spreadsheet makes of one that is filed: it would name nothing.
    fileprivate func requireLabel(_ label: String?) throws {
        guard let label else { return }
        let labels = snapshot.documents.lazy.flatMap { $0.versions.lazy.compactMap(\.facts.label) }
        guard let meant = labels.first(where: { $0 == label || SheetCell.number($0) == label }), meant != label,
            !labels.contains(label)
        else { return }
        throw FactError(
            field: "protocol_version",
            expected: "'\(meant)', which a spreadsheet seems to have made '\(label)'; mark the column as text")
    }

    /// The place that a row names; nil, with what is wrong noted, if it names none.
    fileprivate mutating func place(_ cells: NamedTable.Row) throws -> SlotAddress? {
        var row = ManifestRow(row: cells.row)
        let before = problemCount
        for column in [
            ManifestColumn.artifact, .subArtifact, .level, .country, .site, .person, .organization, .language,
        ] {
            guard let text = cells.cells[column.rawValue], !text.isEmpty else { continue }
            do throws(FactError) {
                try row.set(column, to: text)
            } catch {
                refuse(column.rawValue, "expected \(error.expected), found '\(text)'")
            }
        }
        let renews = cells.cells["renews"].flatMap { $0.isEmpty ? nil : $0 }
        if let renews, Day(renews) == nil { refuse("renews", "expected a day such as 2026-01-31, found '\(renews)'") }
        guard problemCount == before else { return nil }
        let facts = try row.facts(in: filing.study, model: filing.model, source: source).document
        var address = SlotAddress(
            artifact: facts.artifact, subArtifact: facts.subArtifact, scope: facts.scope, person: facts.person,
            organization: facts.organization)
        address.protocolVersion = cells.cells["protocol_version"].flatMap { $0.isEmpty ? nil : $0 }
        address.language = row.language
        address.renews = renews.flatMap { Day($0) }
        return address
    }
}
