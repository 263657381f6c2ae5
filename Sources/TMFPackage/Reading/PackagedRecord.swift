import TMFFormats
import TMFModel

/// Where a version's bytes stand in a package, as its `index.csv` says.
struct PackagedRecord: Hashable, Sendable {
    /// Below the bag, `data/records/…`.
    let path: String
    /// Bytes.
    let size: Int64
    /// The volume that holds it; nil in a package that is whole in itself.
    let volume: Int?

    /// Those of all versions that have bytes. Throws `InputProblem` with the row that is none of the list's.
    static func all(in index: [UInt8]) throws -> [RecordName: PackagedRecord] {
        var csv = CSVReader(source: "index.csv", bytes: index)
        guard let header = try csv.next(), let pathColumn = header.fields.firstIndex(of: "path"),
            let sizeColumn = header.fields.firstIndex(of: "bytes")
        else { throw InputProblem(source: "index.csv", row: 1, message: "expected the columns path and bytes") }
        let volumeColumn = header.fields.firstIndex(of: "volume")
        var records: [RecordName: PackagedRecord] = [:]
        while let row = try csv.next() {
            let cells = row.fields
            guard cells.count > max(pathColumn, sizeColumn, volumeColumn ?? 0),
                let document = DocumentNumber(cells[0]), let version = Int(cells[1])
            else { throw InputProblem(source: "index.csv", row: row.row, message: "expected a document and a version") }
            guard !cells[pathColumn].isEmpty, let size = Int64(cells[sizeColumn]) else { continue }
            records[RecordName(document: document, version: version)] = PackagedRecord(
                path: "data/\(cells[pathColumn])", size: size, volume: volumeColumn.flatMap { Int(cells[$0]) })
        }
        return records
    }
}
