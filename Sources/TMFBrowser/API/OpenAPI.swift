import TMFModel
import TMFPackage

/// The description of the API for programs: OpenAPI 3.1.
enum OpenAPI {
    static let page = RenderedPage(document)

    static let document: JSON = .full([
        ("openapi", "3.1.0"),
        (
            "info",
            .full([
                ("title", "Trial Master File, read-only"), ("version", .string(Software.version)),
                (
                    "description",
                    "What is filed, expected and missing: the objects that the commands of the same names print as JSON."
                ),
            ])
        ),
        ("paths", .full(paths)),
        ("components", .full([("schemas", .full(OpenAPISchemas.all)), ("responses", .full(responses))])),
    ])

    private static var paths: [(String, JSON?)] {
        [
            ("/health", path("health", "Whether it serves, and the head of each journal", [], "Health")),
            ("/api/v1/studies", path("studies", "The studies", [], "Studies")),
            study("status", "Completeness, timeliness, quality and expiry, with their parts", [asOf], "Status"),
            study("check", "Findings, the heaviest first", [asOf] + checkFilter + places, "Findings"),
            study(
                "missing", "What is due and not complete", [asOf, flag("all", "Also what is not due yet")] + places,
                "Missing"),
            study("expiring", "What has expired, and what lapses next", [asOf, within] + places, "Expiring"),
            study("list", "Documents with their version in force", [asOf, status] + places, "Documents"),
            study("trend", "The figures at the end of each month, as known then", [asOf] + months, "Trend"),
            study("search", "Documents by what is said of them", [asOf, words], "Search"),
            study(
                "tree", "Zones, sections and artifacts with their figures",
                [asOf, flag("filled", "Only where documents are filed")] + places, "Tree"),
            study("timeline", "Document dates against filing dates, month by month", [asOf] + places, "Timeline"),
            study("people", "Everybody's roles, and when what they need was in force", [asOf] + scopes, "People"),
            study("amendments", "New protocol versions in countries and at sites", [asOf] + scopes, "Amendments"),
            study("audit", "The journal's entries, oldest first", [asOf, from, limit], "Audit"),
            study("documents/{document}", "One document with its versions and links", [number, asOf], "Document"),
            study("history/{document}", "The journal's entries about a document", [number, asOf], "History"),
            (
                "/studies/{study}/documents/{document}/versions/{version}/content",
                .full([("get", .full(contentOperation))])
            ),
        ]
    }

    private static func study(
        _ name: String, _ summary: String, _ parameters: [JSON], _ schema: String
    ) -> (String, JSON?) {
        let id = String(name.prefix { $0 != "/" })
        return ("/api/v1/studies/{study}/\(name)", path(id, summary, [studyName] + parameters, schema))
    }

    private static func path(_ id: String, _ summary: String, _ parameters: [JSON], _ schema: String) -> JSON {
        let content = JSON.full([
            (
                "application/json",
                .full([("schema", .full([("$ref", .string("#/components/schemas/\(schema)"))]))])
            )
        ])
        var answers: [(String, JSON?)] = [("200", .full([("description", .string(summary)), ("content", content)]))]
        answers += parameters.isEmpty ? [] : [("400", reference("BadRequest")), ("404", reference("NotFound"))]
        return .full([
            (
                "get",
                .full([
                    ("operationId", .string(id)), ("summary", .string(summary)),
                    ("parameters", .array(parameters)), ("responses", .full(answers)),
                ])
            )
        ])
    }

    private static var contentOperation: [(String, JSON?)] {
        let bytes = JSON.full([("description", "The bytes"), ("content", .full([("*/*", .full([]))]))])
        let range = JSON.full([
            ("description", "The range that was asked for"), ("content", .full([("*/*", .full([]))])),
        ])
        return [
            ("operationId", "content"), ("summary", "The bytes of one version"),
            (
                "parameters",
                .array([
                    studyName, number,
                    parameter("version", in: "path", "The version's ordinal, from 1", .full([("type", "integer")])),
                    parameter("Range", in: "header", "One range of bytes", text),
                ])
            ),
            (
                "responses",
                .full([
                    ("200", bytes), ("206", range), ("304", .full([("description", "The reader has them")])),
                    ("404", reference("NotFound")),
                    ("416", .full([("description", "The content has no such range")])),
                ])
            ),
        ]
    }

    private static func reference(_ name: String) -> JSON {
        .full([("$ref", .string("#/components/responses/\(name)"))])
    }

    private static var responses: [(String, JSON?)] {
        let content = JSON.full([
            ("application/json", .full([("schema", .full([("$ref", "#/components/schemas/Problem")]))]))
        ])
        return [
            ("BadRequest", .full([("description", "A value of the query cannot be used"), ("content", content)])),
            ("NotFound", .full([("description", "There is no such study or document"), ("content", content)])),
        ]
    }

    private static func parameter(_ name: String, in place: String, _ words: String, _ schema: JSON) -> JSON {
        .full([
            ("name", .string(name)), ("in", .string(place)), ("required", .bool(place == "path")),
            ("description", .string(words)), ("schema", schema),
        ])
    }

    private static func flag(_ name: String, _ words: String) -> JSON {
        parameter(name, in: "query", words, .full([("type", "string"), ("enum", .array(["yes"]))]))
    }

    private static let text = JSON.full([("type", "string")])
    private static let studyName = parameter("study", in: "path", "The study's name", text)
    private static let number = parameter("document", in: "path", "The document's number, D-000123", text)
    private static let words = parameter("q", in: "query", "Words to find", text)
    private static let asOf = parameter(
        "as-of", in: "query", "As at the end of this day (UTC); today, or a package's own day, if absent",
        .full([("type", "string"), ("format", "date")]))
    private static let within = parameter(
        "within", in: "query", "Days to look ahead; the study's expiry window if absent",
        .full([("type", "integer"), ("minimum", 0), ("maximum", 36_500)]))
    private static let status = parameter(
        "status", in: "query", "Only this status",
        .full([("type", "string"), ("enum", .array(VersionStanding.allCases.map { .string($0.rawValue) }))]))
    private static let from = parameter(
        "from", in: "query", "The number of the first entry; 1 if absent",
        .full([("type", "integer"), ("minimum", 1)]))
    private static let limit = parameter(
        "limit", in: "query", "So many entries at most; 1,000 if absent",
        .full([("type", "integer"), ("minimum", 1), ("maximum", 1_000)]))
    private static let months = [
        parameter("from", in: "query", "First month, 2026-01; that of the first entry if absent", text),
        parameter("to", in: "query", "Last month; that of the day if absent", text),
    ]
    private static let scopes = [
        parameter("country", in: "query", "Only this country, DEU", text),
        parameter("site", in: "query", "Only this site", text),
    ]
    private static let places =
        scopes + [
            parameter("zone", in: "query", "Only this zone, section or artifact: 05, 05.02 or 05.02.04", text)
        ]
    private static let checkFilter = [
        parameter("rule", in: "query", "Only this check", text),
        parameter(
            "severity", in: "query", "Only findings as heavy as this",
            .full([("type", "string"), ("enum", .array(["error", "warning", "notice"]))])),
    ]
}
