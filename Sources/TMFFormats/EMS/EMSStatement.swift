public import TMFModel

/// What a sender said of a version beyond what is filed as its facts: kept with the version, word for word, as the
/// sender's testimony. Signatures and audit records in it are not ours, and are never taken for ours.
public struct EMSStatement: Hashable, Sendable {
    /// The key among a version's metadata.
    public static let key = "sender_statement"
    /// The key among the metadata of a record that is itself the `exchange.xml` of a transfer that came in.
    public static let manifestKey = "exchange_manifest"

    /// TRANSFERSOURCEID, TRANSFERID, SPECIFICATIONID and TMFRMVERSION of the batch.
    public var transferSource: String
    public var transfer: String
    public var agreement: String
    public var modelVersion: String
    /// OBJECTID and OBJECTVERSION.
    public var object: String
    public var version: String
    public var state: EMSObject.State
    /// The place of the file among those of its object: 1 for the first.
    public var file: Int
    public var fileDescription: String?
    public var integrity: String
    public var uniqueID: Int
    public var artifactNumber: String
    public var siteSystemID: String?
    public var people: [String]
    public var organization: String?
    public var isTranslation: Bool?
    public var isCopy: Bool
    public var retentionDate: Day?
    public var dateDescription: String?
    public var signatures: [EMSSignature]
    public var audit: [EMSAuditRecord]
    /// Without those that are filed as facts.
    public var metadata: [EMSMetadata]

    /// What `object` and its file at `position` (1 for the first) say in `batch`. `metadata` are the elements that
    /// are kept here.
    public init(_ batch: EMSBatch, _ object: EMSObject, file position: Int, metadata: [EMSMetadata]) {
        transferSource = batch.transferSourceID
        transfer = batch.transferID
        agreement = batch.agreement
        modelVersion = batch.modelVersion
        self.object = object.id
        version = object.version
        state = object.state
        file = position
        let content = object.files.indices.contains(position - 1) ? object.files[position - 1] : nil
        fileDescription = content?.description
        integrity = content?.integrity ?? ""
        uniqueID = object.uniqueID
        artifactNumber = object.artifactNumber
        siteSystemID = object.siteSystemID
        people = object.people
        organization = object.organization
        isTranslation = object.isTranslation
        isCopy = object.isCopy
        retentionDate = object.retentionDate
        dateDescription = object.dateDescription
        signatures = content?.signatures ?? []
        audit = content?.audit ?? []
        self.metadata = metadata
    }
}

extension EMSStatement {
    /// As it stands in the journal.
    public var json: JSON {
        .compact([
            ("transfer_source", .string(transferSource)), ("transfer", .string(transfer)),
            ("agreement", .string(agreement)), ("model", .string(modelVersion)), ("object", .string(object)),
            ("version", .string(version)), ("state", .string(state.rawValue)), ("file", .int(file)),
            ("file_description", fileDescription.json), ("integrity", .string(integrity)),
            ("unique_id", .int(uniqueID)), ("artifact_number", .string(artifactNumber)),
            ("site_system_id", siteSystemID.json), ("people", people.isEmpty ? nil : .array(people.map(JSON.string))),
            ("organization", organization.json), ("translation", isTranslation.map(JSON.bool)),
            ("copy", .bool(isCopy)), ("retention_date", retentionDate.json),
            ("date_description", dateDescription.json),
            ("signatures", signatures.isEmpty ? nil : .array(signatures.map(\.json))),
            ("audit", audit.isEmpty ? nil : .array(audit.map(\.json))),
            ("metadata", metadata.isEmpty ? nil : .array(metadata.map(\.json))),
        ])
    }

    /// The statement among a version's metadata; nil if it did not come by an exchange.
    public init?(_ facts: VersionFacts) {
        guard let json = facts.metadata.first(where: { $0.key == EMSStatement.key })?.value,
            let source = json["transfer_source"]?.string, let transfer = json["transfer"]?.string,
            let object = json["object"]?.string, let version = json["version"]?.string,
            let state = json["state"]?.string.flatMap({ EMSObject.State(rawValue: $0) })
        else { return nil }
        transferSource = source
        self.transfer = transfer
        agreement = json["agreement"]?.string ?? ""
        modelVersion = json["model"]?.string ?? ""
        self.object = object
        self.version = version
        self.state = state
        file = json["file"]?.int ?? 1
        fileDescription = json["file_description"]?.string
        integrity = json["integrity"]?.string ?? ""
        uniqueID = json["unique_id"]?.int ?? 0
        artifactNumber = json["artifact_number"]?.string ?? ""
        siteSystemID = json["site_system_id"]?.string
        people = json["people"]?.array?.compactMap(\.string) ?? []
        organization = json["organization"]?.string
        isTranslation = json["translation"]?.bool
        isCopy = json["copy"]?.bool ?? false
        retentionDate = json["retention_date"]?.string.flatMap { Day($0) }
        dateDescription = json["date_description"]?.string
        signatures = json["signatures"]?.array?.compactMap { EMSSignature($0) } ?? []
        audit = json["audit"]?.array?.compactMap { EMSAuditRecord($0) } ?? []
        metadata = json["metadata"]?.array?.compactMap { EMSMetadata($0) } ?? []
    }
}

extension EMSSignature {
    fileprivate var json: JSON {
        .compact([
            ("method", .string(method)), ("user", .string(user)), ("name", .string(name)), ("time", .string(time)),
            ("reason", .string(reason)),
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let method = json["method"]?.string, let user = json["user"]?.string, let name = json["name"]?.string,
            let time = json["time"]?.string, let reason = json["reason"]?.string
        else { return nil }
        self.init(method: method, user: user, name: name, time: time, reason: reason)
    }
}

extension EMSAuditRecord {
    fileprivate var json: JSON {
        .compact([
            ("id", .string(id)), ("time", .string(time)), ("user", .string(user)), ("kind", .string(kind.rawValue)),
            ("event", .string(event)),
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.string, let time = json["time"]?.string, let user = json["user"]?.string,
            let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }), let event = json["event"]?.string
        else { return nil }
        self.init(id: id, time: time, user: user, kind: kind, event: event)
    }
}

extension EMSMetadata {
    fileprivate var json: JSON { .compact([("name", .string(name)), ("value", .string(value))]) }

    fileprivate init?(_ json: JSON) {
        guard let name = json["name"]?.string, let value = json["value"]?.string else { return nil }
        self.init(name: name, value: value)
    }
}
