import TMFFormats
public import TMFModel
public import TMFReview

extension Binder {
    /// The records judged by the study's own version of the reference model and by the rules that hold for the study:
    /// the only way in which this program makes a binder of a store or a package.
    ///
    /// Throws `InputProblem` if neither the program nor the snapshot has such a version of the model, `InputProblems` if a
    /// rule of the study does not fit it.
    public static func judging(_ snapshot: StudySnapshot, asOf day: Day) throws -> Binder {
        try judging(snapshot, withheld: [], of: .whole, asOf: day)
    }

    /// The same, with what a selection withholds left out.
    public static func judging(
        _ snapshot: StudySnapshot, within selection: RecordSelection, _ others: [DocumentNumber: String] = [:],
        asOf day: Day
    ) throws -> Binder {
        let known = try ReferenceModelLibrary.load(snapshot.study.model, kept: snapshot.keptModel)
        let (kept, withheld) = snapshot.withholding(outside: selection, others, model: known.model, on: day)
        return try judging(kept, withheld: withheld, of: selection, asOf: day)
    }

    /// The same, of records from which a selection has withheld some already.
    public static func judging(
        _ snapshot: StudySnapshot, withheld: [WithheldRecord], of selection: RecordSelection, asOf day: Day
    ) throws -> Binder {
        let known = try ReferenceModelLibrary.load(snapshot.study.model, kept: snapshot.keptModel)
        let book = try RuleBook(stock: known.rules, study: snapshot.study, model: known.model)
        return Binder(
            snapshot: snapshot, withheld: withheld, selection: selection, model: known.model, rules: book.rules,
            retention: try RetentionTable.bundled(), asOf: day)
    }
}
