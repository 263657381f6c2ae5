/// Why a browser did not start, and what to do about it.
public enum BrowserError: Error, Hashable, Sendable, CustomStringConvertible {
    case portOutOfRange(Int)
    /// Others than this machine could reach it, and nothing says who may.
    case tokenNeeded(host: String)
    case unreadableToken(path: String, problem: String)
    case unwritableLog(path: String, problem: String)
    case cannotListen(host: String, port: Int, problem: String)

    public var description: String {
        switch self {
        case .portOutOfRange(let port): "there is no port \(port); use 1 to 65535, or 0 for any that is free"
        case .tokenNeeded(let host):
            "\(host) can be reached from other machines; give a file with a secret with --token-file, or bind to 127.0.0.1"
        case .unreadableToken(let path, let problem):
            "\(path) holds no token: \(problem); write at least \(AccessToken.shortest) random characters into its first line"
        case .unwritableLog(let path, let problem): "the access log \(path) cannot be written: \(problem)"
        case .cannotListen(let host, let port, let problem):
            "cannot listen on \(host), port \(port): \(problem); choose another one with --port"
        }
    }
}
