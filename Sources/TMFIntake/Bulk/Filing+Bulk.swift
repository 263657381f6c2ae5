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
    /// Opens a table by its file.
    init(file path: FilePath, knowing known: [String], requiring required: String) throws {
        let source = path.lastComponent?.string ?? path.string
        var csv = try CSVReader(file: path, source: source)
        try self.init(source: source, knowing: known, requiring: required) { try csv.next() }
    }

    /// The listing's columns that the table has.
    var listingColumns: [ListingColumn] { columns.compactMap { ListingColumn(rawValue: $0) } }
}

extension Filing {
    /// A run over a table that names documents, or its rows' places.
    func plan(
        from path: FilePath, knowing known: [String], requiring required: String, columns: [String: String] = [:],
        _ work: (NamedTable, NamedTable.Row, inout BulkRun) throws -> Void
    ) throws -> BulkPlan {
        var table = try NamedTable(file: path, knowing: known, requiring: required)
        var run = try BulkRun(self, source: table.source)
        for name in table.unknown { run.tell(name, "is no column that this command knows; it was passed over") }
        while let row = try table.next() {
            try run.row(row.row, columns: columns) { run in try work(table, row, &run) }
        }
        return try run.finished()
    }
}
