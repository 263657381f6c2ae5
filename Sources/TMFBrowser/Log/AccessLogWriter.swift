import Disk
import Logging
import Synchronization
import SystemPackage
import TMFModel
import TMFStore

/// Writes the access log: time, client, request, status, bytes and milliseconds to the answer's first byte.
final class AccessLogWriter: Sendable {
    private enum Target: ~Copyable {
        case none, standardError
        case file(FileWriter)
        case lines(@Sendable (String) -> Void)
    }

    private let target: Mutex<Target>
    private let hasFailed = Mutex(false)
    private let logger: Logger

    /// Throws `BrowserError.unwritableLog`.
    init(_ log: AccessLog, logger: Logger) throws(BrowserError) {
        self.logger = logger
        switch log {
        case .none: target = Mutex(.none)
        case .standardError: target = Mutex(.standardError)
        case .lines(let take): target = Mutex(.lines(take))
        case .file(let path):
            do {
                target = Mutex(.file(try FileWriter(appendingTo: path)))
            } catch {
                throw .unwritableLog(path: path.string, problem: "\(error)")
            }
        }
    }

    func write(client: String, method: String, target: String, status: Int, bytes: String, milliseconds: Int64) {
        let line =
            "\(Clock.now()) \(client) \(AccessLogWriter.printable(method)) \(AccessLogWriter.withoutToken(target)) "
            + "\(status) \(bytes) \(milliseconds)ms"
        do {
            try self.target.withLock { target in
                switch target {
                case .none: break
                case .standardError: _ = try FileDescriptor.standardError.writeAll(Array((line + "\n").utf8))
                case .file(let file): try file.write(Array((line + "\n").utf8))
                case .lines(let take): take(line)
                }
            }
        } catch {
            // Told once: a full disk must neither stop readers nor fill the screen.
            let isFirst = hasFailed.withLock { failed in
                defer { failed = true }
                return !failed
            }
            if isFirst { logger.error("The access log cannot be written: \(error)") }
        }
    }

    /// The target of a request without the secrets of its query, on one line.
    static func withoutToken(_ target: String) -> String {
        guard let mark = target.firstIndex(of: "?") else { return printable(target) }
        let pairs = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let kept = pairs.map { pair -> Substring in
            let name = pair.prefix { $0 != "=" }
            // A name that is spelled with escapes could be the token's as well.
            return name.lowercased() == "token" || name.contains("%") ? "\(printable(String(name)))=…" : pair
        }
        return printable(target[...mark] + kept.joined(separator: "&"))
    }

    private static func printable(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value <= 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }
}
