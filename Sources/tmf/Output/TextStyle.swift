import Disk

/// What a person's terminal can show.
struct TextStyle {
    /// In columns; nil where nothing needs to be shortened, as in a file or a pipe.
    var width: Int?
    var hasBold = false

    /// That of standard output. `NO_COLOR` takes every mark away.
    static var ofOutput: TextStyle {
        guard ProcessFacts.isTerminal(1) else { return TextStyle() }
        let isPlain = ProcessFacts.variable("NO_COLOR") != nil || ProcessFacts.variable("TERM") == "dumb"
        return TextStyle(width: Terminal.width(of: 1), hasBold: !isPlain)
    }

    func bold(_ text: String) -> String { hasBold ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
