import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport
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

    /// A study of which more is filed, corrected and withdrawn from month to month.
    func fileMonthByMonth() throws {
        let clock = HandClock(try #require(Day("2024-03-01")))
        let store = try Store.create(at: folder.appending("ABC-101.tmf"), clock: clock.now)
        let by = Attribution(actor: "test", host: "desk", reason: "as it was")
        let study = try StudyFile.read(Workplace.studyFile, source: "study.yaml")
        _ = try StudyApplying.apply(study, to: store, by: by)
        let model = try BundledReferenceModel.load(study.model).model
        let filing = try Filing(store: store, study: study.id, model: model, by: by)
        let cv = try #require(ArtifactNumber("05.02.04"))
        let country = try #require(CountryCode("DEU"))
        for (index, month) in ["2024-03-01", "2024-05-01", "2024-08-01", "2024-11-01"].enumerated() {
            clock.set(to: try #require(Day(month)))
            try write("cv-\(index).pdf", "%PDF-1.4 \(index)")
            _ = try filing.file(
                folder.appending("cv-\(index).pdf"),
                DocumentFacts(
                    artifact: cv, scope: .site(country, "101"), title: "CV \(index)", isRestricted: index == 2),
                VersionFacts(documentDate: Day("2024-02-10"), status: .approved))
            if index == 1 { _ = try filing.placeHold(.legal) }
            if index == 2 { _ = try filing.withdraw(DocumentNumber(1)) }
            if index == 3 { _ = try filing.liftHold(HoldNumber(1)) }
        }
    }
}
