import TMFModel

extension NameReading {
    /// The first date whose day, month and year cannot be mistaken for one another.
    mutating func readDate() {
        for index in tokens.indices where isFree(index) {
            if let (day, length) = compactDate(at: index) ?? writtenDate(at: index) ?? numericDate(at: index) {
                if date == nil { date = day }
                mark(index..<index + length, .date)
            }
        }
    }

    /// `20250301`
    private func compactDate(at index: Int) -> (Day, Int)? {
        guard tokens[index].isDigits, tokens[index].text.utf8.count == 8, let number = tokens[index].number else {
            return nil
        }
        return day(number / 10_000, number / 100 % 100, number % 100).map { ($0, 1) }
    }

    /// `01Mar2025`, `1 March 2025`, `March 1, 2025`
    private func writtenDate(at index: Int) -> (Day, Int)? {
        guard index + 2 < tokens.count, tokens[index + 2].isDigits, isFree(index + 1), isFree(index + 2),
            tokens[index + 2].text.utf8.count == 4, let year = tokens[index + 2].number
        else { return nil }
        let (first, second) = (tokens[index], tokens[index + 1])
        // `No3_April2026` is a third issue, not a third of April.
        guard index == 0 || !first.isJoined else { return nil }
        if first.isDigits, first.text.utf8.count <= 2, let number = first.number,
            let month = NameReading.months[second.text]
        {
            return day(year, month, number).map { ($0, 3) }
        }
        if second.isDigits, second.text.utf8.count <= 2, let number = second.number,
            let month = NameReading.months[first.text]
        {
            return day(year, month, number).map { ($0, 3) }
        }
        return nil
    }

    /// `2025-03-01`, `25.03.2025`, `03/25/2025`; `01.03.2025` could be two days, and is none.
    private func numericDate(at index: Int) -> (Day, Int)? {
        guard index + 2 < tokens.count, tokens[index].isDigits, tokens[index + 1].isDigits, tokens[index + 2].isDigits,
            isFree(index + 1), isFree(index + 2), isSeparator(tokens[index + 1].before),
            tokens[index + 1].before == tokens[index + 2].before,
            let first = tokens[index].number, let second = tokens[index + 1].number,
            let third = tokens[index + 2].number
        else { return nil }
        if tokens[index].text.utf8.count == 4 { return day(first, second, third).map { ($0, 3) } }
        guard tokens[index + 2].text.utf8.count == 4 else { return nil }
        if first > 12 || first == second { return day(third, second, first).map { ($0, 3) } }
        return second > 12 ? day(third, first, second).map { ($0, 3) } : nil
    }

    private func isSeparator(_ text: Substring) -> Bool { text == "-" || text == "." || text == "_" || text == " " }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        (1970...2069).contains(year) ? Day(year: year, month: month, day: day) : nil
    }

    private static let months: [String: Int] = {
        let lines = [
            "jan january januar janvier enero", "feb february februar fevrier febrero",
            "mar march marz mars marzo maerz mrz",
            "apr april avril abril", "may mai mayo", "jun june juni juin junio", "jul july juli juillet julio",
            "aug august aout agosto", "sep sept september septembre septiembre",
            "oct okt october oktober octobre octubre", "nov november novembre noviembre",
            "dec dez december dezember decembre diciembre",
        ]
        var months: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()
}
