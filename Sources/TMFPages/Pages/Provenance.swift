public import TMFModel

/// What a reader must know of the pages themselves: what they show, who prepared them, and what they leave out.
public struct Provenance: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Pages served from a store: they change when it does.
        case liveStore
        /// Pages of a package: a copy, as it was when it was made.
        case package
    }

    /// A record that is left out for another reason than being withheld.
    public struct Exclusion: Hashable, Sendable {
        public let document: DocumentNumber
        public let reason: String

        public init(document: DocumentNumber, reason: String) {
            self.document = document
            self.reason = reason
        }
    }

    public var kind: Kind
    /// When and by whom the package was made, as it is to be printed; nil where it must not depend on either.
    public var prepared: String?
    /// What the pages cover: `the whole study`, `country DEU`…
    public var scope: String
    /// Name and version of the program that wrote them.
    public var program: String
    public var excluded: [Exclusion]
    /// How many volumes the package has: these pages are in the first, and the records in the others. Nil for a package
    /// that is whole in itself.
    public var volumes: Int?
    /// The day for which the package was made; nil for a store.
    public var day: Day?

    public init(
        kind: Kind, prepared: String? = nil, scope: String = "the whole study", program: String,
        excluded: [Exclusion] = [], volumes: Int? = nil, day: Day? = nil
    ) {
        self.kind = kind
        self.prepared = prepared
        self.scope = scope
        self.program = program
        self.excluded = excluded
        self.volumes = volumes
        self.day = day
    }
}
