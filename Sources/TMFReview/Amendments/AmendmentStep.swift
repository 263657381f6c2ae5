public import TMFModel

/// One thing that a new version of the protocol brings with it, in one country or at one site.
public struct AmendmentStep: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// A record of this version is filed.
        case done
        /// None is filed, and none that is filed can be it.
        case open
        /// None is filed; there is still time.
        case pending
        /// Records without a version, held elsewhere, withheld or waived: one of them may be it.
        case unknown
    }

    /// As labelled in the protocol: `2.0`.
    public let version: String
    /// The document date of that version.
    public let versionDate: Day
    public let scope: Scope
    public let record: SequenceRecord
    /// Nil if the model has no artifact for it.
    public let artifact: ArtifactNumber?
    public let state: State
    /// What is filed for this version.
    public let documents: [DocumentNumber]
    /// The day from which its absence is reported.
    public let due: Day
    /// What was compared, one sentence each; empty for what is done.
    public let explanation: [String]
}
