public import TMFModel

/// The bytes of one version, as a source hands them out.
public struct BrowserContent: Sendable {
    /// Size in bytes of what is there now.
    public let size: Int64
    /// As filed: `application/pdf`.
    public let mediaType: String
    /// The name that the file came with; nil if nobody said.
    public let originalName: String?
    /// Of the bytes as filed.
    public let digest: Digest
    /// Up to so many bytes from an offset; fewer at the end.
    public let read: @Sendable (_ offset: Int64, _ count: Int) throws -> [UInt8]

    public init(
        size: Int64, mediaType: String, originalName: String?, digest: Digest,
        read: @escaping @Sendable (_ offset: Int64, _ count: Int) throws -> [UInt8]
    ) {
        self.size = size
        self.mediaType = mediaType
        self.originalName = originalName
        self.digest = digest
        self.read = read
    }
}
