import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore

@testable import TMFBrowser

/// The sample study, filed into a store and made into a package once for all tests.
struct SampleStore: Sendable {
    static let study = "ABC-101"
    static let attribution = Attribution(actor: "test", host: "test")

    let folder: TemporaryFolder
    let path: FilePath
    let package: FilePath

    /// Everything is read from the same store, and by the same browser.
    static let shared = Task { try SampleStore() }
    static let browser = Task { try await Served(StoreSource(shared.value.opened())) }
    static let packageBrowser = Task {
        try await Served(PackageSource(OpenPackage(shared.value.package)))
    }

    private init() throws {
        folder = try TemporaryFolder()
        path = folder.path.appending("ABC-101.tmf")
        package = folder.path.appending("ABC-101.zip")
        let samples = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
            .appending("samples").appending("ABC-101")
        let text = try String(contentsOfFile: samples.appending("study.yaml").string, encoding: .utf8)
        let study = try StudyFile.read(text, source: "study.yaml")
        let store = try Store.create(at: path)
        _ = try StudyApplying.apply(study, to: store, by: SampleStore.attribution)
        let model = try BundledReferenceModel.load(study.model).model
        let importing = try Importing(store: store, study: study.id, model: model, by: SampleStore.attribution)
        _ = try importing.run(
            IntakeSource(samples.appending("documents")),
            Importing.Options(manifest: samples.appending("manifest.csv")))
        _ = try PackageWriting(store: store, study: study.id).write(to: package)
    }

    func opened() throws -> Store { try Store(at: path, .reading) }

    /// All documents, the restricted ones among them.
    func documents() throws -> [Document] { try opened().snapshot(of: SampleStore.study).documents }
}
