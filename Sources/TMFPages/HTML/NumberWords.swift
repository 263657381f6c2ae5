/// Numbers as a reader wants them.
enum NumberWords {
    /// `1,234,567`
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.utf8.count > 3 else { return String(number) }
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// `77.7 %`, rounded half up; nil if `whole` is zero.
    static func percent(_ part: Int, of whole: Int) -> String? {
        guard whole > 0 else { return nil }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// `84 KB`, `1.2 MB`: units of 1,000, as file managers count them.
    static func bytes(_ count: Int64) -> String {
        guard count >= 1_000 else { return count == 1 ? "1 byte" : "\(count) bytes" }
        var unit: Int64 = 1_000
        var names = ["KB", "MB", "GB", "TB"][...]
        while names.count > 1, count >= unit * 1_000 {
            unit *= 1_000
            names.removeFirst()
        }
        let tenths = (count * 10 + unit / 2) / unit
        let isSmall = tenths < 100 && unit > 1_000
        return "\(isSmall ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)") \(names.first ?? "")"
    }

    /// `1 document`, `2 documents`; the plural is the word and an s unless given.
    static func count(_ number: Int, _ word: String, _ plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? word : plural ?? word + "s")"
    }
}
