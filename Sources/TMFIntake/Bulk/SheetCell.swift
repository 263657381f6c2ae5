/// What became of a cell of a listing on its way through a spreadsheet.
enum SheetCell: Hashable {
    /// It says what the listing said.
    case same
    /// It says it in the form that a spreadsheet gives numbers and times: `1.0` came back as `1`.
    case worn
    /// Somebody changed it.
    case changed

    init(_ cell: String, was shown: String) {
        if cell == shown {
            self = .same
        } else if !cell.isEmpty, cell == SheetCell.number(shown) || SheetCell.isTime(cell, of: shown) {
            self = .worn
        } else if ["yes", "no"].contains(shown), SheetCell.flag(cell) == shown {
            self = .same
        } else {
            self = .changed
        }
    }

    /// The number as spreadsheets show it, without zeros at its ends; nil if the text is no plain number.
    static func number(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let whole = parts[0].drop { $0 == "0" }
        let fraction = parts.count == 2 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
        return (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// Whether the cell has the digits of an instant, down to the day at least: `2026-01-31 10:15` of
    /// `2026-01-31T10:15:00.000Z`.
    private static func isTime(_ cell: String, of shown: String) -> Bool {
        guard shown.utf8.count >= 20, shown.hasSuffix("Z") else { return false }
        let digits = cell.filter(\.isNumber)
        return digits.count >= 8 && shown.filter(\.isNumber).hasPrefix(digits)
    }

    private static func flag(_ cell: String) -> String? {
        switch cell.lowercased() {
        case "yes", "y", "true", "1": "yes"
        case "no", "n", "false", "0": "no"
        default: nil
        }
    }
}
