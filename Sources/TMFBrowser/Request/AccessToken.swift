import Disk
import HTTPTypes
import SystemPackage
import TMFModel

/// The secret that readers show where others than this machine can connect.
struct AccessToken: Sendable {
    /// Fewer characters can be guessed.
    static let shortest = 16

    private static let cookieName = "tmf-access"

    private let digest: Digest
    /// What the cookie holds: it proves the token without telling it.
    private let pass: String

    init(_ token: String) {
        digest = Digest(of: token.utf8)
        pass = Digest(of: "tmf-access:\(token)".utf8).description
    }

    /// Reads the first line of a file. Throws `BrowserError.unreadableToken`.
    init(file path: FilePath) throws(BrowserError) {
        let bytes: [UInt8]
        do {
            bytes = try FileReader(opening: path).read(at: 0, count: 4_096)
        } catch {
            throw .unreadableToken(path: path.string, problem: "\(error)")
        }
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count >= AccessToken.shortest, line.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .unreadableToken(
                path: path.string,
                problem: line.count < AccessToken.shortest
                    ? "its first line has \(line.count) characters" : "its first line has other characters than ASCII")
        }
        self.init(String(decoding: line, as: UTF8.self))
    }

    /// Whether the text is the token. Takes the same time whatever it is.
    func matches(_ text: String) -> Bool { AccessToken.isSame(Digest(of: text.utf8), digest) }

    /// Whether the request shows the token, or the cookie that was given for it.
    func isShown(by headers: HTTPFields) -> Bool {
        if let authorization = headers[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "bearer", matches(String(parts[1])) { return true }
        }
        return headers[values: .cookie].flatMap { $0.split(separator: ";") }.contains { pair in
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].filter({ $0 != " " }) == AccessToken.cookieName else { return false }
            return AccessToken.isSame(Digest(of: sides[1].utf8), Digest(of: pass.utf8))
        }
    }

    /// Sent once the token was shown in an address, so that it need not stay there.
    var cookie: String { "\(AccessToken.cookieName)=\(pass); Path=/; HttpOnly; SameSite=Lax" }

    private static func isSame(_ left: Digest, _ right: Digest) -> Bool {
        zip(left.bytes, right.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
