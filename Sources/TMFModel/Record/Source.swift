/// Where a version came from: what makes a second import of the same source recognize it.
public struct Source: Hashable, Sendable {
    /// The system that sent it, and its key there; both or neither.
    public var system: String?
    public var id: String?
    /// The path below the imported folder or archive, with `/` between folders.
    public var path: String?

    public init(system: String? = nil, id: String? = nil, path: String? = nil) {
        self.system = system
        self.id = id
        self.path = path
    }
}
