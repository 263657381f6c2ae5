/// A statement that two documents belong together, read from the first to the second.
public struct DocumentLink: Hashable, Sendable {
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        case approves, amends, answers, supersedes, supports
        case translates
        case relatedTo = "related-to"

        /// The same relation seen from the other document, in words.
        public var inverse: String {
            switch self {
            case .approves: "approved by"
            case .amends: "amended by"
            case .answers: "answered by"
            case .supersedes: "superseded by"
            case .supports: "supported by"
            case .translates: "translated by"
            case .relatedTo: "related to"
            }
        }
    }

    public let document: DocumentNumber
    public let relation: Relation
    public let target: DocumentNumber

    public init(document: DocumentNumber, relation: Relation, target: DocumentNumber) {
        self.document = document
        self.relation = relation
        self.target = target
    }
}
