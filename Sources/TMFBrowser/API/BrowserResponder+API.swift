import Hummingbird
import TMFModel

extension BrowserResponder {
    /// `segments` is what follows `/api/v1` in the address.
    func api(_ segments: [String], _ request: Request, _ target: RequestTarget) async throws -> Response {
        guard segments.first == "studies" else { throw RequestProblem.notFound }
        guard segments.count > 1 else { return Response(try await studyList(), for: request) }
        let opened = try await studies.study(segments[1], asOf: target.asOf())
        return try await cached(opened, request, target) {
            RenderedPage(try StudyAnswers(opened: opened, target: target).answer(Array(segments.dropFirst(2))))
        }
    }

    private func studyList() async throws -> RenderedPage {
        var list: [JSON] = []
        for name in try await studies.all() {
            let head = try await studies.head(of: name)
            let source = source
            let title = try await OffLoop.run { try source.title(of: name) }
            list.append(
                .full([
                    ("study", .string(name)), ("title", .string(title)), ("entries", .int(head?.seq ?? 0)),
                    ("journal_head", (head?.hash.description).json), ("last_entry_at", (head?.at.description).json),
                ]))
        }
        return RenderedPage(.full([("studies", .array(list))]))
    }
}
