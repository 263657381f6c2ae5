public import TMFModel

/// What somebody states who certifies copies: who, when and how. What is nil must be said copy by copy.
public struct CopyCertification: Hashable, Sendable {
    public var by: String?
    public var on: Day?
    /// How the copy was held against its original, for instance "page by page against the paper".
    public var method: String?

    public init(by: String? = nil, on: Day? = nil, method: String? = nil) {
        self.by = by
        self.on = on
        self.method = method
    }
}
