import ArgumentParser
import TMFFormats

/// Which sheet of a workbook is meant, and how a CSV is written.
struct SheetArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The sheet of a workbook; the first that is not hidden if absent.", valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "Of a CSV: utf-8, utf-16, windows-1252 or iso-8859-1; UTF-8 if absent, or what its first bytes declare.",
            valueName: "name"), transform: SheetArguments.encoding)
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            "Of a CSV: comma, semicolon or tab; if absent, the one by which its header makes sense.", valueName: "name"),
        transform: SheetArguments.separator)
    var separator: TableOptions.Separator?

    /// These options, and those of somebody else where nothing is said here.
    func options(over others: TableOptions) -> TableOptions {
        TableOptions(
            sheet: sheet ?? others.sheet, encoding: encoding ?? others.encoding,
            separator: separator ?? others.separator)
    }

    private static func encoding(_ text: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(named: text) else {
            throw refusal(TextEncoding.allCases.map(\.rawValue), text)
        }
        return encoding
    }

    private static func separator(_ text: String) throws -> TableOptions.Separator {
        guard let separator = TableOptions.Separator(rawValue: text) else {
            throw refusal(TableOptions.Separator.allCases.map(\.rawValue), text)
        }
        return separator
    }

    static func refusal(_ words: [String], _ text: String) -> ValidationError {
        ValidationError("expected \(words.joined(separator: ", ")), found '\(text)'")
    }
}
