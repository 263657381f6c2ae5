import TMFModel
import TMFReview

/// A rule of the small model in its written form, as a table or a study file has it.
func written(
    _ id: String, _ artifact: ArtifactNumber, _ level: Level, _ texts: [ExpectationRule.Field: String]
) throws -> ExpectationRule {
    var texts = texts
    texts[.artifact] = artifact.description
    texts[.level] = level.rawValue
    return try ExpectationRule(id: id, texts: texts, model: smallModel)
}

let protocolArtifact = number("02.01.02")

/// The protocol in three versions, of 2024-01-01, 2025-01-01 and 2026-01-01.
func protocolDocument(_ value: Int, labels: [String] = ["1.0", "v2.0", "3"]) -> Document {
    document(
        value, protocolArtifact,
        versions: labels.enumerated().map { place, label in
            version(place + 1, label: label, dated: "\(2024 + place)-01-01", text: label)
        })
}
