import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

extension Filing {
    /// Records a plan, all of it or nothing, as one transaction with one reason. Does nothing if the plan changes
    /// nothing. Throws `InputProblems` without a reason, and `StoreError`.
    public func record(_ plan: BulkPlan) throws {
        guard !plan.events.isEmpty else { return }
        try requireReason("changes from a table are recorded")
        try store.record(plan.events, in: study.id, by: attribution)
    }
}

extension NamedTable {
    /// The listing's columns that the table has.
    var listingColumns: [ListingColumn] { columns.compactMap { ListingColumn(rawValue: $0) } }
}

extension Filing {
    /// A run over a table that names documents, or its rows' places.
    func plan(
        from path: FilePath, knowing known: [String], requiring required: String, columns: [String: String] = [:],
        _ work: (NamedTable, NamedTable.Row, inout BulkRun) throws -> Void
    ) throws -> BulkPlan {
        let file = try Table(opening: path, source: path.lastComponent?.string ?? path.string)
        var table = try NamedTable(
            source: file.source, knowing: known, requiring: required, nextRow: file.rows())
        var run = try BulkRun(self, source: table.source)
        for remark in file.remarks { run.tell(nil, remark.message) }
        for name in table.unknown { run.tell(name, "is no column that this command knows; it was passed over") }
        while let row = try table.next() {
            try run.row(row.row, columns: columns) { run in try work(table, row, &run) }
        }
        return try run.finished()
    }
}
