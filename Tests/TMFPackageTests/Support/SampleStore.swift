import Foundation
import Synchronization
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport

/// A store with the study of `samples/ABC-101`, made once for all tests, which only read it.
final class SampleStore: Sendable {
    static let made = Result { try SampleStore() }
    static func shared() throws -> SampleStore { try made.get() }

    static let study = "ABC-101"
    static let restrictedTitle = "Randomisation list, treatment codes kit A-series"

    let folder: TemporaryFolder
    let store: Store
    /// A backup of it, made by `Store.backUp`.
    let backup: Store
    private let packages = Mutex<[PackageOptions: (path: FilePath, report: PackageReport)]>([:])

    private init() throws {
        folder = try LastingFolder.make()
        let samples = FilePath(#filePath).removingLastComponent().appending("../../../samples/ABC-101")
        let clock = HandClock(try SampleStore.day("2026-11-01"))
        let writing = try Store.create(at: folder("ABC-101.tmf"), clock: clock.now)
        let text = String(decoding: try bytes(of: samples.appending("study.yaml")), as: UTF8.self)
        let study = try StudyFile.read(text, source: "study.yaml")
        _ = try StudyApplying.apply(study, to: writing, by: .test)
        let model = try BundledReferenceModel.load(study.model).model
        clock.set(to: try SampleStore.day("2026-11-02"))
        let report = try Importing(store: writing, study: study.id, model: model, by: .test).run(
            IntakeSource(samples.appending("documents")), .init(manifest: samples.appending("manifest.csv")))
        guard report.problems.isEmpty, report.filed > 100 else { throw Unexpected("\(report)") }

        clock.set(to: try SampleStore.day("2026-11-03"))
        let filing = try Filing(store: writing, study: study.id, model: model, by: .test)
        let documents = try writing.snapshot(of: study.id).documents
        guard
            let site = study.countries.first.flatMap({ country in
                country.sites.first.map { Scope.site(country.code, $0.id) }
            }), let restricted = documents.first(where: \.facts.isRestricted),
            let artifact = ArtifactNumber("05.02.04"), documents.count > 100
        else { throw Unexpected("the sample has no site, restricted record or documents") }
        try filing.waive(SlotAddress(artifact: artifact, scope: site))
        _ = try filing.withdraw(DocumentNumber(7))
        try filing.link(DocumentLink(document: DocumentNumber(3), relation: .supports, target: DocumentNumber(4)))
        try filing.link(DocumentLink(document: DocumentNumber(5), relation: .relatedTo, target: restricted.number))
        store = writing
        let copy = folder("backup.tmf")
        _ = try writing.backUp(to: copy)
        backup = try Store(at: copy, .reading)
    }

    /// A package of the sample, made once for all tests, which only read it.
    func package(
        _ format: PackageOptions.Format, includesRestricted: Bool = false
    ) throws -> (path: FilePath, report: PackageReport) {
        let options = PackageOptions(format: format, selection: includesRestricted ? .whole : .open)
        return try packages.withLock { packages in
            if let made = packages[options] { return made }
            let name = "\(includesRestricted ? "whole" : "open").\(format.rawValue)"
            let path = folder(name)
            let made = (path, try PackageWriting(store: store, study: SampleStore.study, options).write(to: path))
            packages[options] = made
            return made
        }
    }

    /// The folder that holds the bag, in `folder`: unpacked by other people's tools, or a copy of the loose files.
    func bag(_ format: PackageOptions.Format, in folder: TemporaryFolder) throws -> FilePath {
        let path = try package(format).path
        let target = folder("unpacked")
        try FileManager.default.createDirectory(atPath: target.string, withIntermediateDirectories: true)
        let outcome =
            switch format {
            case .zip: try run("unzip", "-q", path.string, "-d", target.string)
            case .tar, .tarZstd: try run("tar", "-xf", path.string, "-C", target.string)
            case .folder: try run("cp", "-r", path.string, target.string)
            }
        guard outcome.status == 0, let base = try names(in: target).first else { throw Unexpected(outcome.errors) }
        return target.appending(base)
    }

    static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw Unexpected(text) }
        return day
    }
}

/// What a test's own preparation did not find as it needs it.
struct Unexpected: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
