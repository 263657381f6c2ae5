import TMFModel

/// Reads a study's own rules from a table with the columns of the stock rules, `ExpectationRule.columns`, and
/// `reason`; gathers everything that is wrong.
///
/// A row names a stock rule to change it, or a new name to add a rule. A blank cell leaves the stock rule as it is, a
/// hyphen takes the field away; a row that says what the stock rule says anyway is passed over, so that the list which `tmf rules` prints may be edited
/// and handed back. `expect` = `no` switches a stock rule off. Without `reason` the column `why` gives it, unless it
/// is the stock rule's own.
struct RuleTableReader {
    let source: String
    private(set) var problems: [InputProblem] = []
    private let stock: [String: ExpectationRule]
    private var places: [String: Int] = [:]

    /// Columns besides those of the stock rules; the second is what `tmf rules` adds.
    private static let others = ["reason", "origin"]
    /// Every column that a table may have.
    static let columns = ExpectationRule.columns + others

    init(source: String, stock: [ExpectationRule]) {
        self.source = source
        self.stock = Dictionary(stock.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func rules(from table: Table) -> [(rule: Study.Rule, place: RulePlace)] {
        var rules: [(rule: Study.Rule, place: RulePlace)] = []
        var exceptions: [(rule: String, codes: [CountryCode], row: Int)] = []
        do {
            let next = try table.rows()
            guard let header = try next() else {
                problems.append(
                    InputProblem(source: source, message: "the table is empty: its first row must name the columns"))
                return []
            }
            guard readHeader(header) else { return [] }
            while let row = try next() {
                if row.isBlank { continue }
                let place = RulePlace(source: source, row: row.row, path: "", rows: [:])
                if let (rule, except) = rule(from: row, place) {
                    if !except.isEmpty { exceptions.append((rule.id, except, row.row)) }
                    if !isIdle(rule) { rules.append((rule, place)) }
                }
            }
        } catch {
            problems.append(error as? InputProblem ?? InputProblem(source: source, message: "\(error)"))
        }
        requireVariants(exceptions, among: rules.map(\.rule))
        return rules
    }

    private mutating func readHeader(_ header: CSVRow) -> Bool {
        let names = header.fields.map { ManifestCell.trimmed(FormulaGuard.unguarded($0)) }
        for (place, name) in names.enumerated() where !name.isEmpty {
            let key = ManifestHeader.normalized(name)
            if !Self.columns.contains(key) {
                let advice =
                    NearWord.nearest(to: key, in: Self.columns).map { "did you mean '\($0)'?" }
                    ?? "expected \(Self.columns.joined(separator: ", "))"
                report(header.row, name, "there is no such column; \(advice)")
            } else if places.updateValue(place, forKey: key) != nil {
                report(header.row, name, "this column stands twice: keep one of them")
            }
        }
        if places["rule"] == nil {
            problems = [
                InputProblem(
                    source: source, row: header.row,
                    message: ManifestHeader.wrongSeparator(in: names)
                        ?? "there is no column 'rule': name the rules in it")
            ]
        }
        return problems.isEmpty
    }

    private mutating func report(_ row: Int, _ column: String, _ message: String) {
        problems.append(InputProblem(source: source, row: row, column: column, message: message))
    }

    /// Nil if nothing can be made of the row. The second part are countries that the row leaves out.
    private mutating func rule(
        from row: CSVRow, _ place: RulePlace
    ) -> (Study.Rule, except: [CountryCode])? {
        let before = problems.count
        func text(_ column: String) -> String {
            guard let place = places[column], place < row.fields.count else { return "" }
            return ManifestCell.trimmed(FormulaGuard.unguarded(row.fields[place]))
        }
        for column in places.keys.sorted() {
            if let fault = row.faults.first(where: { $0.column == places[column] }) {
                report(row.row, column, fault.message)
            }
            if let objection = StudyFileWords.objection(toName: text(column)) {
                report(row.row, column, "expected \(objection)")
            }
        }
        let id = baseID(text("rule"))
        if let objection = StudyFileWords.objection(toWord: id, mayHaveBlanks: false) {
            report(row.row, "rule", "expected \(objection), found '\(text("rule"))'")
        }
        let base = stock[id]?.texts ?? [:]
        var rule = Study.Rule(id: id, reason: text("reason"))
        for field in ExpectationRule.Field.allCases where field != .countries {
            let text = text(field.rawValue)
            if text == "-" {
                if base[field] != nil { rule.texts[field] = "" }
            } else if !text.isEmpty, text != base[field] {
                rule.texts[field] = text
            }
        }
        let except = readCountries(text("countries"), into: &rule, row.row)
        if stock[id] != nil, rule.texts == [.expect: "no"] {
            rule.isOff = true
            rule.texts = [:]
        }
        if rule.reason.isEmpty { rule.reason = rule.texts[.why] ?? "" }
        if rule.texts[.why] == rule.reason { rule.texts[.why] = nil }
        if rule.reason.isEmpty, !isIdle(rule) {
            report(row.row, "reason", "is blank: say why the study has this rule, or changes it")
        }
        return problems.count == before ? (rule, except) : nil
    }

    /// Whether the row says what the stock rule says anyway.
    private func isIdle(_ rule: Study.Rule) -> Bool {
        stock[rule.id] != nil && rule.texts.isEmpty && !rule.isOff && rule.countries.isEmpty
    }

    /// The rule that a country's variant `E-05.02.04-site@FRA` is of.
    private func baseID(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "@"), stock[String(text[..<mark])] != nil else { return text }
        return String(text[..<mark])
    }

    private mutating func readCountries(_ text: String, into rule: inout Study.Rule, _ row: Int) -> [CountryCode] {
        var except: [CountryCode] = []
        for word in text.split(whereSeparator: { " ,;+".contains($0) }) {
            let isLeftOut = word.first == "!" && stock[rule.id] != nil
            guard let code = CountryCode(String(isLeftOut ? word.dropFirst() : word)) else {
                report(row, "countries", "expected ISO 3166-1 alpha-3 codes such as DEU FRA, found '\(text)'")
                return []
            }
            if isLeftOut {
                except.append(code)
            } else if !rule.countries.contains(code) {
                rule.countries.append(code)
            }
        }
        return except
    }

    /// A country that a row leaves out has a row of its own, or nothing would say what holds there.
    private mutating func requireVariants(
        _ exceptions: [(rule: String, codes: [CountryCode], row: Int)], among rules: [Study.Rule]
    ) {
        for (id, codes, row) in exceptions {
            let own = rules.filter { $0.id == id }.flatMap(\.countries)
            guard let stranger = codes.first(where: { !own.contains($0) }) else { continue }
            report(
                row, "countries",
                "leaves out \(stranger), and no row says what holds there: add a row for this rule with countries "
                    + "\(stranger), and 'no' under expect if nothing does")
        }
    }
}
