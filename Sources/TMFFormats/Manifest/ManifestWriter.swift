import TMFModel

/// Writes a manifest, or a plan: the columns of a manifest in their order, then how sure each row is, why, and
/// what is wrong with the file.
public struct ManifestWriter: Sendable {
    private var csv = CSVWriter()
    private let isPlan: Bool
    private let extraColumns: [String]

    /// The names of the columns.
    public static func columns(isPlan: Bool) -> [String] {
        ManifestColumn.allCases.map(\.rawValue) + (isPlan ? ["sure", "why", "health"] : [])
    }

    /// The cells of a row but those that a plan adds.
    public static func cells(of row: ManifestRow) -> [String] { ManifestColumn.allCases.map { row.text(of: $0) } }

    /// Begins with the header. `extraColumns` are names of cells in `ManifestRow.extra` to be written, too.
    public init(isPlan: Bool, extraColumns: [String] = []) {
        self.isPlan = isPlan
        self.extraColumns = extraColumns
        csv.append(
            ManifestColumn.allCases.map(\.rawValue) + extraColumns + (isPlan ? ["sure", "why", "health"] : []))
    }

    /// Appends a row. `sure`, `why` and `health` are written in a plan only.
    public mutating func append(_ row: ManifestRow, sure: String = "", why: String = "", health: String = "") {
        let extra = extraColumns.map { name in row.extra.first { $0.key == name }?.value.string ?? "" }
        csv.append(ManifestColumn.allCases.map { row.text(of: $0) } + extra + (isPlan ? [sure, why, health] : []))
    }

    /// The bytes since the beginning, or since the last call.
    public mutating func take() -> [UInt8] { csv.take() }
}
