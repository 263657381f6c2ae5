import TMFModel
import XML

/// Makes an object of its element, and takes note of everything in it that is not as the standard wants it.
struct EMSInterpretation {
    var remarks: EMSRemarks
    /// The object that is being read.
    private(set) var object: String?

    init(remarks: EMSRemarks) { self.remarks = remarks }

    /// Nil if something is missing without which it is no object; the reason is among the problems.
    mutating func object(_ element: EMSElement) -> EMSObject? {
        let fields = self.fields(of: element, order: EMSInterpretation.objectOrder)
        object = fields["OBJECTID"]?.first?.code
        let problems = remarks.problems.count
        // All is looked at, so that all is reported.
        let id = required(fields, "OBJECTID", element)
        let level = required(fields, "OBJECTLEVEL", element).flatMap { self.level($0, element) }
        let uniqueID = required(fields, "UNIQUEID", element).flatMap { self.uniqueID($0, element) }
        let number = required(fields, "ARTIFACTNUMBER", element) ?? ""
        let version = required(fields, "OBJECTVERSION", element)
        let state = required(fields, "OBJECTVERSIONSTATE", element).flatMap { text in
            word(text, of: EMSObject.State.allCases, "OBJECTVERSIONSTATE", element.line)
        }
        if fields["OBJECTCOPY"] == nil {
            remarks.deviate("OBJECTCOPY", "is missing; taken as No", line: element.line, object: object)
        }
        let isCopy = flag(fields, "OBJECTCOPY") ?? false
        if ArtifactNumber(number) == nil, !number.isEmpty {
            remarks.deviate(
                "ARTIFACTNUMBER", "expected a number such as 05.02.04", line: element.line, object: object)
        }
        var found = EMSObject(
            id: id ?? "", level: level ?? .trial, uniqueID: uniqueID ?? 0, artifactNumber: number,
            version: version ?? "", state: state ?? .current, isCopy: isCopy)
        found.line = element.line
        describe(&found, fields)
        place(&found, fields, element)
        found.files = (fields["FILE"] ?? []).compactMap { file($0) }
        if fields["FILE"] == nil { refuse("FILE", "there is none", element) }
        found.metadata = (fields["METADATA"] ?? []).map { metadata($0) }
        return remarks.problems.count == problems ? found : nil
    }

    private mutating func describe(_ found: inout EMSObject, _ fields: [String: [EMSElement]]) {
        found.people = (fields["PERSONNAME"] ?? []).map(\.code).filter { !$0.isEmpty }
        found.organization = text(fields, "ORGANIZATIONNAME")
        found.language = text(fields, "OBJECTLANGUAGE").map { language($0, fields["OBJECTLANGUAGE"]?.first) }
        found.isTranslation = flag(fields, "TRANSLATION")
        found.title = text(fields, "OBJECTTITLE")
        found.subArtifact = text(fields, "SUBARTIFACT")
        found.expiryDate = day(fields, "OBJECTEXPIRYDATE")
        found.isRestricted = flag(fields, "RESTRICTED")
        found.retentionDate = day(fields, "RENTENTIONDATE")
        found.artifactDate = day(fields, "ARTIFACTDATE")
        found.dateDescription = text(fields, "DATEDESCRIPTION")
    }

    private mutating func place(_ found: inout EMSObject, _ fields: [String: [EMSElement]], _ element: EMSElement) {
        found.siteSystemID = text(fields, "SITESYSTEMID")
        let country = text(fields, "COUNTRYID")
        let site = text(fields, "SITEID")
        switch found.level {
        case .trial:
            if country != nil || site != nil {
                deviate("OBJECTLEVEL", "a Trial object with a country or a site, which are passed over", element)
            }
        case .country:
            found.country = country
            if site != nil { deviate("OBJECTLEVEL", "a Country object with a site, which is passed over", element) }
        case .site:
            found.country = country
            found.site = site
            if site == nil { refuse("SITEID", "a Site object needs a site", element) }
        }
        if found.level == .country, country == nil { refuse("COUNTRYID", "a Country object needs a country", element) }
        if found.level == .site, country == nil, site != nil {
            deviate("COUNTRYID", "a Site object without a country; that of the site is taken", element)
        }
    }

    private mutating func file(_ element: EMSElement) -> EMSFile? {
        let fields = self.fields(of: element, order: EMSInterpretation.fileOrder)
        if fields["CHKSUMSTD"] != nil {
            deviate("CHKSUMSTD", "an element of schema 1.0; the algorithm is told from INTEGRITY", element)
        }
        guard let integrity = required(fields, "INTEGRITY", element), let name = required(fields, "FILENAME", element),
            let path = required(fields, "CONTENTURL", element)
        else { return nil }
        var file = EMSFile(
            integrity: integrity, name: name, path: path, description: text(fields, "FILEDESCRIPTION"))
        file.line = element.line
        for deviation in EMSIntegrity(integrity).deviations { deviate("INTEGRITY", deviation, element) }
        file.signatures = (fields["SIGNATURE"] ?? []).compactMap { signature($0) }
        file.audit = (fields["AUDITRECORD"] ?? []).compactMap { audit($0) }
        return file
    }

    private mutating func signature(_ element: EMSElement) -> EMSSignature? {
        let fields = self.fields(of: element, order: EMSInterpretation.signatureOrder)
        guard let method = required(fields, "SIGNATUREMETHODOLOGY", element),
            let user = required(fields, "USEROID", element), let name = required(fields, "SIGNATURENAME", element),
            let time = required(fields, "SIGNATUREDATETIME", element),
            let reason = required(fields, "SIGNATUREREASON", element)
        else { return nil }
        check(time, "SIGNATUREDATETIME", element)
        if !["Electronic", "Digital"].contains(method) {
            deviate("SIGNATUREMETHODOLOGY", "expected Electronic or Digital", element)
        }
        return EMSSignature(method: method, user: user, name: name, time: time, reason: reason)
    }

    private mutating func audit(_ element: EMSElement) -> EMSAuditRecord? {
        let fields = self.fields(of: element, order: EMSInterpretation.auditOrder)
        guard let id = required(fields, "AUDITID", element), let time = required(fields, "DATETIMESTAMP", element),
            let user = required(fields, "USERREF", element), let type = required(fields, "AUDITENTRYTYPE", element)
        else { return nil }
        check(time, "DATETIMESTAMP", element)
        let event = text(fields, "AUDITEVENT")
        if event == nil { deviate("AUDITEVENT", "is missing or blank", element) }
        guard let kind = word(type, of: EMSAuditRecord.Kind.allCases, "AUDITENTRYTYPE", element.line) else {
            return nil
        }
        return EMSAuditRecord(id: id, time: time, user: user, kind: kind, event: event ?? "not said")
    }

    private mutating func metadata(_ element: EMSElement) -> EMSMetadata {
        let name = element.attributes.first { $0.key.local.uppercased() == "NAME" }?.value
        if name == nil { deviate("METADATA", "has no NAME", element) }
        return EMSMetadata(name: name ?? "", value: element.text)
    }
}
