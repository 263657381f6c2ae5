import TMFFormats
import TMFModel
import TMFStore

/// One table while it is held against the file: what it would record, and everything that is wrong with it.
struct BulkRun {
    let filing: Filing
    let snapshot: StudySnapshot
    /// What the rows are called in problems.
    let source: String
    private(set) var plan = BulkPlan()
    private var problems: [InputProblem] = []
    private var locked: [InputProblem] = []
    private let hasLocks: Bool
    private let keys: [String: DocumentNumber]
    /// Documents as the rows so far would leave them.
    private var changed: [DocumentNumber: Document] = [:]
    private var firstRows: [JSON: Int] = [:]
    private var at: Int?

    init(_ filing: Filing, source: String) throws {
        self.filing = filing
        self.source = source
        snapshot = try filing.store.snapshot(of: filing.study.id)
        hasLocks = try !filing.store.locks(of: filing.study.id).isEmpty
        keys = Dictionary(
            snapshot.documents.compactMap { document in document.facts.key.map { ($0, document.number) } }
        ) { first, _ in first }
    }

    /// Does the work of one row; what is wrong with it is kept for the end. `columns` are the table's names for fields
    /// that are called otherwise in problems. Throws what is not the table's fault.
    mutating func row(
        _ row: Int?, columns: [String: String] = [:], _ work: (inout BulkRun) throws -> Void
    ) throws {
        plan.rows += 1
        at = row
        do {
            try work(&self)
        } catch let error as InputProblems {
            for problem in error.problems { refuse(problem, columns) }
        } catch let error as InputProblem {
            refuse(error, columns)
        } catch let error as FactError {
            refuse(error.field, "expected \(error.expected)")
        } catch let error as StoreError {
            guard case .locked = error else { throw error }
            locked.append(InputProblem(source: source, row: row, message: "\(error)"))
        }
    }

    /// Adds to what is wrong with the row.
    mutating func refuse(_ column: String?, _ message: String) {
        problems.append(InputProblem(source: source, row: at, column: column, message: message))
    }

    /// Tells of a difference that is passed over.
    mutating func tell(_ column: String?, _ message: String) {
        plan.notices.append(InputProblem(source: source, row: at, column: column, message: message))
    }

    /// How many problems there are so far.
    var problemCount: Int { problems.count }

    private mutating func refuse(_ problem: InputProblem, _ columns: [String: String]) {
        // Single changes name the document as the source; here the row does.
        guard problem.source != source else { return refuse(problem.column, problem.message) }
        refuse(problem.column.map { columns[$0] ?? $0 }, "\(problem.source): \(problem.message)")
    }

    /// The document that a cell names, as the rows before leave it. Throws `InputProblem` if there is none, or if it
    /// was withdrawn.
    func document(_ cell: String) throws -> Document {
        func problem(_ message: String) -> InputProblem {
            InputProblem(source: source, row: at, column: "document", message: message)
        }
        guard !cell.isEmpty else { throw problem("expected the document's number, such as D-000123") }
        // Only the written-out form is a number: a key may well be all digits.
        let number = keys[cell] ?? (cell.first?.lowercased() == "d" ? DocumentNumber(cell) : nil)
        guard let number, let document = changed[number] ?? snapshot.document(number) else {
            throw problem("no document '\(cell)' in study \(filing.study.id); `tmf list` shows all")
        }
        if let withdrawal = document.withdrawal {
            throw problem("\(document.number) was withdrawn on \(withdrawal.at.day) by \(withdrawal.by)")
        }
        return document
    }

    /// The version that a cell names by its number; the one by `standard` if the cell is blank. Throws `InputProblem`.
    func version(_ cell: String, of document: Document, else standard: (Document) -> Version?) throws -> Version {
        let version = cell.isEmpty ? standard(document) : Int(cell).flatMap { document.version($0) }
        guard let version else {
            throw InputProblem(
                source: source, row: at, column: "version",
                message: "expected the number of a version of \(document.number), 1 to \(document.versions.count), "
                    + "not '\(cell)'")
        }
        return version
    }

    /// Throws `InputProblem` if an earlier row was about the same.
    mutating func requireFirst(_ subject: JSON, _ words: String, column: String) throws {
        guard let row = at, let earlier = firstRows.updateValue(row, forKey: subject) else { return }
        throw InputProblem(
            source: source, row: row, column: column, message: "\(words) stands in row \(earlier) already: keep one")
    }

    /// Takes the change up, if it is one and no lock forbids it.
    mutating func add(
        _ events: [JournalEvent], _ changes: [BulkPlan.Change], before: (document: Document, version: Version)? = nil,
        after: Document? = nil
    ) throws {
        guard !events.isEmpty else { return }
        if hasLocks { try filing.store.checkLocks(events, in: filing.study.id, by: filing.attribution) }
        plan.events += events
        plan.changes += changes
        plan.changed += 1
        if let before { plan.before.append(before) }
        if let after { changed[after.number] = after }
    }

    /// The number of the row that is being worked on.
    var currentRow: Int? { at }

    /// The plan. Throws `InputProblems` with everything that is wrong, or `LockedRows` if locks alone stand against it.
    func finished() throws -> BulkPlan {
        let inOrder = (problems + locked).sorted { ($0.row ?? 0) < ($1.row ?? 0) }
        if !problems.isEmpty { throw InputProblems(inOrder) }
        if !locked.isEmpty { throw LockedRows(problems: inOrder) }
        return plan
    }
}
