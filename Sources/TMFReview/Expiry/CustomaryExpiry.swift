/// A kind of record that usually is in force for a limited time.
///
/// Custom, not law: the list says where to ask "until when?", never what the answer is. "Does not expire" is one.
public struct CustomaryExpiry: Hashable, Sendable {
    public let name: String
    public let records: ArtifactSelector
    /// How its validity is usually known: half a sentence.
    public let practice: String

    public init(name: String, records: ArtifactSelector, practice: String) {
        self.name = name
        self.records = records
        self.practice = practice
    }

    public static let stock: [CustomaryExpiry] = [
        CustomaryExpiry(
            name: "Curriculum vitae", records: ArtifactSelector(["087", "088", "089"]),
            practice: "sponsors ask for a new one after a time of their own, or on change"),
        CustomaryExpiry(
            name: "GCP training", records: ArtifactSelector(["090"], only: ["ICH-GCP Evidence of Training"]),
            practice: "certificates print an end, or sponsors count months"),
        CustomaryExpiry(
            name: "Licence",
            records: ArtifactSelector(
                ["090"],
                only: [
                    "Medical License", "Professional License", "DEA License", "Evidence of Registration",
                    "IATA Certification",
                ]), practice: "many licences print an end, others hold for life"),
        CustomaryExpiry(
            name: "Insurance", records: ArtifactSelector(["036"]), practice: "policies and certificates print an end"),
        CustomaryExpiry(
            name: "Ethics approval",
            records: ArtifactSelector(["066"], only: ["IRB or IEC Approval", "IRB or IEC Conditional Approval"]),
            practice: "approvals end where committees review continuing trials, elsewhere they do not expire"),
        CustomaryExpiry(
            name: "Laboratory accreditation", records: ArtifactSelector(["160"]),
            practice: "certificates print an end"),
        CustomaryExpiry(
            name: "Normal ranges", records: ArtifactSelector(["163"]),
            practice: "a set holds until the next replaces it"),
    ]
}
