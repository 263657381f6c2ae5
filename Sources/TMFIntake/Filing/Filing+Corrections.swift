public import TMFModel
import TMFStore

/// What a change of one document would record, and the document as it would be then.
struct Correction {
    /// None where nothing would change.
    var events: [JournalEvent] = []
    let document: Document
}

extension Filing {
    /// Facts of a document as a whole that can be corrected; where it is filed is changed by `move`.
    public static let documentFields = ["title", "language", "translation_of", "restricted", "document"]

    /// Facts of one version that can be corrected.
    public static let versionFields = [
        "version", "document_date", "received_date", "expiry_date", "expiry_rule", "copy", "certified_by",
        "certified_on", "certified_method", "filed_date", "source_system", "source_id", "url", "note", "status",
    ]

    /// Corrects facts of a document, and of one of its versions: the latest if none is named. An empty value unsets
    /// a fact. A fact that has the value already is passed over; if all have, nothing is recorded.
    public func amend(
        _ number: DocumentNumber, version ordinal: Int? = nil, setting values: [(field: String, value: String)]
    ) throws -> Document {
        let document = try openDocument(number)
        let correction = try correction(of: document, version: ordinal, setting: values)
        guard !correction.events.isEmpty else { return document }
        try store.record(correction.events, in: study.id, by: attribution)
        return try self.document(number)
    }

    /// What a correction would record, and the document as it would be then. Records nothing.
    func correction(
        of document: Document, version ordinal: Int?, setting values: [(field: String, value: String)]
    ) throws -> Correction {
        let number = document.number
        var problems: [FactError] = []
        for (field, _) in values where !Filing.documentFields.contains(field) && !Filing.versionFields.contains(field) {
            let isPlace = ["artifact", "sub_artifact", "level", "country", "site", "person", "organization"].contains(
                field)
            let known = (Filing.documentFields + Filing.versionFields).joined(separator: ", ")
            problems.append(
                FactError(
                    field: field,
                    expected: isPlace ? "`tmf move`, which changes where a document is filed" : "one of \(known)"))
        }
        try require(problems, source: number.description)
        let ofDocument = values.filter { Filing.documentFields.contains($0.field) }
        let ofVersion = values.filter { Filing.versionFields.contains($0.field) }
        var events: [JournalEvent] = []
        var amended = document
        do throws(FactError) {
            let facts = document.facts.json
            amended = try document.amended(version: nil, try Filing.changes(of: facts, setting: ofDocument))
            let changes = facts.changes(to: amended.facts.json)
            if !changes.isEmpty { events.append(.documentAmended(number, version: nil, changes)) }
            let target = ordinal ?? document.versions.count
            guard let version = document.version(target) else {
                throw FactError(field: "version", expected: "a version from 1 to \(document.versions.count)")
            }
            let wanted = try Filing.changes(of: version.facts.json, setting: ofVersion)
            amended = try amended.amended(version: target, wanted)
            guard let after = amended.version(target)?.facts else { return Correction(document: document) }
            let versionChanges = version.facts.json.changes(to: after.json)
            if !versionChanges.isEmpty { events.append(.documentAmended(number, version: target, versionChanges)) }
            try Filing.checkStatus(from: version.facts.status, to: after.status)
            try Filing.checkKept(wanted, in: after)
        } catch {
            try require([error], source: number.description)
        }
        for version in amended.versions
        where version != document.version(version.ordinal) || amended.facts != document.facts {
            try require(rules.problems(amended.facts, version.facts), source: number.description)
        }
        return Correction(events: events, document: amended)
    }

    /// Files a document at another artifact or in another scope, for another person or organization.
    public func move(_ number: DocumentNumber, to address: SlotAddress) throws -> Document {
        let document = try openDocument(number)
        let correction = try correction(of: document, movingTo: address)
        guard !correction.events.isEmpty else { return document }
        try store.record(correction.events, in: study.id, by: attribution)
        return try self.document(number)
    }

    /// The same, without recording it.
    func correction(of document: Document, movingTo address: SlotAddress) throws -> Correction {
        guard address != document.address else { return Correction(document: document) }
        var moved = document
        moved.facts.artifact = address.artifact
        moved.facts.subArtifact = address.subArtifact
        moved.facts.scope = address.scope
        moved.facts.person = address.person
        moved.facts.organization = address.organization
        for version in document.versions {
            try require(rules.problems(moved.facts, version.facts), source: document.number.description)
        }
        return Correction(
            events: [.documentMoved(document.number, from: document.address, to: address)], document: moved)
    }

    /// Takes a document out of the file: it stays readable with its history, and counts nowhere. Needs a reason.
    public func withdraw(_ number: DocumentNumber) throws -> Document {
        _ = try openDocument(number)
        try requireReason("a document is withdrawn")
        try record(.documentWithdrawn(number))
        return try document(number)
    }

    func requireReason(_ what: String) throws {
        guard attribution.reason?.allSatisfy(\.isWhitespace) ?? true else { return }
        throw InputProblems([
            InputProblem(source: "--reason", message: "\(what) only with a reason; add --reason \"…\"")
        ])
    }

    private static func changes(
        of json: JSON, setting values: [(field: String, value: String)]
    ) throws(FactError) -> [FactChange] {
        var changes: [FactChange] = []
        for (field, text) in values {
            let from = json[field] ?? .null
            let to = try value(text, of: field)
            if from != to { changes.append(FactChange(field: field, from: from, to: to)) }
        }
        return changes
    }

    private static func value(_ text: String, of field: String) throws(FactError) -> JSON {
        guard !text.isEmpty else { return .null }
        guard field == "restricted" else { return .string(text) }
        switch text.lowercased() {
        case "yes", "true": return true
        case "no", "false": return .null
        default: throw FactError(field: field, expected: "yes or no, not '\(text)'")
        }
    }

    /// Facts that hang on others are not kept without them.
    private static func checkKept(_ wanted: [FactChange], in after: VersionFacts) throws(FactError) {
        let kept = after.json
        for change in wanted where change.to != .null && kept[change.field] == nil {
            throw FactError(field: change.field, expected: "`copy` to be set with it, which says what it is about")
        }
        if after.content == nil, after.url == nil {
            throw FactError(field: "url", expected: "where the record is held, as there is no content")
        }
    }

    /// Approval is quality control's: by hand a version can only go from draft to filed and back.
    private static func checkStatus(from: VersionStatus, to: VersionStatus?) throws(FactError) {
        guard let to, from != to else { return }
        guard [from, to].allSatisfy({ $0 == .draft || $0 == .filed }) else {
            throw FactError(field: "status", expected: "draft or filed; `tmf qc` accepts and returns")
        }
    }
}
