import Synchronization
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore

@testable import TMFBrowser

/// A browser that listens on a port of its own, and what it serves.
final class Served: Sendable {
    let port: Int
    private let task: Task<Void, any Error>
    private let lines: LogLines
    /// Stays as long as what is served from it.
    private let folder: TemporaryFolder?

    /// A connection may be idle for very long unless told otherwise: beside a thousand other tests, the reading of a
    /// request that has come waits for its turn, and to the server that looks like idling.
    init(
        _ source: any BrowserSource, configuration: BrowserConfiguration = BrowserConfiguration(),
        idleSeconds: Int64 = 3_600, keeping folder: TemporaryFolder? = nil
    ) async throws {
        let log = LogLines()
        var configuration = configuration
        configuration.port = 0
        configuration.accessLog = .lines { log.add($0) }
        let browser = try Browser(
            source: source, configuration: configuration, checkInterval: .zero, idleSeconds: idleSeconds)
        let (ready, told) = AsyncStream.makeStream(of: Int.self)
        task = Task {
            defer { told.finish() }
            try await browser.run(stopsOnSignals: false) { told.yield($0.port) }
        }
        var ports = ready.makeAsyncIterator()
        guard let port = await ports.next() else {
            try await task.value
            throw NotListening()
        }
        self.port = port
        self.lines = log
        self.folder = folder
    }

    /// The lines of the access log so far.
    var logged: [String] { lines.all }

    deinit { task.cancel() }

    /// Stops, and waits until everything is closed.
    func stop() async throws {
        task.cancel()
        try await task.value
    }

    /// One request on a connection of its own.
    func get(
        _ target: String, method: String = "GET", host: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> Reply {
        var lines = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n"
        for (name, value) in headers { lines += "\(name): \(value)\r\n" }
        return try await Reply.to(Array((lines + "\r\n").utf8), port: port)
    }

    struct NotListening: Error {}
}

/// The access log of a test.
private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    var all: [String] { lines.withLock { $0 } }
}
