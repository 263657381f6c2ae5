import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore
import Testing

extension Workplace {
    /// Makes the store and files a manifest in it with a journal that says `day`: commands can then look at fixed days,
    /// whatever day it is. What is filed today was not there on a day before.
    func file(study: FilePath, source: FilePath, manifest: FilePath, on day: String) throws {
        let instant = Instant(startOf: try #require(Day(day)))
        let store = try Store.create(at: folder.appending("ABC-101.tmf"), clock: { instant })
        let text = try String(contentsOfFile: study.string, encoding: .utf8)
        let read = try StudyFile.read(text, source: "study.yaml")
        let by = Attribution(actor: "test", host: "desk")
        _ = try StudyApplying.apply(read, to: store, by: by)
        let model = try BundledReferenceModel.load(read.model).model
        let report = try Importing(store: store, study: read.id, model: model, by: by)
            .run(IntakeSource(source), .init(manifest: manifest))
        try #require(report.failed == 0, "\(report)")
    }
}
