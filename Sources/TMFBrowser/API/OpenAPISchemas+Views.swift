import TMFModel

/// The rows of the timeline, of the people and of the amendments.
extension OpenAPISchemas {
    static var month: JSON {
        object([
            "month": text, "dated": integer, "filed": integer, "on_time": integer, "late": integer,
            "unmeasured": integer, "median_days": optionalInteger, "longest_days": optionalInteger,
        ])
    }

    static var milestone: JSON {
        object([
            "milestone": text, "name": text, "planned": optionalText, "actual": optionalText, "scope": text,
            "elsewhere": integer,
        ])
    }

    static var lateFiling: JSON {
        object(["document": text, "version": integer, "days_late": integer, "start": text, "filed": text])
    }

    static var person: JSON {
        object([
            "person": text, "name": text, "role": text, "level": text, "country": optionalText, "site": optionalText,
            "from": optionalText, "to": optionalText, "expected": integer, "complete": integer,
            "coverage": list(anything), "documents": list(text),
        ])
    }

    static var protocolVersion: JSON {
        object([
            "version": text, "document_date": text, "done": integer, "open": integer, "pending": integer,
            "unknown": integer,
        ])
    }

    static var step: JSON {
        object([
            "version": text, "level": text, "country": optionalText, "site": optionalText, "record": text,
            "artifact": optionalText, "state": text, "documents": list(text), "due": text, "explanation": list(text),
        ])
    }
}
