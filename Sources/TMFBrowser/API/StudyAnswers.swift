import TMFModel
import TMFReview

/// The answers of the API about one study: the objects that the commands of the same names print.
struct StudyAnswers: Sendable {
    let opened: OpenedStudy
    let target: RequestTarget

    private var binder: Binder { opened.binder }

    /// `segments` is what follows the study in the address. Throws a problem if it names nothing.
    func answer(_ segments: [String]) throws -> JSON {
        switch (segments.first, segments.count) {
        case ("status", 1): return StatusReport(binder: binder).json
        case ("check", 1): return try check()
        case ("missing", 1): return try missing()
        case ("expiring", 1): return try expiring()
        case ("list", 1): return try list()
        case ("search", 1): return try search()
        case ("trend", 1): return try trend()
        case ("tree", 1): return try tree()
        case ("timeline", 1): return try timeline()
        case ("people", 1): return try people()
        case ("amendments", 1): return try amendments()
        case ("audit", 1): return try audit()
        case ("documents", 2):
            let snapshot = binder.snapshot
            return DocumentDetail(try document(segments[1]), study: snapshot.study.id, links: snapshot.links).json
        case ("history", 2): return try history(segments[1])
        default: throw RequestProblem.notFound
        }
    }

    private func check() throws(RequestProblem) -> JSON {
        let rule = target.value("rule")
        if let rule, !Check.all.contains(where: { $0.code == rule }) {
            throw .badRequest("There is no check “\(rule)”.")
        }
        let severity = target.value("severity").map(FindingSeverity.init(rawValue:))
        if case .some(nil) = severity { throw .badRequest("severity is one of error, warning and notice.") }
        let place = try PlaceFilter(target)
        let findings = binder.findings.filter { finding in
            (rule == nil || finding.rule == rule) && (severity.flatMap { $0 }.map { finding.severity <= $0 } ?? true)
                && (finding.artifact.map { place.contains($0, finding.scope ?? .trial) } ?? true)
        }
        return .full(binder.context + [("findings", .array(findings.map(\.json)))])
    }

    private func missing() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        let all = target.value("all") == "yes"
        let slots = binder.slots.filter { slot in
            !slot.state.isComplete && (all || slot.isDue(on: binder.asOf))
                && place.contains(slot.address.artifact, slot.address.scope)
        }
        return .full(binder.context + [("missing", .array(slots.map { binder.listed($0) }))])
    }

    private func expiring() throws(RequestProblem) -> JSON {
        let days = try target.number("within", 0...36_500) ?? binder.study.settings.expiryWindowDays
        let place = try PlaceFilter(target)
        let records = binder.expiring(within: days).filter { record in
            guard let facts = binder.snapshot.document(record.document)?.facts else { return false }
            return place.contains(facts.artifact, facts.scope)
        }
        return .full(
            binder.context + [
                ("within_days", .int(days)), ("expiring", .array(records.map { binder.listed($0) })),
            ])
    }

    private func list() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        let status = target.value("status").map(VersionStanding.init(rawValue:))
        if case .some(nil) = status {
            let known = VersionStanding.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badRequest("status is one of \(known).")
        }
        let documents = binder.snapshot.documents.filter { document in
            guard place.contains(document.facts.artifact, document.facts.scope) else { return false }
            guard let status = status.flatMap({ $0 }) else { return document.withdrawal == nil }
            return document.listedStanding == status
        }
        return .full([("documents", .array(documents.map(\.listed)))])
    }

    /// Zones with their `sections`, and these with their `artifacts`, each with its figures.
    private func tree() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        return ModelTree(binder, isFilledOnly: target.value("filled") == "yes") { place.contains($0) }.json
    }

    /// The object that `status --trend month` prints.
    private func trend() throws -> JSON {
        func month(_ name: String) throws(RequestProblem) -> Month? {
            guard let text = target.value(name) else { return nil }
            guard let month = Month(text) else { throw .badRequest("\(name) is a month such as 2026-01.") }
            return month
        }
        let (from, to) = (try month("from"), try month("to"))
        let points = try opened.trend.points().filter { point in
            (from.map { $0 <= point.month } ?? true) && (to.map { point.month <= $0 } ?? true)
        }
        return .full(binder.context + [("trend", .array(points.map(\.json)))])
    }

    private func search() throws -> JSON {
        let text = target.value("q") ?? ""
        let found = try opened.hits(for: text).compactMap { hit -> JSON? in
            guard let document = binder.snapshot.document(hit.document) else { return nil }
            return .object((document.listed.members ?? []) + hit.members)
        }
        return .full([
            ("study", .string(binder.study.id)), ("text", .string(text)), ("documents", .array(found)),
        ])
    }

    private func timeline() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        let timeline = FilingTimeline(
            binder, includes: { place.contains($0.facts.artifact, $0.facts.scope) },
            contains: { place.contains($0) })
        return .full(binder.context + timeline.members)
    }

    private func people() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        let index = PeopleIndex(binder)
        let people = index.roles.filter { place.contains($0.scope) }.map { index.record(of: $0, in: binder).json }
        return .full(binder.context + [("people", .array(people))])
    }

    private func amendments() throws(RequestProblem) -> JSON {
        let place = try PlaceFilter(target)
        return .full(binder.context + AmendmentMatrix(binder).members { place.contains($0) })
    }

    /// Entries from number `from`, no more than `limit`; those about withheld documents are left out.
    private func audit() throws -> JSON {
        let last = binder.snapshot.head?.seq ?? 0
        let first = try target.number("from", 1...Int(Int32.max)) ?? 1
        let limit = try target.number("limit", 1...StudyAnswers.auditLimit) ?? StudyAnswers.auditLimit
        let end = min(last, first + limit - 1)
        let entries = first > end ? [] : try opened.journal(first...end).map { try JSON(parsing: $0.line) }
        return .full([
            ("study", .string(binder.study.id)), ("entries_in_all", .int(last)), ("from", .int(first)),
            ("next", end < last ? .int(end + 1) : nil), ("entries", .array(entries)),
        ])
    }

    private static let auditLimit = 1_000

    private func history(_ number: String) throws -> JSON {
        let document = try document(number)
        let entries = try opened.history(document.number).map { try JSON(parsing: $0.line) }
        return .full([
            ("study", .string(binder.study.id)), ("document", .string(document.number.description)),
            ("entries", .array(entries)),
        ])
    }

    private func document(_ text: String) throws(RequestProblem) -> Document {
        guard let number = DocumentNumber(text), let document = binder.snapshot.document(number) else {
            throw .notFound("There is no document “\(text)” in this view of the study.")
        }
        return document
    }
}
