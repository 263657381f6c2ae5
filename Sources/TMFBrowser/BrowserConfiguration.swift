public import SystemPackage

/// Where a browser listens, and who may ask.
public struct BrowserConfiguration: Sendable {
    /// A name or an address of this machine. Whatever is not the loopback needs a `tokenFile`.
    public var host: String
    /// 0 for any that is free.
    public var port: Int
    /// A file whose first line is the secret that every reader must show; nil for none.
    public var tokenFile: FilePath?
    /// Other names under which readers reach this machine, beside its addresses; for use with a `tokenFile`.
    public var hostNames: [String]
    public var accessLog: AccessLog

    public init(
        host: String = "127.0.0.1", port: Int = 8080, tokenFile: FilePath? = nil, hostNames: [String] = [],
        accessLog: AccessLog = .none
    ) {
        self.host = host
        self.port = port
        self.tokenFile = tokenFile
        self.hostNames = hostNames
        self.accessLog = accessLog
    }

    /// Whether only programs on this machine can reach `host`.
    var isLoopback: Bool { HostCheck.isLoopback(host) }
}
