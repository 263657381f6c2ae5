import ArgumentParser
import TMFModel

extension TMFCommand {
    struct ModelShow: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show the model, or all it says of one artifact.",
            discussion: """
                Example: tmf model show 05.02.04

                Exit status: 66 the model has no such artifact.
                """)

        @Argument(
            help: ArgumentHelp("The artifact's number, 05.02.04.", valueName: "artifact"),
            transform: ArgumentReading.artifact)
        var number: ArtifactNumber?

        @OptionGroup var model: ModelOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let (model, rules) = try model.load()
            guard let number else { return try printCounts(of: model, rules: rules.count) }
            guard let artifact = model.artifact(number) else {
                throw Failure(
                    .noInput, "reference model \(model.version) has no artifact \(number); `tmf model list` shows all")
            }
            let facts = artifact.facts(in: model)
            try output.print(
                json: { .full(facts + artifact.otherColumns.map { ($0.key, $0.value) }) },
                csv: { Listing(facts.map(\.0), of: [.full(facts)]) },
                page: {
                    var page = Page("\(artifact.number)  \(artifact.name)")
                    if !artifact.summary.isEmpty { page.line(artifact.summary) }
                    if let definition = artifact.otherColumns.first(where: { $0.key == "definition" })?.value.string {
                        page.line("Definition: \(definition)")
                    }
                    page.facts(facts.dropFirst(3).map { ($0.0, $0.1?.cell) })
                    return page
                })
        }

        private func printCounts(of model: ReferenceModel, rules: Int) throws {
            let zones = model.zones.map { zone -> JSON in
                .full([
                    ("zone", .string(zone.number)), ("name", .string(zone.name)),
                    ("sections", .int(model.sections(ofZone: zone.number).count)),
                    ("artifacts", .int(model.artifacts.count { $0.number.zoneNumber == zone.number })),
                ])
            }
            try output.print(
                "zones", zones,
                context: [
                    ("model", .string(model.version)), ("artifacts", .int(model.artifacts.count)),
                    ("rules", .int(rules)),
                ],
                columns: ["zone", "name", "sections", "artifacts"], numbers: ["sections", "artifacts"], otherwise: "")
        }
    }
}

extension Artifact {
    /// What the model says of it, in the order in which it is shown.
    func facts(in model: ReferenceModel) -> [(String, JSON?)] {
        let due = milestones.sorted { $0.key < $1.key }.map { level, milestone in
            JSON.string("\(level.rawValue): \(milestone) \(model.milestone(milestone)?.name ?? "")")
        }
        return [
            ("artifact", .string(number.description)), ("name", .string(name)), ("summary", .string(summary)),
            ("unique_id", .string(uniqueID)), ("zone", (model.zone(number.zoneNumber)?.name).json),
            ("section", (model.section(number.sectionNumber)?.name).json), ("core", .bool(isCore)),
            ("levels", .array(levels.sorted().map { .string($0.rawValue) })), ("milestones", .array(due)),
            ("sponsor", .bool(isForSponsor)), ("investigator", .bool(isForInvestigator)),
            ("may_unblind", .bool(mayUnblind)), ("dating_convention", .string(datingConvention)),
            ("sub_artifacts", .array(subArtifacts.map { .string($0) })),
            ("alternate_names", .array(alternateNames.map { .string($0) })), ("nci_code", .string(nciCode)),
        ]
    }
}
