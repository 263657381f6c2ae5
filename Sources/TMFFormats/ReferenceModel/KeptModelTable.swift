public import TMFModel

/// The table of a kept model: one row for each artifact, with all that is known of it. Lists in a cell have a line each.
public enum KeptModelTable {
    private static let levels = Level.allCases
    private static let columns =
        ["number", "unique_id", "name", "zone_name", "section_name", "core"]
        + levels.map { "\($0.rawValue)_level" } + levels.map { "\($0.rawValue)_milestone" }
        + [
            "sponsor", "investigator", "unblinding", "dating_convention", "sub_artifacts", "alternate_names",
            "nci_code",
            "description",
        ]

    /// The table that `model` reads back.
    public static func bytes(of model: ReferenceModel) -> [UInt8] {
        let others = Set(model.artifacts.flatMap { $0.otherColumns.map(\.key) }).subtracting(columns).sorted()
        var csv = CSVWriter()
        csv.append(columns + others)
        for artifact in model.artifacts {
            let number = artifact.number
            var cells = [
                number.description, artifact.uniqueID, artifact.name, model.zone(number.zoneNumber)?.name ?? "",
                model.section(number.sectionNumber)?.name ?? "", artifact.isCore ? "core" : "recommended",
            ]
            cells += levels.map { flag(artifact.levels.contains($0)) }
            cells += levels.map { level in
                artifact.milestones[level].map { "\($0) \(model.milestone($0)?.name ?? "")" } ?? ""
            }
            cells += [
                flag(artifact.isForSponsor), flag(artifact.isForInvestigator), flag(artifact.mayUnblind),
                artifact.datingConvention, artifact.subArtifacts.joined(separator: "\n"),
                artifact.alternateNames.joined(separator: "\n"), artifact.nciCode, artifact.summary,
            ]
            cells += others.map { name in artifact.otherColumns.first { $0.key == name }?.value.string ?? "" }
            csv.append(cells)
        }
        return csv.bytes
    }

    /// The model of a table. Throws `InputProblem` for a cell that is wrong, `ReferenceModelError` for one that
    /// contradicts itself.
    public static func model(_ kept: KeptModel) throws -> ReferenceModel {
        let table = try ModelTable(kept.table, named: "\(kept.name).csv", columns: columns)
        let others = table.columns.filter { !columns.contains($0) }
        var zones: [String: String] = [:]
        var sections: [String: String] = [:]
        var milestones: [String: String] = [:]
        let artifacts = try table.records.map { record -> Artifact in
            let number = try record.read("number", "an artifact number such as 05.02.04") { ArtifactNumber($0) }
            zones[number.zoneNumber] = record.plain("zone_name")
            sections[number.sectionNumber] = record.plain("section_name")
            var due: [Level: String] = [:]
            for level in levels {
                let text = record.text("\(level.rawValue)_milestone")
                if text.isEmpty { continue }
                let number = String(text.prefix(2))
                due[level] = number
                milestones[number] = ManifestCell.trimmed(String(text.dropFirst(2)))
            }
            return Artifact(
                number: number, uniqueID: try record.requiredText("unique_id"), name: record.plain("name"),
                isCore: record.text("core") == "core",
                levels: Set(try levels.filter { try record.flag("\($0.rawValue)_level") }), milestones: due,
                isForSponsor: try record.flag("sponsor"), isForInvestigator: try record.flag("investigator"),
                mayUnblind: try record.flag("unblinding"), datingConvention: record.plain("dating_convention"),
                subArtifacts: record.lines("sub_artifacts"), alternateNames: record.lines("alternate_names"),
                nciCode: record.plain("nci_code"), summary: record.plain("description"),
                otherColumns: others.compactMap { column in
                    let text = record.plain(column)
                    return text.isEmpty ? nil : JSON.Member(column, .string(text))
                })
        }
        return try ReferenceModel(
            version: kept.name, zones: zones.map { ReferenceModel.Zone(number: $0, name: $1) },
            sections: sections.map { ReferenceModel.Section(number: $0, name: $1) }, artifacts: artifacts,
            milestones: milestones.map { ReferenceModel.Milestone(number: $0, name: $1) })
    }

    private static func flag(_ isSet: Bool) -> String { isSet ? "Y" : "N" }
}

extension ModelTable.Record {
    /// A cell without the guard against formulas.
    fileprivate func plain(_ column: String) -> String { FormulaGuard.unguarded(text(column)) }

    fileprivate func lines(_ column: String) -> [String] {
        plain(column).split(separator: "\n").map { String($0) }
    }
}
