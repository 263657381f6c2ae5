import NIOCore
import TMFModel

/// A page as it is sent.
struct RenderedPage: Sendable {
    let body: ByteBuffer
    let mediaType: String
    /// With its quotation marks.
    let entityTag: String

    init(_ bytes: [UInt8], mediaType: String) {
        body = ByteBuffer(bytes: bytes)
        self.mediaType = mediaType
        entityTag = EntityTag.quoted(String(Digest(of: bytes).description.prefix(32)))
    }

    init(_ json: JSON) {
        var bytes: [UInt8] = []
        json.write(to: &bytes, indentation: 0)
        bytes.append(0x0A)
        self.init(bytes, mediaType: "application/json")
    }
}
