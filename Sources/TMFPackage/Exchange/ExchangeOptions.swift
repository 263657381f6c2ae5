/// What the two parties of an exchange by the eTMF Exchange Mechanism Standard agreed on.
public struct ExchangeOptions: Hashable, Sendable {
    /// The identifier of the exchange agreement; there is no default for it.
    public var agreement: String
    /// Names the sending system or organization; nil for the study's sponsor.
    public var source: String?
    /// Unique for each transfer; nil to make one of the journal's head and the options.
    public var transfer: String?

    public init(agreement: String, source: String? = nil, transfer: String? = nil) {
        self.agreement = agreement
        self.source = source
        self.transfer = transfer
    }
}
