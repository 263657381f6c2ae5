import HTTPTypes

/// Why a request gets no page: a status, and words for the reader.
struct RequestProblem: Error, Sendable {
    let status: HTTPResponse.Status
    let title: String
    let message: String
    var headers = HTTPFields()

    static let notFound = RequestProblem(
        status: .notFound, title: "There is no such page",
        message: "Nothing stands at this address. The record may have another number, or be left out of this view.")

    static func notFound(_ message: String) -> RequestProblem {
        RequestProblem(status: .notFound, title: "There is no such page", message: message)
    }

    static func badRequest(_ message: String) -> RequestProblem {
        RequestProblem(status: .badRequest, title: "This address cannot be read", message: message)
    }

    static let tooLong = RequestProblem(
        status: .uriTooLong, title: "This address is too long",
        message: "An address has at most \(RequestTarget.longest) bytes.")

    static let notAllowed = RequestProblem(
        status: .methodNotAllowed, title: "These pages can only be read",
        message: "Nothing can be changed here: only GET and HEAD are answered.", headers: [.allow: "GET, HEAD"])

    static let misdirected = RequestProblem(
        status: .misdirectedRequest, title: "This is not the host you asked for",
        message: "The request names another host than this program serves. Open the address that it printed.")

    static let unauthorized = RequestProblem(
        status: .unauthorized, title: "A token is needed",
        message: "Open the address that you were given, with its token, or send it as a bearer token.",
        headers: [.wwwAuthenticate: "Bearer"])

    static let failed = RequestProblem(
        status: .internalServerError, title: "This page could not be made",
        message: "What it needs could not be read. `tmf verify` says what is wrong with the store or the package.")

    static func damaged(_ problem: String) -> RequestProblem {
        RequestProblem(
            status: .internalServerError, title: "The bytes of this record cannot be shown", message: problem)
    }

    static func badRange(size: Int64) -> RequestProblem {
        RequestProblem(
            status: .rangeNotSatisfiable, title: "There is no such range",
            message: "The content has \(size) bytes; ask for one range within them.",
            headers: [.contentRange: "bytes */\(size)", .acceptRanges: "bytes"])
    }
}
