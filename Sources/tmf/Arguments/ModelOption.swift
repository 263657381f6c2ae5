import ArgumentParser
import TMFFormats
import TMFModel

/// Which version of the reference model: no store is needed to look at it.
struct ModelOption: ParsableArguments {
    @Option(help: ArgumentHelp("The version of the reference model; the newest if absent.", valueName: "version"))
    var model: String?

    func load() throws -> (model: ReferenceModel, rules: [ExpectationRule]) {
        try BundledReferenceModel.load(model ?? BundledReferenceModel.versions.last ?? "")
    }
}
