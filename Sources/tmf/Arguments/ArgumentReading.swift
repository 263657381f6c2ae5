import ArgumentParser
import TMFFormats
import TMFModel
import TMFReview

/// Reads values from the command line; each function says what was expected if it cannot.
enum ArgumentReading {
    static func day(_ text: String) throws -> Day { try read(text, "a day such as 2026-01-31") { Day($0) } }

    static func division(_ text: String) throws -> StatusReport.Division {
        let known = StatusReport.Division.allCases.map(\.rawValue).joined(separator: ", ")
        return try read(text, "one of \(known)") { StatusReport.Division(rawValue: $0) }
    }

    static func standing(_ text: String) throws -> VersionStanding {
        let known = VersionStanding.allCases.map(\.rawValue).joined(separator: ", ")
        return try read(text, "one of \(known)") { VersionStanding(rawValue: $0) }
    }

    static func retentionEvent(_ text: String) throws -> RetentionEvent {
        try read(text, "an event and its day, such as end-of-trial=2026-03-31 or approval@USA=2025-01-05") {
            RetentionEvent($0)
        }
    }

    static func month(_ text: String) throws -> Month { try read(text, "a month such as 2026-01") { Month($0) } }

    static func document(_ text: String) throws -> DocumentNumber {
        try read(text, "a document number such as D-000123") { DocumentNumber($0) }
    }

    static func issue(_ text: String) throws -> IssueNumber {
        try read(text, "an issue's number such as Q-0001") { IssueNumber($0) }
    }

    static func hold(_ text: String) throws -> HoldNumber {
        try read(text, "a hold's number such as H-0001") { HoldNumber($0) }
    }

    static func disposalSubject(_ text: String) throws -> DisposalStatement.Subject {
        try read(text, "original, sponsor or investigator") { DisposalStatement.Subject(rawValue: $0) }
    }

    static func artifact(_ text: String) throws -> ArtifactNumber {
        try read(text, "an artifact number such as 05.02.04") { ArtifactNumber($0) }
    }

    static func country(_ text: String) throws -> CountryCode {
        try read(text.uppercased(), "an ISO 3166-1 alpha-3 code such as DEU") { CountryCode($0) }
    }

    static func relation(_ text: String) throws -> DocumentLink.Relation {
        let relations = DocumentLink.Relation.allCases.map(\.rawValue).joined(separator: ", ")
        return try read(text, "one of \(relations)") { DocumentLink.Relation(rawValue: $0) }
    }

    static func likeness(_ text: String) throws -> LikenessKind {
        let known = LikenessKind.allCases.map(\.rawValue).joined(separator: ", ")
        return try read(text, "one of \(known)") { LikenessKind(rawValue: $0) }
    }

    /// A zone, a section or an artifact: `05`, `05.02` or `05.02.04`.
    static func branch(_ text: String) throws -> String {
        try read(text, "a zone, section or artifact such as 05, 05.02 or 05.02.04") { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isNumbered = parts.allSatisfy {
                $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
            return isNumbered && parts.count <= 3 ? text : nil
        }
    }

    /// `key=value`, the value possibly empty.
    static func assignment(_ text: String) throws -> Assignment {
        try read(text, "key=value, such as title=\"Protocol, final\"") { text in
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return nil }
            return Assignment(field: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
        }
    }

    struct Assignment {
        let field: String
        let value: String
    }

    private static func read<Value>(_ text: String, _ expected: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(text) else { throw ValidationError("expected \(expected).") }
        return value
    }
}
