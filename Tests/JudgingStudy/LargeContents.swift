import TMFModel
import TMFStore

/// The contents of a large study: named only, or written as small files of text that are all different.
final class LargeContents {
    private let store: Store
    /// About so many bytes each; nil to write none.
    private let size: Int?
    private var staged: [StagedContent] = []

    init(store: Store, size: Int?) {
        self.store = store
        self.size = size
    }

    /// What a version holds.
    func content(_ number: Int, _ ordinal: Int) throws -> Content {
        let name = "\(number)/\(ordinal)"
        guard let size else {
            return Content(
                digest: Digest(of: name.utf8), bytes: Int64(20_000 + number % 9_999), mediaType: "application/pdf")
        }
        var bytes = Array("Record \(name)\n".utf8)
        while bytes.count < size + number % 100 { bytes += "All is as it should be, says record \(name).\n".utf8 }
        let new = try store.content.stage(token: "\(number)-\(ordinal)", name: nil) { try $0(bytes[...]) }
        staged.append(new)
        return new.content
    }

    /// What was written since the last time, to be recorded.
    func takeStaged() -> [StagedContent] {
        defer { staged = [] }
        return staged
    }
}
