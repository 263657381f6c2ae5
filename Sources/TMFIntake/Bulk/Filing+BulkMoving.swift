public import SystemPackage
import TMFFormats
import TMFModel

extension Filing {
    /// What a listing that comes back with other places would move: only its cells of a place that differ.
    ///
    /// Columns of a place that the table has not stay as they are; a blank person, organization or sub-artifact is
    /// taken away. Cells of facts that differ are told of and left to `planAmendments`.
    ///
    /// Throws `InputProblems` with everything that is wrong, by row and column; `LockedRows`.
    public func planMoves(from path: FilePath) throws -> BulkPlan {
        try plan(
            from: path, knowing: ListingColumn.allCases.map(\.rawValue), requiring: ListingColumn.document.rawValue
        ) { table, row, run in
            let document = try run.document(row[.document])
            let version = try run.version(row[.version], of: document) { $0.current }
            try run.requireFirst(
                .string(document.number.description), document.number.description, column: "document")
            let before = run.problemCount
            var moved: Set<ListingColumn> = []
            for column in table.listingColumns {
                guard let text = run.changed(column, row, document, version) else { continue }
                switch column.subject {
                case .identity: continue
                case .place: moved.insert(column)
                case .fixed: run.refuse(column.rawValue, run.objection(to: column))
                case .document, .version:
                    run.tell(column.rawValue, "'\(text)' was left alone; `tmf amend --from` corrects it")
                }
            }
            guard run.problemCount == before, !moved.isEmpty else { return }
            guard let address = try run.address(row, moved, of: document) else { return }
            let correction = try self.correction(of: document, movingTo: address)
            try run.add(move: correction, before: (document, version))
        }
    }
}

extension BulkRun {
    /// The place that a row names; nil, with what is wrong noted, if it names none.
    fileprivate mutating func address(
        _ cells: NamedTable.Row, _ moved: Set<ListingColumn>, of document: Document
    ) throws -> SlotAddress? {
        let filed = document.address
        var row = ManifestRow(row: cells.row)
        row.artifact = filed.artifact
        row.person = filed.person
        row.organization = filed.organization
        row.subArtifact = filed.subArtifact
        let isScopeKept = moved.isDisjoint(with: [.level, .country, .site])
        if isScopeKept {
            row.level = filed.scope.level
            row.country = filed.scope.country
            row.site = filed.scope.site
        }
        let before = problemCount
        for column in ListingColumn.allCases where column.subject == .place {
            let isOfScope = [.level, .country, .site].contains(column)
            guard moved.contains(column) || (isOfScope && !isScopeKept) else { continue }
            let text = cells[column]
            switch column {
            case .person where text.isEmpty: row.person = nil
            case .organization where text.isEmpty: row.organization = nil
            case .subArtifact where text.isEmpty: row.subArtifact = nil
            case .artifact where text.isEmpty: refuse(column.rawValue, "expected an artifact number such as 05.02.04")
            default:
                guard !text.isEmpty, let known = ManifestColumn(rawValue: column.rawValue) else { continue }
                do throws(FactError) {
                    try row.set(known, to: text)
                } catch {
                    refuse(column.rawValue, "expected \(error.expected), found '\(text)'")
                }
            }
        }
        guard problemCount == before else { return nil }
        if !isScopeKept { fillScope(of: &row, cells, from: filed.scope) }
        let facts = try row.facts(in: filing.study, model: filing.model, source: source).document
        var address = filed
        address.artifact = facts.artifact
        address.subArtifact = facts.subArtifact
        address.scope = facts.scope
        address.person = facts.person
        address.organization = facts.organization
        return address
    }

    /// Columns of the scope that the table has not: what they say follows from the others, else from where the document
    /// is.
    private func fillScope(of row: inout ManifestRow, _ cells: NamedTable.Row, from scope: Scope) {
        if cells.cells["country"] == nil, row.site == nil { row.country = row.level == .trial ? nil : scope.country }
        if cells.cells["site"] == nil, row.level == .site, row.country == scope.country { row.site = scope.site }
    }

    /// Takes up a move of one document.
    fileprivate mutating func add(
        move correction: Correction, before: (document: Document, version: Version)
    ) throws {
        let changes = ListingColumn.allCases.compactMap { column -> BulkPlan.Change? in
            guard column.subject == .place else { return nil }
            let from = before.document.listedText(column, of: before.version)
            let to = correction.document.listedText(column, of: before.version)
            guard from != to else { return nil }
            return BulkPlan.Change(
                row: currentRow, document: before.document.number, version: nil, field: column.rawValue, from: from,
                to: to)
        }
        try add(correction.events, changes, before: before, after: correction.document)
    }
}
