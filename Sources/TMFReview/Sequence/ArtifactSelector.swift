public import TMFModel

/// Which records are meant: artifacts by their unique ID, which stays when a later model renumbers them, and the
/// sub-artifacts that count.
public struct ArtifactSelector: Hashable, Sendable {
    /// `090`
    public let uniqueIDs: [String]
    /// Only these sub-artifacts; empty for any, and for records that name none.
    public let only: [String]
    /// Not these.
    public let except: [String]

    public init(_ uniqueIDs: [String], only: [String] = [], except: [String] = []) {
        self.uniqueIDs = uniqueIDs
        self.only = only
        self.except = except
    }

    /// The artifacts that a model has of these, in the order of their numbers.
    public func artifacts(in model: ReferenceModel) -> [ArtifactNumber] {
        model.artifacts.filter { uniqueIDs.contains($0.uniqueID) }.map(\.number)
    }

    /// Whether a record with this sub-artifact counts; small and capital letters are alike.
    public func accepts(_ subArtifact: String?) -> Bool {
        guard let subArtifact else { return only.isEmpty }
        if only.isEmpty && except.isEmpty { return true }
        let name = subArtifact.lowercased()
        return (only.isEmpty || only.contains { $0.lowercased() == name })
            && !except.contains { $0.lowercased() == name }
    }
}
