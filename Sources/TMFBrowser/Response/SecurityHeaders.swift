import HTTPTypes

/// What every answer says so that a browser does nothing but show it.
enum SecurityHeaders {
    /// Pages take style, script and pictures from here, and send forms here; nothing else.
    static let pagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    /// A record may show itself, and reaches nothing.
    static let contentPolicy =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"

    static func add(to headers: inout HTTPFields, policy: String = pagePolicy) {
        let texts: [(String, String)] = [
            ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        for (text, value) in texts {
            if let name = HTTPField.Name(text) { headers[name] = value }
        }
    }
}
