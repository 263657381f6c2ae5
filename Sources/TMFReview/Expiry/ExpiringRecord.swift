public import TMFModel

/// A document whose current version has expired, or will soon.
public struct ExpiringRecord: Hashable, Sendable {
    public let document: DocumentNumber
    /// The current version's ordinal.
    public let version: Int
    /// The last day in force.
    public let expires: Day
    /// Days from the day of the binder to the last day in force; 0 on that day, negative once it has expired.
    public let daysLeft: Int
    /// How the expiry is known; nil if the version does not say.
    public let rule: ExpiryRule?

    public init(document: DocumentNumber, version: Int, expires: Day, daysLeft: Int, rule: ExpiryRule?) {
        self.document = document
        self.version = version
        self.expires = expires
        self.daysLeft = daysLeft
        self.rule = rule
    }
}
