import TMFModel

/// The text that a number in a cell stands for.
struct CellNumber {
    /// Days are counted from 1904, as old programs for the Macintosh did, rather than from 1900.
    let countsFrom1904: Bool

    /// The text of the number `written`, which is not blank, in a form. What is no number is returned as it is.
    func text(_ written: String, _ form: CellForm) -> String {
        if form == .general, CellNumber.isPlain(written) { return written }
        guard let number = Double(written), number.isFinite else { return written }
        switch form {
        case .general: return CellNumber.general(number)
        case .digits(let before, let behind): return CellNumber.fixed(number, before, behind)
        case .day, .month, .year: return date(number, form) ?? CellNumber.general(number)
        }
    }

    /// The day, with the time of day if there is one: `2026-01-31`, `2026-01-31 12:30:00`; the month or the year if it is
    /// shown as one: `2026-01`. Nil if there is no such day.
    private func date(_ number: Double, _ form: CellForm) -> String? {
        // Up to 9999-12-31.
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        let time = CellNumber.time(seconds % 86_400)
        let days = seconds / 86_400
        // A time of day without a day.
        if days == 0, number < 1, !(countsFrom1904 && number == 0) { return number == 0 ? nil : time }
        guard let day = day(days) else { return nil }
        switch form {
        case .month: return String(day.prefix(7))
        case .year: return String(day.prefix(4))
        default: return seconds % 86_400 == 0 ? day : "\(day) \(time)"
        }
    }

    private func day(_ days: Int) -> String? {
        if countsFrom1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days: days).description }
        // > the 1900 date base system … treats 1900 as a leap year (ECMA-376 part 1, 18.17.4.1): a day that never was.
        if days == 60 { return "1900-02-29" }
        return Day(year: 1899, month: 12, day: days < 60 ? 31 : 30)?.adding(days: days).description
    }

    private static func time(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Decimal.padded($0, to: 2) }.joined(separator: ":")
    }

    /// Whether the number stands as it is shown: a whole one of at most 15 digits.
    private static func isPlain(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        return (1...15).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// With 15 digits that count, as spreadsheets show it, so that 0.1 + 0.2 is 0.3.
    private static func general(_ number: Double) -> String {
        let size = number.magnitude
        if size < 1e15, number == number.rounded() { return String(Int(number)) }
        guard size >= 1e-9, size < 1e15 else { return number.description }
        var scale = 1.0
        while size * scale < 1e14 { scale *= 10 }
        return ((number * scale).rounded() / scale).description
    }

    private static func fixed(_ number: Double, _ before: Int, _ behind: Int) -> String {
        var scale = 1.0
        for _ in 0..<behind { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 1e15 else { return general(number) }
        let digits = Decimal.padded(Int(scaled), to: before + behind)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard behind > 0 else { return sign + digits }
        return "\(sign)\(digits.dropLast(behind)).\(digits.suffix(behind))"
    }
}
