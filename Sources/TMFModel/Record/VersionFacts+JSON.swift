extension VersionFacts {
    /// The facts under the names of the manifest's columns; what is not set is absent.
    public var json: JSON {
        .compact([
            ("version", label.json),
            ("status", .string(status.rawValue)),
            ("document_date", documentDate.json ?? (partialDocumentDate?.printed).json),
            ("received_date", receivedDate.json),
            ("expiry_date", expiryDate.json),
            ("expiry_rule", (expiryRule?.description).json),
            ("copy", (copy?.kind.rawValue).json),
            ("certified_by", copy?.certifiedBy.json),
            ("certified_on", copy?.certifiedOn.json),
            ("certified_method", copy?.certifiedMethod.json),
            ("filed_date", filedElsewhere.json),
            ("source_system", source.system.json),
            ("source_id", source.id.json),
            ("path", source.path.json),
            ("original_name", originalName.json),
            ("sha256", (content?.digest.description).json),
            ("bytes", content.map { .int(Int($0.bytes)) }),
            ("media_type", (content?.mediaType).json),
            ("file_defect", (content?.defect?.rawValue).json),
            ("url", url.json),
            ("note", note.json),
            ("addendum", isAddendum ? true : nil),
            ("metadata", metadata.isEmpty ? nil : .object(metadata)),
        ])
    }

    /// Reads what `json` writes; other keys are passed over. Throws `FactError`.
    public init(json: JSON) throws(FactError) {
        // A date of which a part is open stands under the same key, as it is printed.
        let written = json["document_date"]?.string ?? ""
        let partial = Day(written) == nil ? PartialDay(written) : nil
        self.init(
            label: json["version"]?.string, documentDate: partial == nil ? try json.day("document_date") : nil,
            partialDocumentDate: partial, receivedDate: try json.day("received_date"),
            expiryDate: try json.day("expiry_date"),
            expiryRule: try json.readIfSet("expiry_rule", "printed, none, until-replaced or +N months") {
                ExpiryRule($0)
            },
            copy: try CopyStatement(json: json),
            status: try json.read("status", "draft, filed, approved or returned") { VersionStatus(rawValue: $0) },
            filedElsewhere: try json.day("filed_date"),
            source: Source(
                system: json["source_system"]?.string, id: json["source_id"]?.string, path: json["path"]?.string),
            originalName: json["original_name"]?.string, content: try Content(json: json), url: json["url"]?.string,
            note: json["note"]?.string, isAddendum: json["addendum"]?.bool ?? false,
            metadata: json["metadata"]?.members ?? [])
    }
}

extension CopyStatement {
    /// Nil if the keys do not speak of a copy.
    fileprivate init?(json: JSON) throws(FactError) {
        let kind = try json.readIfSet("copy", "original, copy or certified-copy") { Kind(rawValue: $0) }
        guard let kind else { return nil }
        self.init(
            kind: kind, certifiedBy: json["certified_by"]?.string, certifiedOn: try json.day("certified_on"),
            certifiedMethod: json["certified_method"]?.string)
    }
}

extension Content {
    /// Nil if the keys name no content.
    fileprivate init?(json: JSON) throws(FactError) {
        guard let digest = try json.readIfSet("sha256", "64 hexadecimal digits", { Digest($0) }) else { return nil }
        self.init(
            digest: digest, bytes: Int64(try json["bytes"]?.requiredInt("bytes") ?? 0),
            mediaType: json["media_type"]?.string ?? "application/octet-stream",
            defect: try json.readIfSet("file_defect", "encrypted, truncated or damaged") { FileDefect(rawValue: $0) })
    }
}
