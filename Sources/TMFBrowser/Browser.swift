import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Serves the pages of a store or a package over HTTP, for reading only.
///
/// Bound to the loopback unless told otherwise, and then only with a token.
public struct Browser: Sendable {
    private let configuration: BrowserConfiguration
    private let responder: BrowserResponder
    private let idleSeconds: Int64
    private let logger: Logger

    /// Reads the token and opens the access log. Throws `BrowserError`.
    public init(
        source: any BrowserSource, configuration: BrowserConfiguration = BrowserConfiguration()
    ) throws(BrowserError) {
        try self.init(source: source, configuration: configuration, checkInterval: .milliseconds(500))
    }

    /// `checkInterval` is how long an answer about a journal's head is good: a change is seen that much later. A
    /// connection on which nothing comes for `idleSeconds` is closed.
    init(
        source: any BrowserSource, configuration: BrowserConfiguration, checkInterval: Duration, idleSeconds: Int64 = 60
    ) throws(BrowserError) {
        guard (0...65_535).contains(configuration.port) else { throw .portOutOfRange(configuration.port) }
        if configuration.tokenFile == nil, !configuration.isLoopback { throw .tokenNeeded(host: configuration.host) }
        var logger = Logger(label: "tmf.browser")
        logger.logLevel = .warning
        let token: AccessToken? =
            if let path = configuration.tokenFile { try AccessToken(file: path) } else { nil }
        self.configuration = configuration
        self.idleSeconds = idleSeconds
        self.logger = logger
        responder = BrowserResponder(
            source: source, studies: OpenedStudies(source, checkInterval: checkInterval),
            cache: PageCache(limit: 64 << 20), hosts: HostCheck(configuration), token: token,
            log: try AccessLogWriter(configuration.accessLog, logger: logger), logger: logger)
    }

    /// Listens and answers until the task is cancelled, or, with `stopsOnSignals`, until SIGINT or SIGTERM comes.
    /// Answers that are being sent are finished then, for five seconds at most. `onReady` is told where it listens.
    ///
    /// Throws `BrowserError.cannotListen`.
    public func run(
        stopsOnSignals: Bool = true, onReady: @escaping @Sendable (BrowserAddress) async -> Void
    ) async throws {
        let host = configuration.host
        let flag = ListeningFlag()
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(idleSeconds),
                    httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(512)),
            onServerRunning: { channel in
                flag.set()
                await onReady(BrowserAddress(host: host, port: channel.localAddress?.port ?? 0))
            },
            logger: logger)
        var services = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
        services.maximumGracefulShutdownDuration = .seconds(5)
        do {
            try await ServiceGroup(configuration: services).run()
        } catch is CancellationError {
            return
        } catch {
            guard flag.isSet else {
                throw BrowserError.cannotListen(host: host, port: configuration.port, problem: "\(error)")
            }
            throw error
        }
    }
}

/// Whether the socket was opened: before that, every error says why it could not be.
private final class ListeningFlag: Sendable {
    private let state = Mutex(false)

    func set() { state.withLock { $0 = true } }

    var isSet: Bool { state.withLock { $0 } }
}
