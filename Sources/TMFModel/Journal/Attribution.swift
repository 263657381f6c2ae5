/// Who does something, where, and why. Every entry of the journal carries one.
public struct Attribution: Hashable, Sendable {
    public var actor: String
    public var host: String
    /// Nil where no reason was asked for.
    public var reason: String?

    public init(actor: String, host: String, reason: String? = nil) {
        self.actor = actor
        self.host = host
        self.reason = reason
    }
}
