import NIOCore

/// Whether a request's `Host` is one under which this browser is meant to be reached.
///
/// A web page of somebody else may bind its own name to 127.0.0.1 and so read what listens there; its requests still
/// carry its name.
struct HostCheck: Sendable {
    private let names: Set<String>
    /// Where others may connect, any literal address will do: a name is what an attack needs.
    private let takesAddresses: Bool

    init(_ configuration: BrowserConfiguration) {
        names = Set(
            ["localhost", "127.0.0.1", "::1", configuration.host.lowercased()]
                + configuration.hostNames.map { $0.lowercased() })
        takesAddresses = !configuration.isLoopback
    }

    /// `port` is the one that the request came in by.
    func permits(_ authority: String, port: Int?) -> Bool {
        guard let (host, named) = HostCheck.parts(authority.lowercased()), let port, (named ?? 80) == port else {
            return false
        }
        return names.contains(host) || (takesAddresses && HostCheck.isAddress(host))
    }

    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        return host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isAddress(host))
    }

    /// Host without brackets, and the port if it is named; nil for what is no authority.
    private static func parts(_ authority: String) -> (host: String, port: Int?)? {
        var rest = authority[...]
        let host: Substring
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            host = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
        } else {
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            host = rest[..<end]
            rest = rest[end...]
        }
        if rest.isEmpty { return (String(host), nil) }
        guard rest.hasPrefix(":"), rest.count <= 6, let port = Int(rest.dropFirst()), port > 0 else { return nil }
        return (String(host), port)
    }

    private static func isAddress(_ host: String) -> Bool {
        do {
            _ = try SocketAddress(ipAddress: host, port: 0)
            return true
        } catch {
            return false
        }
    }
}
