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
    func binder(_ day: AsOfOption) throws -> Binder {
        try Binder.judging(snapshot(day), asOf: day.day)
    }

    /// The study's reference model.
    func model() throws -> ReferenceModel {
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        return try BundledReferenceModel.load(current.model).model
    }

    func filing(_ change: ChangeOptions) throws -> Filing {
        try Filing(store: store, study: study, model: model(), by: change.attribution)
    }
}
