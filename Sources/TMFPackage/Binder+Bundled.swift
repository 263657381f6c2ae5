import TMFFormats
public import TMFModel
public import TMFReview

extension Binder {
    /// The records judged by the study's own version of the reference model and by the rules that hold for the study:
    /// the only way in which this program makes a binder of a store or a package.
    ///
    /// Throws `InputProblem` if the program has no such version of the model, `InputProblems` if a rule of the study
    /// does not fit it.
    public static func judging(
        _ snapshot: StudySnapshot, withheld: [WithheldRecord] = [], asOf day: Day
    ) throws -> Binder {
        let bundled = try BundledReferenceModel.load(snapshot.study.model)
        let book = try RuleBook(stock: bundled.rules, study: snapshot.study, model: bundled.model)
        return Binder(snapshot: snapshot, withheld: withheld, model: bundled.model, rules: book.rules, asOf: day)
    }
}
