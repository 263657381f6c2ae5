import HTTPTypes
import Hummingbird
import NIOCore
import TMFModel
import TMFPages
import TMFReview

extension BrowserResponder {
    /// Finds what stands at an address. Throws a problem of status 404 if nothing does.
    func route(_ request: Request, _ target: RequestTarget) async throws -> Response {
        let rest = Array(target.segments.dropFirst())
        switch target.segments.first {
        case nil: return try await start(request)
        case "studies" where !rest.isEmpty: return try await study(rest[0], Array(rest.dropFirst()), request, target)
        case "studies": return Response(redirectingTo: "/")
        case "assets" where rest.count == 1: return try asset(rest[0], request)
        case "api" where rest.first == "v1": return try await api(Array(rest.dropFirst()), request, target)
        case "openapi.json" where rest.isEmpty: return Response(OpenAPI.page, for: request)
        case "health" where rest.isEmpty: return try await health()
        case let name? where rest.isEmpty && BrowserResponder.shortcuts.contains(name):
            return try await shortcut(name, target)
        default: throw RequestProblem.notFound
        }
    }

    /// Pages of a study that may be asked for without naming it, where there is only one.
    private static let shortcuts: Set = [
        "missing", "expiring", "findings", "timeline", "people", "amendments", "retention", "audit", "search", "sites",
        "tree",
        "trend", "about",
    ]

    /// The list of studies, or the only one.
    private func start(_ request: Request) async throws -> Response {
        let names = try await studies.all()
        if let only = names.first, names.count == 1 { return Response(redirectingTo: address(of: only)) }
        var entries: [PlainPage.Entry] = []
        for name in names {
            let source = source
            let title = try await OffLoop.run { try source.title(of: name) }
            entries.append(
                PlainPage.Entry(
                    id: name, title: title, address: address(of: name), head: try await studies.head(of: name)))
        }
        let page = PlainPage.studies(entries, program: source.provenance.program)
        return Response(RenderedPage(page.bytes, mediaType: BrowserResponder.html), for: request)
    }

    private func shortcut(_ name: String, _ target: RequestTarget) async throws -> Response {
        let names = try await studies.all()
        guard let only = names.first, names.count == 1 else { return Response(redirectingTo: "/") }
        let query = target.text.firstIndex(of: "?").map { target.text[$0...] } ?? ""
        return Response(redirectingTo: "\(address(of: only))/\(name)\(query)")
    }

    private func study(
        _ id: String, _ segments: [String], _ request: Request, _ target: RequestTarget
    ) async throws -> Response {
        if segments.count == 5, segments[0] == "documents", segments[2] == "versions", segments[4] == "content" {
            return try await content(id, segments[1], segments[3], request)
        }
        let part = try target.number("part", 1...1_000_000) ?? 1
        let opened = try await studies.study(id, asOf: target.asOf())
        return try await cached(opened, request, target) {
            guard let place = opened.pages.links.place(segments: segments, part: part),
                let page = try opened.pages.page(place, filter: PageFilter(query: target.query))
            else { throw RequestProblem.notFound }
            return RenderedPage(page.bytes, mediaType: BrowserResponder.html)
        }
    }

    /// The page of an address, made only if it is not there from an earlier request.
    func cached(
        _ opened: OpenedStudy, _ request: Request, _ target: RequestTarget,
        _ make: @escaping @Sendable () throws -> RenderedPage
    ) async throws -> Response {
        let key = "\(opened.edition) \(target.text)"
        if let page = cache.page(key) { return Response(page, for: request) }
        let page = try await OffLoop.run(make)
        cache.keep(page, as: key)
        return Response(page, for: request)
    }

    private func content(
        _ id: String, _ number: String, _ ordinal: String, _ request: Request
    ) async throws -> Response {
        // Always of the study as it is: what is withheld now is not handed out for a past day either.
        let opened = try await studies.study(id, asOf: nil)
        guard let number = DocumentNumber(number), let ordinal = Int(ordinal),
            let version = opened.binder.snapshot.document(number)?.version(ordinal)
        else { throw RequestProblem.notFound }
        guard let filed = version.facts.content else {
            throw RequestProblem.notFound("Version \(ordinal) of \(number) is held in another system.")
        }
        let source = source
        let content = try await OffLoop.run { try source.content(of: number, version: version, in: id) }
        guard let content else {
            throw RequestProblem.notFound("The bytes of version \(ordinal) of \(number) are not here.")
        }
        return try await ContentAnswer(
            content: content, document: number, version: ordinal, filedSize: filed.bytes
        ).response(to: request)
    }

    private func asset(_ name: String, _ request: Request) throws(RequestProblem) -> Response {
        guard let asset = Assets.all.first(where: { $0.name == name }) else { throw .notFound }
        return Response(RenderedPage(Array(asset.text.utf8), mediaType: asset.mediaType), for: request)
    }

    private func health() async throws -> Response {
        var heads: [(String, JSON?)] = []
        for name in try await studies.all() {
            let head = try await studies.head(of: name)
            heads.append((name, head.map { .full([("seq", .int($0.seq)), ("hash", .string($0.hash.description))]) }))
        }
        let json = JSON.full([
            ("status", "ok"), ("studies", .int(heads.count)), ("journal_heads", .full(heads)),
        ])
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: RenderedPage(json).body))
        response.headers[.contentType] = "application/json"
        response.headers[.cacheControl] = "no-store"
        SecurityHeaders.add(to: &response.headers)
        return response
    }

    private func address(of study: String) -> String { "/studies/\(PercentEncoding.segment(study))" }

    private static let html = "text/html; charset=utf-8"
}
