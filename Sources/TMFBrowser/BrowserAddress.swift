/// Where a browser listens.
public struct BrowserAddress: Hashable, Sendable, CustomStringConvertible {
    public let host: String
    public let port: Int

    /// `http://127.0.0.1:8080/`
    public var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
