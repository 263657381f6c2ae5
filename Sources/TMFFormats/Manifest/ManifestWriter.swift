import TMFModel

/// Writes a manifest, or a plan: the columns of a manifest in their order, then how sure each row is, why, what else
/// the file could be, and what is wrong with it.
public struct ManifestWriter: Sendable {
    private var csv = CSVWriter()
    private let isPlan: Bool
    private let extraColumns: [String]

    private static let planColumns = ["sure", "why", "suggestions", "health"]

    /// The names of the columns.
    public static func columns(isPlan: Bool) -> [String] {
        ManifestColumn.allCases.map(\.rawValue) + (isPlan ? planColumns : [])
    }

    /// The cells of a row but those that a plan adds.
    public static func cells(of row: ManifestRow) -> [String] { ManifestColumn.allCases.map { row.text(of: $0) } }

    /// Begins with the header. `extraColumns` are names of cells in `ManifestRow.extra` to be written, too.
    public init(isPlan: Bool, extraColumns: [String] = []) {
        self.isPlan = isPlan
        self.extraColumns = extraColumns
        csv.append(
            ManifestColumn.allCases.map(\.rawValue) + extraColumns + (isPlan ? Self.planColumns : []))
    }

    /// Appends a row. The other texts are written in a plan only.
    public mutating func append(
        _ row: ManifestRow, sure: String = "", why: String = "", suggestions: String = "", health: String = ""
    ) {
        let extra = extraColumns.map { name in row.extra.first { $0.key == name }?.value.string ?? "" }
        csv.append(
            ManifestColumn.allCases.map { row.text(of: $0) } + extra + (isPlan ? [sure, why, suggestions, health] : []))
    }

    /// The bytes since the beginning, or since the last call.
    public mutating func take() -> [UInt8] { csv.take() }
}
