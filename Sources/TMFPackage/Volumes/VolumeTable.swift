import TMFFormats
import TMFModel

/// `volumes.csv` in the first volume: what every other one is. By it the seal of the first is a seal of all.
enum VolumeTable {
    static let path = "data/volumes.csv"
    private static let rootColumn = "manifest_tree_root_sha256"

    static func text(_ volumes: [PackageReport.Volume]) -> String {
        "volume,name,files,bytes,sha256,tagmanifest_sha256,\(rootColumn)\r\n"
            + volumes.map { volume in
                "\(volume.number),\(volume.name),\(volume.files),\(volume.bytes),"
                    + "\(volume.sha256?.description ?? ""),\(volume.tagManifest),"
                    + "\(volume.treeRoot?.description ?? "")\r\n"
            }.joined()
    }

    /// The name of each volume and the root of its manifest's tree, by the volume's number. Throws `InputProblem`.
    static func roots(in table: [UInt8]) throws -> [Int: (name: String, root: Digest)] {
        var csv = CSVReader(source: "volumes.csv", bytes: table)
        guard let header = try csv.next(), let column = header.fields.firstIndex(of: rootColumn) else {
            throw InputProblem(source: "volumes.csv", row: 1, message: "expected the column \(rootColumn)")
        }
        var roots: [Int: (name: String, root: Digest)] = [:]
        while let row = try csv.next() {
            guard row.fields.count > max(column, 1), let number = Int(row.fields[0]),
                let root = Digest(row.fields[column])
            else {
                throw InputProblem(source: "volumes.csv", row: row.row, message: "expected a volume and its digests")
            }
            roots[number] = (row.fields[1], root)
        }
        return roots
    }
}
