public import TMFModel

extension ReferenceModel {
    /// The model's artifacts as a table in CSV for people: one row each, with zone, section, levels, milestones and
    /// sub-artifacts in words.
    public var csv: [UInt8] {
        var writer = CSVWriter()
        writer.append([
            "number", "unique_id", "zone", "section", "name", "core", "levels", "milestones", "sub_artifacts",
        ])
        let zoneNames = Dictionary(zones.map { ($0.number, "\($0.number) \($0.name)") }) { first, _ in first }
        let sectionNames = Dictionary(sections.map { ($0.number, "\($0.number) \($0.name)") }) { first, _ in first }
        for artifact in artifacts {
            let levels = artifact.levels.sorted()
            let milestones = levels.compactMap { level in
                artifact.milestones[level].map { "\(level.rawValue) \($0)" }
            }
            writer.append([
                artifact.number.description, artifact.uniqueID, zoneNames[artifact.number.zoneNumber] ?? "",
                sectionNames[artifact.number.sectionNumber] ?? "", artifact.name,
                artifact.isCore ? "core" : "recommended", levels.map(\.rawValue).joined(separator: "; "),
                milestones.joined(separator: "; "), artifact.subArtifacts.joined(separator: "; "),
            ])
        }
        return writer.bytes
    }
}
