import TMFModel

/// The objects of the API, described for programs. Keys may be added to them; none is ever renamed.
enum OpenAPISchemas {
    static var all: [(String, JSON?)] {
        [
            ("Problem", object(["status": integer, "error": text])),
            ("Health", object(["status": text, "studies": integer, "journal_heads": anything])),
            (
                "Studies",
                object([
                    "studies": list(
                        object([
                            "study": text, "title": text, "entries": integer, "journal_head": optionalText,
                            "last_entry_at": optionalText,
                        ]))
                ])
            ),
            ("Status", status),
            ("Findings", object(["study": text, "as_of": text, "findings": list(finding)])),
            ("Missing", object(["study": text, "as_of": text, "missing": list(slot)])),
            (
                "Expiring",
                object(["study": text, "as_of": text, "within_days": integer, "expiring": list(expiring)])
            ),
            ("Trend", object(["study": text, "as_of": text, "trend": list(trendPoint)])),
            ("Documents", object(["documents": list(listed)])),
            ("Search", object(["study": text, "text": text, "documents": list(listed)])),
            ("Tree", object(["study": text, "as_of": text, "zones": list(anything)])),
            (
                "Document",
                object([
                    "study": text, "document": text, "key": optionalText, "title": text, "artifact": text,
                    "withdrawn": anything, "versions": list(anything), "links": list(anything),
                ])
            ),
            (
                "Timeline",
                object([
                    "study": text, "as_of": text, "limit_days": integer, "versions": integer, "on_time": integer,
                    "late": integer, "unmeasured": integer, "undated": integer, "outside": integer,
                    "months": list(month), "milestones": list(milestone), "latest": list(lateFiling),
                ])
            ),
            ("People", object(["study": text, "as_of": text, "people": list(person)])),
            (
                "Amendments",
                object([
                    "study": text, "as_of": text, "settling_days": integer, "versions": list(protocolVersion),
                    "steps": list(step),
                ])
            ),
            (
                "Audit",
                object([
                    "study": text, "entries_in_all": integer, "from": integer, "next": optionalInteger,
                    "entries": list(anything),
                ])
            ),
            ("History", object(["study": text, "document": text, "entries": list(anything)])),
        ]
    }

    private static var status: JSON {
        let part = object(["expected": integer, "due": integer, "complete": integer, "percent": optionalNumber])
        return object([
            "study": text, "as_of": text, "journal_head": optionalText, "documents": integer, "versions": integer,
            "completeness": part, "timeliness": anything, "quality": anything, "expiry": anything,
            "zones": list(anything), "countries": list(anything), "sites": list(anything),
            "organizations": list(anything), "findings": anything,
        ])
    }

    private static var trendPoint: JSON {
        object([
            "month": text, "as_of": text, "documents": integer, "versions": integer, "completeness": anything,
            "timeliness": anything, "quality": anything, "expiry": anything, "findings": anything,
        ])
    }

    private static var listed: JSON {
        object([
            "document": text, "artifact": text, "level": text, "country": optionalText, "site": optionalText,
            "title": text, "version": integer, "label": optionalText, "status": text, "document_date": optionalText,
            "filed_at": text, "expiry_date": optionalText, "sha256": optionalText, "bytes": optionalInteger,
            "restricted": flag, "addendum": flag,
        ])
    }

    private static var finding: JSON {
        object([
            "rule": text, "severity": text, "artifact": optionalText, "level": optionalText, "country": optionalText,
            "site": optionalText, "person": optionalText, "organization": optionalText, "document": optionalText,
            "message": text, "due": optionalText, "explanation": list(text),
        ])
    }

    private static var slot: JSON {
        object([
            "rule": text, "artifact": text, "sub_artifact": optionalText, "level": text, "country": optionalText,
            "site": optionalText, "person": optionalText, "organization": optionalText,
            "protocol_version": optionalText, "language": optionalText, "renews": optionalText, "due": optionalText,
            "timing": optionalText, "state": text, "documents": list(text), "explanation": list(text), "name": text,
        ])
    }

    private static var expiring: JSON {
        object([
            "document": text, "version": integer, "artifact": text, "country": optionalText, "site": optionalText,
            "person": optionalText, "organization": optionalText, "title": text, "expiry_date": text,
            "days_left": integer, "expiry_rule": optionalText,
        ])
    }

    static func object(_ properties: KeyValuePairs<String, JSON>) -> JSON {
        .full([
            ("type", "object"), ("required", .array(properties.map { .string($0.key) })),
            ("properties", .full(properties.map { ($0.key, $0.value) })),
        ])
    }

    static func list(_ items: JSON) -> JSON { .full([("type", "array"), ("items", items)]) }

    static func optional(_ type: JSON) -> JSON { .full([("type", .array([type, "null"]))]) }

    static let text = JSON.full([("type", "string")])
    static let integer = JSON.full([("type", "integer")])
    static let flag = JSON.full([("type", "boolean")])
    static let anything = JSON.full([])
    static let optionalText = optional("string")
    static let optionalInteger = optional("integer")
    static let optionalNumber = optional("number")
}
