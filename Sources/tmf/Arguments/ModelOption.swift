import ArgumentParser
import TMFFormats
import TMFModel
import TMFStore

/// Which version of the reference model: no store is needed to look at it.
struct ModelOption: ParsableArguments {
    @Option(help: ArgumentHelp("The version of the reference model; the newest if absent.", valueName: "version"))
    var model: String?

    func load() throws -> (model: ReferenceModel, rules: [ExpectationRule]) {
        let version = model ?? BundledReferenceModel.newest
        if BundledReferenceModel.versions.contains(version) { return try BundledReferenceModel.load(version) }
        // One that the store here keeps, if there is a store.
        let kept = try (try? StoreSearch.find()).flatMap { try Store(at: $0, .reading).keptModel(version) }
        return try ReferenceModelLibrary.load(version, kept: kept)
    }
}
