/// Whether the content is the original or a copy of it, and who answers for the copy.
///
/// A copy that replaces its original for good must be a certified copy (ICH E6(R3), C.2).
public struct CopyStatement: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case original, copy
        case certifiedCopy = "certified-copy"
    }

    public var kind: Kind
    /// For a certified copy: who certified it, when and how.
    public var certifiedBy: String?
    public var certifiedOn: Day?
    public var certifiedMethod: String?

    public init(
        kind: Kind, certifiedBy: String? = nil, certifiedOn: Day? = nil, certifiedMethod: String? = nil
    ) {
        self.kind = kind
        self.certifiedBy = certifiedBy
        self.certifiedOn = certifiedOn
        self.certifiedMethod = certifiedMethod
    }
}
