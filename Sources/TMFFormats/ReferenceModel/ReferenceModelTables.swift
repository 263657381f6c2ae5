public import TMFModel

/// The tables that make up a version of the reference model, each the bytes of a CSV file.
public struct ReferenceModelTables: Sendable {
    public var zones: [UInt8]
    public var sections: [UInt8]
    public var milestones: [UInt8]
    public var artifacts: [UInt8]
    public var subArtifacts: [UInt8]
    /// The stock rules of what is expected.
    public var expected: [UInt8]

    public init(
        zones: [UInt8], sections: [UInt8], milestones: [UInt8], artifacts: [UInt8], subArtifacts: [UInt8],
        expected: [UInt8]
    ) {
        self.zones = zones
        self.sections = sections
        self.milestones = milestones
        self.artifacts = artifacts
        self.subArtifacts = subArtifacts
        self.expected = expected
    }

    /// The model that the tables describe. Throws `InputProblem` for a cell that is wrong, `ReferenceModelError` for
    /// tables that do not fit together.
    public func model(version: String) throws -> ReferenceModel {
        let zones = try ModelTable(zones, named: "zones.csv", columns: ["number", "name"]).records.map {
            ReferenceModel.Zone(number: try $0.requiredText("number"), name: try $0.requiredText("name"))
        }
        let sections = try ModelTable(sections, named: "sections.csv", columns: ["number", "zone", "name"])
            .records.map { record in
                let section = ReferenceModel.Section(
                    number: try record.requiredText("number"), name: try record.requiredText("name"))
                guard section.zone == record.text("zone") else {
                    throw record.problem("zone", "expected \(section.zone), found '\(record.text("zone"))'")
                }
                return section
            }
        let milestones = try ModelTable(milestones, named: "milestones.csv", columns: ["number", "name"])
            .records.map {
                ReferenceModel.Milestone(number: try $0.requiredText("number"), name: try $0.requiredText("name"))
            }
        return try ReferenceModel(
            version: version, zones: zones, sections: sections,
            artifacts: try artifacts(milestones: Set(milestones.map(\.number))), milestones: milestones)
    }

    private func artifacts(milestones: Set<String>) throws -> [Artifact] {
        let table = try ModelTable(artifacts, named: "artifacts.csv", columns: ReferenceModelTables.artifactColumns)
        let others = table.columns.filter { !ReferenceModelTables.artifactColumns.contains($0) }
        var names = try subArtifactNames()
        let artifacts = try table.records.map { record in
            let number = try record.read("number", "an artifact number such as 05.02.04") { ArtifactNumber($0) }
            guard number.sectionNumber == record.text("section") else {
                throw record.problem("section", "expected \(number.sectionNumber), found '\(record.text("section"))'")
            }
            var levels: Set<Level> = []
            var due: [Level: String] = [:]
            for level in Level.allCases {
                if try record.flag("\(level.rawValue)_level") { levels.insert(level) }
                let column = "\(level.rawValue)_milestone"
                let milestone = record.text(column)
                if milestone.isEmpty { continue }
                guard milestones.contains(milestone) else {
                    throw record.problem(column, "expected a milestone of the model, found '\(milestone)'")
                }
                due[level] = milestone
            }
            return Artifact(
                number: number, uniqueID: try record.requiredText("unique_id"),
                name: try record.requiredText("name"),
                isCore: try record.read("core", "core or recommended") { ["core": true, "recommended": false][$0] },
                levels: levels, milestones: due, isForSponsor: try record.flag("sponsor"),
                isForInvestigator: try record.flag("investigator"), mayUnblind: try record.flag("unblinding"),
                datingConvention: record.text("dating_convention"),
                subArtifacts: names.removeValue(forKey: number) ?? [], alternateNames: record.list("alternate_names"),
                nciCode: record.text("nci_code"), summary: record.text("description"),
                otherColumns: others.compactMap { column in
                    let text = record.text(column)
                    return text.isEmpty ? nil : JSON.Member(column, .string(text))
                })
        }
        if let stranger = names.keys.min() {
            throw ReferenceModelError.missing("artifact", of: "sub-artifacts of \(stranger)")
        }
        return artifacts
    }

    private func subArtifactNames() throws -> [ArtifactNumber: [String]] {
        var names: [ArtifactNumber: [String]] = [:]
        for record in try ModelTable(subArtifacts, named: "sub-artifacts.csv", columns: ["artifact", "name"]).records {
            let number = try record.read("artifact", "an artifact number such as 05.02.04") { ArtifactNumber($0) }
            names[number, default: []].append(try record.requiredText("name"))
        }
        return names
    }

    private static let artifactColumns = [
        "number", "unique_id", "name", "section", "core", "trial_level", "country_level", "site_level",
        "trial_milestone", "country_milestone", "site_milestone", "sponsor", "investigator", "dating_convention",
        "nci_code", "alternate_names", "unblinding", "description",
    ]
}
