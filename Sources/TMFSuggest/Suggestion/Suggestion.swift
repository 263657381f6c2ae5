public import TMFModel

/// One artifact that a file could be, with how sure that is and the words that drove it.
public struct Suggestion: Hashable, Sendable {
    public let artifact: ArtifactNumber
    /// The artifact's name.
    public let name: String
    /// 0 to 100; of the suggestions for one file no more than 100 in all.
    public let confidence: Int
    /// As they stand in the name, the folders or the text, the strongest first.
    public let words: [String]

    public init(artifact: ArtifactNumber, name: String, confidence: Int, words: [String]) {
        self.artifact = artifact
        self.name = name
        self.confidence = confidence
        self.words = words
    }
}

extension Suggestion: CustomStringConvertible {
    /// `05.02.04 Principal Investigator Curriculum Vitae 62 (CV, investigator)`
    public var description: String {
        "\(artifact) \(name) \(confidence)" + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
    }
}
