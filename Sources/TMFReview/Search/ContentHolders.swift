public import TMFModel

/// Which documents hold a content in one of their versions.
public struct ContentHolders: Sendable {
    private let holders: [Digest: [DocumentNumber]]

    public init(_ documents: [Document]) {
        var holders: [Digest: [DocumentNumber]] = [:]
        for document in documents {
            for digest in Set(document.versions.compactMap { $0.facts.content?.digest }) {
                holders[digest, default: []].append(document.number)
            }
        }
        self.holders = holders
    }

    /// The documents that hold one of the contents; those that are not known here are passed over.
    public func documents(holding contents: [Digest]) -> [DocumentNumber] { contents.flatMap { holders[$0] ?? [] } }
}
