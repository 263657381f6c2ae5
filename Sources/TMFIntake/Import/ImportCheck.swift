import TMFFormats
import TMFModel

/// Checks every row before anything is filed: rows that say impossible things, name files that are not there, or
/// name one file twice.
struct ImportCheck {
    let study: Study
    let model: ReferenceModel
    let index: FiledIndex
    /// Path as the source spells it, by any spelling that Unicode holds equal.
    let sizes: [String: IntakeSource.File]
    private(set) var problems: [InputProblem] = []
    /// What of the table was passed over.
    private(set) var remarks: [InputProblem] = []
    /// What is wrong with each of the bad rows.
    private(set) var reasons: [Int: String] = [:]
    private(set) var unknown: UnknownNames
    private(set) var count = 0
    private var rowByPath: [String: Int] = [:]
    private let rules: FilingRules

    init(
        study: Study, model: ReferenceModel, index: FiledIndex, files: [IntakeSource.File],
        expecting expected: [ExpectationRule] = []
    ) {
        unknown = UnknownNames(study: study, rules: expected)
        self.study = study
        self.model = model
        self.index = index
        rules = FilingRules(study: study, model: model)
        sizes = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// Checks all rows, and that all files are named.
    mutating func check(_ rows: ImportRows) throws {
        remarks = try rows.forEach { row, found in
            count += 1
            // What could not be read is not set, which is no second problem.
            let unread = Set(found.compactMap(\.column))
            let more = problems(of: row, source: rows.source).filter { !unread.contains($0.column ?? "") }
            guard !found.isEmpty || !more.isEmpty else { return }
            unknown.note(row)
            reasons[row.row] = (found + more).map { [$0.column, $0.message].compactMap { $0 }.joined(separator: ": ") }
                .joined(separator: "; ")
            problems += found
            problems += rows.isManifest ? more : more.map { ImportCheck.ofFile($0, row) }
        }
    }

    /// Files that no row names, in their order.
    var unlisted: [String] { sizes.keys.filter { rowByPath[$0] == nil }.sorted() }

    private mutating func problems(of row: ManifestRow, source: String) -> [InputProblem] {
        var problems: [InputProblem] = []
        func report(_ column: String, _ message: String) {
            problems.append(InputProblem(source: source, row: row.row, column: column, message: message))
        }
        if let path = row.path {
            if sizes[path] == nil { report("path", "no file '\(path)' in the source; \(nearest(to: path))") }
            if let earlier = rowByPath.updateValue(row.row, forKey: path) {
                report("path", "'\(path)' stands in row \(earlier) already: one row for each file")
            }
        }
        if let key = row.document, key.hasPrefix("D-"), DocumentNumber(key) != nil, index.document(key: key) == nil {
            report(
                "document", "no document \(key) in the study; leave it blank for a new one, or use a key of your own")
        }
        if let key = row.document, let number = index.document(key: key), index.documents[number]?.isWithdrawn ?? false
        {
            report("document", "\(number) was withdrawn; file the record as a new document")
        }
        do {
            let facts = try row.facts(in: study, model: model, source: source)
            for problem in rules.problems(facts.document, facts.version) {
                report(problem.field, "expected \(problem.expected)")
            }
        } catch {
            problems += error.problems
        }
        return problems
    }

    /// Without a manifest there are no rows to name, only files.
    private static func ofFile(_ problem: InputProblem, _ row: ManifestRow) -> InputProblem {
        InputProblem(source: row.path ?? problem.source, column: problem.column, message: problem.message)
    }

    private func nearest(to path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let others = sizes.keys.filter { $0.split(separator: "/").last ?? "" == name }.sorted()
        guard let other = others.first else { return "is the name right, and is it the right source?" }
        return "a file of that name is at '\(other)'"
    }
}
