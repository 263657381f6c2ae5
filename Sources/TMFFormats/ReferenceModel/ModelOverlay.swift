public import TMFModel

/// An organization's own additions to a version of the reference model, `model.csv`: sub-artifacts and alternate names of its
/// own, and artifacts that it does not use. The stock model stays as it is; what is kept is a model of another name.
///
/// Columns, in any order: `artifact` or `unique_id`; `sub_artifact`, `alternate_name`, `not_used` (yes), `note`.
public enum ModelOverlay {
    private static let columns = ["artifact", "unique_id", "sub_artifact", "alternate_name", "not_used", "note"]

    /// The model with the additions, called `name`. Throws `InputProblems` with every row that does not fit the model.
    public static func apply(_ table: Table, to base: ReferenceModel, named name: String) throws -> ReferenceModel {
        let next = try table.rows()
        guard let header = try next() else {
            throw InputProblem(source: table.source, message: "the table is empty: its first row must name the columns")
        }
        var places: [String: Int] = [:]
        for (place, name) in ManifestHeader.names(of: header).enumerated() where !name.isEmpty {
            let key = ManifestHeader.normalized(name)
            guard columns.contains(key) else {
                let near = NearWord.nearest(to: key, in: columns).map { "did you mean '\($0)'?" }
                throw InputProblem(
                    source: table.source, row: header.row, column: name,
                    message: "there is no such column; \(near ?? "expected \(columns.joined(separator: ", "))")")
            }
            places[key] = place
        }
        var artifacts = Dictionary(base.artifacts.map { ($0.number, $0) }) { first, _ in first }
        var problems: [InputProblem] = []
        while let row = try next() {
            if row.isBlank { continue }
            func text(_ column: String) -> String {
                guard let place = places[column], row.fields.indices.contains(place) else { return "" }
                return ManifestCell.trimmed(FormulaGuard.unguarded(row.fields[place]))
            }
            func report(_ column: String, _ message: String) {
                problems.append(InputProblem(source: table.source, row: row.row, column: column, message: message))
            }
            var number = base.artifact(uniqueID: text("unique_id"))?.number
            // What is no number is told below, with the other reasons for finding no artifact.
            if !text("artifact").isEmpty { number = try? ManifestCell.artifact(text("artifact")) }
            guard let number, let artifact = artifacts[number] else {
                report(
                    text("artifact").isEmpty ? "unique_id" : "artifact",
                    "expected an artifact of model \(base.version), found '\(text("artifact"))\(text("unique_id"))'")
                continue
            }
            let subArtifact = text("sub_artifact")
            let alternate = text("alternate_name")
            let notUsed = ["yes", "y", "true", "1"].contains(text("not_used").lowercased())
            if subArtifact.isEmpty, alternate.isEmpty, !notUsed {
                report("sub_artifact", "the row says nothing: give a sub_artifact, an alternate_name or not_used = yes")
            }
            if artifact.subArtifacts.contains(subArtifact) {
                report("sub_artifact", "'\(subArtifact)' is a sub-artifact of \(number) already")
            }
            artifacts[number] = artifact.adding(
                subArtifact: subArtifact, alternateName: alternate, isNotUsed: notUsed, note: text("note"))
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return try ReferenceModel(
            version: name, zones: base.zones, sections: base.sections, artifacts: Array(artifacts.values),
            milestones: base.milestones)
    }
}

extension Artifact {
    /// The column in which sub-artifacts of an organization's own stand, so that they stay apart from the model's.
    static let ownSubArtifactsColumn = "own_sub_artifacts"

    fileprivate func adding(subArtifact: String, alternateName: String, isNotUsed: Bool, note: String) -> Artifact {
        var columns: [(String, String)] = otherColumns.map { ($0.key, $0.value.string ?? "") }
        func add(_ text: String, to column: String) {
            if text.isEmpty { return }
            guard let place = columns.firstIndex(where: { $0.0 == column }) else {
                return columns.append((column, text))
            }
            columns[place].1 += "\n" + text
        }
        add(subArtifact, to: Artifact.ownSubArtifactsColumn)
        if isNotUsed, !self.isNotUsed { add("yes", to: Artifact.notUsedColumn) }
        add(note, to: "note")
        return Artifact(
            number: number, uniqueID: uniqueID, name: name, isCore: isCore, levels: levels, milestones: milestones,
            isForSponsor: isForSponsor, isForInvestigator: isForInvestigator, mayUnblind: mayUnblind,
            datingConvention: datingConvention, subArtifacts: subArtifacts + (subArtifact.isEmpty ? [] : [subArtifact]),
            alternateNames: alternateNames + (alternateName.isEmpty ? [] : [alternateName]), nciCode: nciCode,
            summary: summary, otherColumns: columns.map { JSON.Member($0.0, .string($0.1)) })
    }
}
