public import TMFModel

/// One thing that keeps a gate closed, with what mends it and who can.
///
/// Names documents by number, never by title.
public struct GateBlocker: Hashable, Sendable, Identifiable {
    /// Stable while the cause is the same: overrides name it.
    public let id: String
    /// One sentence.
    public let what: String
    /// The command that mends it, to be completed where it has words in capitals.
    public let fix: String
    /// The responsible person or organization; nil if the study does not say.
    public let who: String?
    /// Where in the trial it stands.
    public let scope: Scope
    public let document: DocumentNumber?
    /// One sentence each.
    public let explanation: [String]

    public init(
        id: String, what: String, fix: String, who: String?, scope: Scope, document: DocumentNumber? = nil,
        explanation: [String] = []
    ) {
        self.id = id
        self.what = what
        self.fix = fix
        self.who = who
        self.scope = scope
        self.document = document
        self.explanation = explanation
    }
}

extension GateBlocker {
    /// The object that `gate` lists.
    public var json: JSON { .full(members) }

    /// The same where it was overridden.
    public func json(overriddenBy override: GateOverride) -> JSON {
        .full(
            members + [
                ("reason", .string(override.reason)), ("by", .string(override.by)),
                ("at", .string(override.at.description)),
            ])
    }

    private var members: [(String, JSON?)] {
        [
            ("id", .string(id)), ("what", .string(what)), ("fix", .string(fix)), ("who", who.json),
            ("place", .string(scope.description)), ("document", (document?.description).json),
            ("explanation", .array(explanation.map { .string($0) })),
        ]
    }
}
