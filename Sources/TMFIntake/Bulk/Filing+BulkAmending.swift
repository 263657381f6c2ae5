public import SystemPackage
import TMFFormats
import TMFModel

extension Filing {
    /// What a listing that comes back edited would correct: only its cells that differ from the file.
    ///
    /// Columns are those of `tmf list`, and the others of `ListingColumn`; a row is about the version that it names,
    /// else about the one in force. A blank cell unsets a fact, unless `keepsBlanks`.
    ///
    /// Throws `InputProblems` with everything that is wrong, by row and column, also where a cell was changed that
    /// cannot be; `LockedRows`.
    public func planAmendments(from path: FilePath, keepsBlanks: Bool = false) throws -> BulkPlan {
        try plan(
            from: path, knowing: ListingColumn.allCases.map(\.rawValue), requiring: ListingColumn.document.rawValue,
            columns: ["version": "label"]
        ) { table, row, run in
            let (document, version) = try run.version(of: row) { $0.current }
            let before = run.problemCount
            var values: [(field: String, value: String)] = []
            for column in table.listingColumns {
                guard let text = run.changed(column, row, document, version) else { continue }
                switch column.subject {
                case .identity: continue
                case .place:
                    if text.isEmpty, keepsBlanks { continue }
                    run.refuse(column.rawValue, "'\(text)' is another place; `tmf move --from` files documents there")
                case .fixed: run.refuse(column.rawValue, run.objection(to: column))
                case .document(let field), .version(let field):
                    if text.isEmpty, keepsBlanks { continue }
                    if text.isEmpty, column == .title {
                        run.refuse(column.rawValue, "expected a title")
                        continue
                    }
                    if column == .expiryDate, row[.expiryRule, or: version.facts] != nil {
                        run.refuse(column.rawValue, "follows from expiry_rule; change the rule, or make it 'printed'")
                        continue
                    }
                    if let value = run.value(text, of: field, column) { values.append((field, value)) }
                }
            }
            guard run.problemCount == before else { return }
            let correction = try self.correction(of: document, version: version.ordinal, setting: values)
            try run.add(correction, before: (document, version))
        }
    }
}

extension NamedTable.Row {
    subscript(_ column: ListingColumn) -> String { cells[column.rawValue] ?? "" }

    /// The rule that makes an expiry date of its own: what the row says, else what is filed; nil if dates are printed.
    fileprivate subscript(_ column: ListingColumn, or facts: VersionFacts) -> ExpiryRule? {
        let rule = cells[column.rawValue].map { ExpiryRule($0) } ?? facts.expiryRule
        return rule == .printed ? nil : rule
    }
}

extension BulkRun {
    /// The text of a cell that says something else than the file; nil if it does not. Of one that only looks otherwise,
    /// because a spreadsheet wrote it, it is told.
    mutating func changed(
        _ column: ListingColumn, _ row: NamedTable.Row, _ document: Document, _ version: Version
    ) -> String? {
        guard let cell = row.cells[column.rawValue], column.subject != .identity else { return nil }
        let shown = document.listedText(column, of: version)
        switch SheetCell(cell, was: shown) {
        case .same: return nil
        case .worn:
            if column.subject != .fixed {
                tell(
                    column.rawValue,
                    "'\(cell)' is what spreadsheets make of '\(shown)', and was taken as unchanged; "
                        + "`tmf amend \(document.number)` can set it")
            }
            return nil
        // A blank cell says nothing of what cannot be unset.
        case .changed: return cell.isEmpty && column.subject == .fixed ? nil : cell
        }
    }

    /// The version that a row is about: the one it names, else the one by `standard`. Throws `InputProblem` if there is
    /// none, or if an earlier row was about it.
    mutating func version(
        of row: NamedTable.Row, else standard: (Document) -> Version?
    ) throws -> (document: Document, version: Version) {
        let document = try document(row[.document])
        let version = try version(row[.version], of: document, else: standard)
        try requireFirst(
            .array([.string(document.number.description), .int(version.ordinal)]),
            "version \(version.ordinal) of \(document.number)", column: "document")
        return (document, version)
    }

    /// Whether a row that shows a digest shows the version's; if not, that is noted.
    mutating func hasListedBytes(_ row: NamedTable.Row, _ document: Document, _ version: Version) -> Bool {
        guard !row[.sha256].isEmpty, changed(.sha256, row, document, version) != nil else { return true }
        refuse("sha256", objection(to: .sha256))
        return false
    }

    func objection(to column: ListingColumn) -> String {
        switch column {
        case .status: "is not what the file says now; `tmf qc accept --from` and `tmf qc return --from` change it"
        case .sha256, .bytes:
            "is not what the file says now: the row is of other bytes. List again, or see to it that rows were not mixed up"
        default: "is not what the file says now, and cannot be changed; put the listed value back, or list again"
        }
    }

    /// The value in the form in which it is recorded; nil, with the problem noted, if it does not fit.
    mutating func value(_ text: String, of field: String, _ column: ListingColumn) -> String? {
        guard !text.isEmpty, let known = ManifestColumn(rawValue: field) else { return text }
        var row = ManifestRow(row: 1)
        do throws(FactError) {
            try row.set(known, to: text)
            return row.text(of: known)
        } catch {
            refuse(column.rawValue, "expected \(error.expected), found '\(text)'")
            return nil
        }
    }

    /// Takes up a correction of one document.
    mutating func add(_ correction: Correction, before: (document: Document, version: Version)) throws {
        var changes: [BulkPlan.Change] = []
        for case .documentAmended(let number, let version, let facts) in correction.events {
            changes += facts.map { fact in
                let isFlag = fact.field == "restricted"
                return BulkPlan.Change(
                    row: currentRow, document: number, version: version,
                    field: fact.field == "version" ? "label" : fact.field,
                    from: isFlag && fact.from == .null ? "no" : fact.from.listedText,
                    to: isFlag && fact.to == .null ? "no" : fact.to.listedText)
            }
        }
        try add(correction.events, changes, before: before, after: correction.document)
    }
}
