import Disk
import TMFModel
import TMFReview

/// Findings as a listing. A large study has more than a hundred thousand: their cells are made at once, without objects.
extension Finding {
    static let keys = cells.map(\.key)
    static let shownKeys = ["severity", "rule", "artifact", "country", "site", "document", "due", "message"]

    private static let cells: [(key: String, cell: @Sendable (Finding) -> String)] = [
        ("rule", { $0.rule }), ("severity", { $0.severity.rawValue }), ("artifact", { $0.artifact?.description ?? "" }),
        ("level", { $0.scope?.level.rawValue ?? "" }), ("country", { $0.scope?.country?.description ?? "" }),
        ("site", { $0.scope?.site ?? "" }), ("person", { $0.person ?? "" }),
        ("organization", { $0.organization ?? "" }), ("document", { $0.document?.description ?? "" }),
        ("message", { $0.message }), ("due", { $0.due?.description ?? "" }),
        ("explanation", { JSON.array($0.explanation.map { .string($0) }).cell }),
    ]

    static func listing(_ findings: [Finding], _ keys: [String]) -> Listing {
        let chosen = keys.compactMap { key in cells.first { $0.key == key }?.cell }
        let parts = inParallel(findings.count, inRunsOf: 4_096) { run in
            findings[run].map { finding in chosen.map { $0(finding) } }
        }
        return Listing(keys, rows: parts.flatMap { $0 })
    }
}
