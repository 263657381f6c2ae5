/// Keeps spreadsheets from running a text as a formula, and takes the guard away again.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front. Apostrophes
/// that already stand before such a character count as part of the text, so that every text comes back as it was.
/// Related advice: OWASP, "CSV Injection".
public enum FormulaGuard {
    static let mark = UInt8(ascii: "'")

    /// The text with its guard, if it needs one.
    public static func guarded(_ text: String) -> String { isNeeded(for: text) ? "'" + text : text }

    /// The text without the guard that `guarded` gave it.
    public static func unguarded(_ text: String) -> String {
        text.utf8.first == mark && isNeeded(for: text) ? String(text.dropFirst()) : text
    }

    /// Whether the first character that is not an apostrophe starts a formula.
    static func isNeeded(for text: String) -> Bool {
        switch text.utf8.first(where: { $0 != mark }) {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }
}
