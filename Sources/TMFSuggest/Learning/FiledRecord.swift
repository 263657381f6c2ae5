public import TMFModel

/// A record that a person has filed: what names and texts of its artifact look like is learned from it.
public struct FiledRecord: Sendable {
    public let artifact: ArtifactNumber
    public let title: String
    /// The path it came with, or only its name.
    public let path: String
    /// What its text says; nil if it was not looked into.
    public let text: TextReading?

    public init(artifact: ArtifactNumber, title: String, path: String, text: TextReading? = nil) {
        self.artifact = artifact
        self.title = title
        self.path = path
        self.text = text
    }
}
