import Hummingbird
import NIOCore

/// What an answer must know of the connection.
struct BrowserContext: InitializableFromSource {
    /// The address of the other side, without its port.
    let client: String
    /// The port that the request came in by.
    let port: Int?

    init(source: ApplicationRequestContextSource) {
        client = source.channel.remoteAddress?.ipAddress ?? "-"
        port = source.channel.localAddress?.port
    }
}
