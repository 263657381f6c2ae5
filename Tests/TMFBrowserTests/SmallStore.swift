import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore
import Testing

@testable import TMFBrowser

/// A store of one test's own, with a study of one site.
struct SmallStore {
    let folder: TemporaryFolder
    let store: Store
    let filing: Filing

    init(_ id: String = "XYZ-1", in folder: TemporaryFolder? = nil, adding former: Store? = nil) throws {
        self.folder = try folder ?? TemporaryFolder()
        store = try former ?? Store.create(at: self.folder.path.appending("small.tmf"))
        let text = "study: \(id)\ntitle: A small study <&>\nsponsor: Example\nmodel: 3.3.1\ncountries: []\n"
        let study = try StudyFile.read(text, source: "study.yaml")
        _ = try StudyApplying.apply(study, to: store, by: SampleStore.attribution)
        filing = try Filing(
            store: store, study: id, model: BundledReferenceModel.load("3.3.1").model, by: SampleStore.attribution)
    }

    /// Files bytes under a name as a document of the trial.
    @discardableResult
    func file(_ name: String, _ bytes: [UInt8], title: String = "A record", restricted: Bool = false) throws -> Document
    {
        let path = try folder.write(name, bytes)
        let number = try #require(ArtifactNumber("01.01.01"))
        return try filing.file(
            path, DocumentFacts(artifact: number, scope: .trial, title: title, isRestricted: restricted),
            VersionFacts(status: .approved, originalName: name))
    }
}
