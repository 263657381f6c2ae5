import HTTPTypes
import Hummingbird
import Logging
import TMFModel
import TMFPages
import TMFStore

/// Answers requests: who may ask, then what for. Nothing but GET and HEAD, so nothing can be changed.
struct BrowserResponder: HTTPResponder {
    typealias Context = BrowserContext

    let source: any BrowserSource
    let studies: OpenedStudies
    let cache: PageCache
    let hosts: HostCheck
    let token: AccessToken?
    let log: AccessLogWriter
    let logger: Logger

    func respond(to request: Request, context: BrowserContext) async throws -> Response {
        let start = ContinuousClock.now
        let text = request.head.path ?? "/"
        var response: Response
        do {
            response = try await answer(request, text, context)
        } catch let problem as RequestProblem {
            response = Response(problem, asJSON: isForPrograms(text))
        } catch let error as StoreError {
            response = Response(problem(error), asJSON: isForPrograms(text))
        } catch {
            logger.error("\(AccessLogWriter.withoutToken(text)): \(error)")
            response = Response(.failed, asJSON: isForPrograms(text))
        }
        if request.method == .head { response = response.createHeadResponse() }
        let taken = start.duration(to: .now).components
        log.write(
            client: context.client, method: request.method.rawValue, target: text, status: response.status.code,
            bytes: request.method == .head ? "0" : response.headers[.contentLength] ?? "0",
            milliseconds: taken.seconds * 1_000 + taken.attoseconds / 1_000_000_000_000_000)
        return response
    }

    private func answer(_ request: Request, _ text: String, _ context: BrowserContext) async throws -> Response {
        guard let host = request.head.authority else {
            throw RequestProblem.badRequest("The request names no host.")
        }
        guard hosts.permits(host, port: context.port) else { throw RequestProblem.misdirected }
        guard request.method == .get || request.method == .head else { throw RequestProblem.notAllowed }
        let target = try RequestTarget(text)
        if let token, let redirection = try admission(request, target, token) { return redirection }
        return try await route(request, target)
    }

    /// Lets the reader in, or throws. A token in the address becomes a cookie, and the address is left without it.
    private func admission(
        _ request: Request, _ target: RequestTarget, _ token: AccessToken
    ) throws(RequestProblem) -> Response? {
        if let shown = target.value("token") {
            guard token.matches(shown) else { throw .unauthorized }
            var response = Response(redirectingTo: target.without("token"), status: .seeOther)
            response.headers[.setCookie] = token.cookie
            return response
        }
        guard token.isShown(by: request.headers) else { throw .unauthorized }
        return nil
    }

    private func isForPrograms(_ text: String) -> Bool {
        text.hasPrefix("/api/") || text.hasPrefix("/health") || text.hasPrefix("/openapi.json")
    }

    private func problem(_ error: StoreError) -> RequestProblem {
        switch error {
        case .noSuchStudy(let study, _): .notFound("The study “\(study)” was not there on that day.")
        case .notYetThere(let study, let first):
            .notFound(
                "The study “\(study)” was not there yet on that day: its journal begins on \(first.day.spelledOut).")
        case .noContent, .damagedContent: .damaged("\(error).")
        default: .failed
        }
    }
}
