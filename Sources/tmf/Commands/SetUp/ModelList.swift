import ArgumentParser
import TMFModel

extension TMFCommand {
    struct ModelList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the artifacts of the model.",
            discussion: "Example: tmf model list 05.02")

        @Argument(
            help: ArgumentHelp("Only this zone or section, 05 or 05.02.", valueName: "branch"),
            transform: ArgumentReading.branch)
        var branch: String?

        @OptionGroup var model: ModelOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let model = try model.load().model
            let artifacts = model.artifacts.filter { $0.number.isIn(branch) }
            try output.print(
                "artifacts", artifacts.map(\.listed), context: [("model", .string(model.version))],
                columns: ["artifact", "unique_id", "name", "core", "levels"],
                otherwise: "Reference model \(model.version) has nothing at \(branch ?? "all").")
        }
    }
}

extension Artifact {
    /// The object that `model list` has for it.
    var listed: JSON {
        .full([
            ("artifact", .string(number.description)), ("unique_id", .string(uniqueID)), ("name", .string(name)),
            ("core", .bool(isCore)), ("levels", .array(levels.sorted().map { .string($0.rawValue) })),
        ])
    }
}
