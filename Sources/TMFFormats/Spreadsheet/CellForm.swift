/// What a number in a cell stands for, by the format in which the workbook shows it.
enum CellForm: Hashable, Sendable {
    case general
    /// Shown with so many digits before the point, at least, and so many behind it, exactly: `0012`, `1.0`.
    case digits(before: Int, behind: Int)
    case day
    /// Shown without its day, and so not meant as one: `Mar-2024`.
    case month
    case year

    /// By a format's number, where the workbook does not define it.
    ///
    /// Related standard: ECMA-376 part 1, 18.8.30.
    init(builtIn number: Int) {
        switch number {
        case 1: self = .digits(before: 1, behind: 0)
        case 2: self = .digits(before: 1, behind: 2)
        case 17: self = .month
        case 14...16, 18...22, 27...36, 45...47, 50...58: self = .day
        default: self = .general
        }
    }

    /// By a format's code, such as `dd/mm/yyyy`, `0000` or `[$-407]mmm yy;@`.
    init(code: String) {
        let marks = CellForm.marks(of: code)
        let letters = Set(marks.lowercased())
        if letters.isDisjoint(with: "ymdhs") || marks.lowercased().hasPrefix("general") {
            self = CellForm.digits(of: marks) ?? .general
        } else if letters.contains("y"), letters.isDisjoint(with: "dhs") {
            self = letters.contains("m") ? .month : .year
        } else {
            self = .day
        }
    }

    /// The first part of the code, for positive numbers, without texts, escapes, colours and conditions.
    private static func marks(of code: String) -> String {
        var marks = ""
        var rest = code[...]
        while let character = rest.popFirst() {
            switch character {
            case ";": return marks
            case "\"":
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                // [h], [mm] and [ss] are spans of time; all else in brackets is a colour, a condition or a language.
                if !inside.isEmpty, inside.lowercased().allSatisfy({ "hms".contains($0) }) { marks += inside }
            default: marks.append(character)
            }
        }
        return marks
    }

    private static func digits(of marks: String) -> CellForm? {
        let parts = marks.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2, whole.count <= 15,
            whole.allSatisfy({ $0 == "0" })
        else { return nil }
        let behind = parts.count == 2 ? parts[1] : ""
        guard behind.count <= 15, behind.allSatisfy({ $0 == "0" }) else { return nil }
        return .digits(before: whole.count, behind: behind.count)
    }
}
