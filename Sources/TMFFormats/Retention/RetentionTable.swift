import ReferenceModelData
public import TMFModel

/// The table of retention rules: the program's own, or one that somebody edited.
public enum RetentionTable {
    public static let columns = ["rule", "countries", "party", "triggers", "years", "source", "note"]
    /// May be left out.
    private static let confirmed = "confirmed"

    /// The program's own, byte for byte: a start for a table of one's own.
    public static var bundledBytes: [UInt8] {
        (0..<tmf_rm_length(TMF_RM_RETENTION)).map { tmf_rm_byte(TMF_RM_RETENTION, $0) }
    }

    /// The rules that are part of the program. Each names its source; whether it holds for a trial is for its owner to say.
    public static func bundled() throws -> [RetentionRule] { try read(bundledBytes, source: "retention.csv") }

    /// Reads a table. Throws `InputProblem` with row and column.
    public static func read(_ bytes: [UInt8], source: String) throws -> [RetentionRule] {
        let table = try ModelTable(bytes, named: source, columns: columns)
        var ids: Set<String> = []
        return try table.records.map { record in
            let id = try record.requiredText("rule")
            guard ids.insert(id).inserted else { throw record.problem("rule", "'\(id)' stands twice") }
            var countries: Set<CountryCode> = []
            if record.text("countries") != "*" {
                for text in record.list("countries") {
                    guard let code = CountryCode(text) else {
                        throw record.problem("countries", "expected ISO 3166-1 alpha-3 codes or *, found '\(text)'")
                    }
                    countries.insert(code)
                }
                guard !countries.isEmpty else {
                    throw record.problem("countries", "expected ISO 3166-1 alpha-3 codes or *, found nothing")
                }
            }
            let party = record.text("party")
            guard party == "both" || RecordSelection.Part(rawValue: party) != nil else {
                throw record.problem("party", "expected sponsor, investigator or both, found '\(party)'")
            }
            let triggers = try record.requiredText("triggers").split(separator: "|").map(String.init)
            guard !triggers.isEmpty else { throw record.problem("triggers", "expected events, divided by |") }
            return RetentionRule(
                id: id, countries: countries, party: RecordSelection.Part(rawValue: party), triggers: triggers,
                years: try record.read("years", "years from 0 to 200") { text in
                    Int(text).flatMap { (0...200).contains($0) ? $0 : nil }
                }, source: try record.requiredText("source"), confirmation: try confirmation(record),
                note: record.text("note"))
        }
    }

    private static func confirmation(_ record: ModelTable.Record) throws -> RetentionRule.Confirmation? {
        guard !record.text(confirmed).isEmpty else { return nil }
        let known = RetentionRule.Confirmation.allCases.map(\.rawValue).joined(separator: ", ")
        return try record.read(confirmed, "one of \(known), or nothing") { RetentionRule.Confirmation(rawValue: $0) }
    }
}
