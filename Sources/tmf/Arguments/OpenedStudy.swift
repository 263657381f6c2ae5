import Synchronization
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFReview
import TMFStore

/// A study in its store, ready to be looked at or changed.
struct OpenedStudy {
    let store: Store
    let study: String

    /// The records as they stand, or as they stood at the end of a past day.
    func snapshot(_ day: AsOfOption) throws -> StudySnapshot {
        guard let asOf = day.asOf else { return try store.snapshot(of: study) }
        return try store.snapshot(of: study, asOf: asOf)
    }

    /// The records with what is expected of them. Restricted ones are there: this is the specialist's own view.
    /// What was seen in files is known today, whatever the day.
    func binder(_ day: AsOfOption) throws -> Binder {
        var snapshot = try snapshot(day)
        try store.addExamined(to: &snapshot)
        let binder = try Binder.judging(snapshot, asOf: day.day)
        OpenedStudy.judged.withLock { $0 = binder }
        return binder
    }

    /// Holds what was judged to the end of the process, which gives its memory back at once: to take a large study
    /// apart record by record would keep the user waiting.
    private static let judged = Mutex<Binder?>(nil)

    /// The figures at the end of every month in which the study was there, the last of them on `day`: each as known then.
    func trend(from: Month?, to: Month?, until day: Day) throws -> [TrendPoint] {
        let days = try store.monthEnds(of: study, from: from, to: to, until: day)
        var points: [TrendPoint] = []
        try store.forEachSnapshot(of: study, atEndsOf: days) { day, snapshot in
            points.append(TrendPoint(StatusReport(binder: try Binder.judging(snapshot, asOf: day))))
        }
        return points
    }

    /// One document with its links. Throws `StoreError.noSuchDocument`. A document as it stands is read by itself, one of
    /// a past day from the journal.
    func detail(of number: DocumentNumber, _ day: AsOfOption) throws -> DocumentDetail {
        guard day.asOf == nil else {
            let snapshot = try snapshot(day)
            guard let document = snapshot.document(number) else {
                throw StoreError.noSuchDocument(number.description)
            }
            return DocumentDetail(document, study: study, links: snapshot.links)
        }
        guard let document = try store.document(number, in: study) else {
            throw StoreError.noSuchDocument(number.description)
        }
        return DocumentDetail(document, study: study, links: try store.links(of: study))
    }

    /// The study's reference model.
    func model() throws -> ReferenceModel {
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        return try library(current.model).model
    }

    /// A version of the reference model, of the program or of this store, with its stock rules.
    func library(_ version: String) throws -> (model: ReferenceModel, rules: [ExpectationRule]) {
        try ReferenceModelLibrary.load(version, kept: store.keptModel(version))
    }

    /// The stock rules of the study's reference model.
    func stockRules() throws -> [ExpectationRule] {
        guard let current = try store.currentStudy(study) else { return [] }
        return try library(current.model).rules
    }

    func filing(_ change: ChangeOptions) throws -> Filing {
        try Filing(store: store, study: study, model: model(), by: change.attribution)
    }
}
