/// The bytes of one file, by what identifies and describes them.
public struct Content: Hashable, Sendable {
    public let digest: Digest
    /// Size in bytes.
    public let bytes: Int64
    /// The media type that the bytes themselves show, `application/pdf`.
    public let mediaType: String
    /// Why the file may not open, as far as its bytes told when it was filed; nil if nothing was wrong.
    public var defect: FileDefect?

    public init(digest: Digest, bytes: Int64, mediaType: String, defect: FileDefect? = nil) {
        self.digest = digest
        self.bytes = bytes
        self.mediaType = mediaType
        self.defect = defect
    }
}
