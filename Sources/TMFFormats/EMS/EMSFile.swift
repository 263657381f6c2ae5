/// A `FILE` of an object: its bytes by checksum and path, and what the sender says was done to it.
public struct EMSFile: Hashable, Sendable {
    /// The checksum as written, `sha256-…`; read it with `EMSIntegrity`.
    public var integrity: String
    public var name: String
    /// The path below the folder of the `exchange.xml`, with `/` between folders.
    public var path: String
    /// The role of the file, `Record`.
    public var description: String?
    public var signatures: [EMSSignature] = []
    public var audit: [EMSAuditRecord] = []
    /// The line in the file it was read from; 0 if it was not read.
    public var line = 0

    public init(integrity: String, name: String, path: String, description: String? = nil) {
        self.integrity = integrity
        self.name = name
        self.path = path
        self.description = description
    }
}

/// A `SIGNATURE`: the sender's statement that somebody signed. There is no certificate and no signed hash in it.
public struct EMSSignature: Hashable, Sendable {
    /// `Electronic` or `Digital`.
    public var method: String
    public var user: String
    public var name: String
    /// ISO 8601, as written.
    public var time: String
    public var reason: String

    public init(method: String, user: String, name: String, time: String, reason: String) {
        self.method = method
        self.user = user
        self.name = name
        self.time = time
        self.reason = reason
    }
}

/// An `AUDITRECORD`: the sender's statement of what somebody did.
public struct EMSAuditRecord: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case new = "New"
        case change = "Change"
        case delete = "Delete"
        case other = "Other"
    }

    public var id: String
    /// ISO 8601, as written.
    public var time: String
    public var user: String
    public var kind: Kind
    public var event: String

    public init(id: String, time: String, user: String, kind: Kind, event: String) {
        self.id = id
        self.time = time
        self.user = user
        self.kind = kind
        self.event = event
    }
}
