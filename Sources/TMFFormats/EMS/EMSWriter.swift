package import XML
import TMFModel

/// Writes an `exchange.xml`, object by object: no more than one is in memory. The same objects give the same bytes.
package struct EMSWriter: Sendable {
    private var xml = XMLWriter()

    /// Begins the batch. Throws if a text cannot stand in XML.
    package init(_ batch: EMSBatch) throws(XMLWriter.Refusal) {
        try xml.start("BATCH", [("xmlns", EMSBatch.namespace)] + batch.attributes)
    }

    /// What was written and not taken yet, in bytes.
    package var pendingCount: Int { xml.pendingCount }

    /// Takes what was written so far, to be stored in pieces.
    package mutating func take() -> [UInt8] { xml.take() }

    /// The rest of the document.
    package consuming func finish() throws(XMLWriter.Refusal) -> [UInt8] {
        xml.newLine(beforeEnd: true)
        try xml.end()
        return try xml.finish()
    }

    /// Adds an object. Elements stand in the order that the schema asks for.
    package mutating func add(_ object: EMSObject) throws(XMLWriter.Refusal) {
        xml.newLine()
        try xml.start("OBJECT")
        try element("OBJECTID", object.id)
        try element("OBJECTLEVEL", object.level.exchangeName)
        try element("COUNTRYID", object.country)
        try element("SITESYSTEMID", object.siteSystemID)
        try element("SITEID", object.site)
        // Three digits are valid in every edition of the schema.
        try element("UNIQUEID", Decimal.padded(object.uniqueID, to: 3))
        try element("ARTIFACTNUMBER", object.artifactNumber)
        for person in object.people { try element("PERSONNAME", person) }
        try element("ORGANIZATIONNAME", object.organization)
        try element("OBJECTLANGUAGE", object.language)
        try element("TRANSLATION", object.isTranslation.map(EMSWriter.yesOrNo))
        try element("OBJECTVERSION", object.version)
        try element("OBJECTVERSIONSTATE", object.state.rawValue)
        try element("OBJECTTITLE", object.title)
        try element("SUBARTIFACT", object.subArtifact)
        try element("OBJECTCOPY", EMSWriter.yesOrNo(object.isCopy))
        try element("OBJECTEXPIRYDATE", object.expiryDate.map(EMSTime.text))
        try element("RESTRICTED", object.isRestricted.map(EMSWriter.yesOrNo))
        // So spelled in the schema.
        try element("RENTENTIONDATE", object.retentionDate.map(EMSTime.text))
        try element("ARTIFACTDATE", object.artifactDate.map(EMSTime.text))
        try element("DATEDESCRIPTION", object.dateDescription)
        for file in object.files { try add(file) }
        for metadata in object.metadata {
            xml.newLine()
            try xml.element("METADATA", [("NAME", metadata.name)], text: metadata.value)
        }
        xml.newLine(beforeEnd: true)
        try xml.end()
    }

    private mutating func add(_ file: EMSFile) throws(XMLWriter.Refusal) {
        xml.newLine()
        try xml.start("FILE")
        try element("INTEGRITY", file.integrity)
        try element("FILENAME", file.name)
        try element("CONTENTURL", file.path)
        try element("FILEDESCRIPTION", file.description)
        for signature in file.signatures {
            try group(
                "SIGNATURE",
                [
                    ("SIGNATUREMETHODOLOGY", signature.method), ("USEROID", signature.user),
                    ("SIGNATURENAME", signature.name), ("SIGNATUREDATETIME", signature.time),
                    ("SIGNATUREREASON", signature.reason),
                ])
        }
        for record in file.audit {
            try group(
                "AUDITRECORD",
                [
                    ("AUDITID", record.id), ("DATETIMESTAMP", record.time), ("USERREF", record.user),
                    ("AUDITENTRYTYPE", record.kind.rawValue), ("AUDITEVENT", record.event),
                ])
        }
        xml.newLine(beforeEnd: true)
        try xml.end()
    }

    private mutating func group(_ name: String, _ elements: [(String, String)]) throws(XMLWriter.Refusal) {
        xml.newLine()
        try xml.start(name)
        for (name, text) in elements { try element(name, text) }
        xml.newLine(beforeEnd: true)
        try xml.end()
    }

    private mutating func element(_ name: String, _ text: String?) throws(XMLWriter.Refusal) {
        guard let text else { return }
        xml.newLine()
        try xml.element(name, text: text)
    }

    private static func yesOrNo(_ flag: Bool) -> String { flag ? "Yes" : "No" }
}

extension Level {
    /// `Trial`, `Country` or `Site`.
    var exchangeName: String {
        switch self {
        case .trial: "Trial"
        case .country: "Country"
        case .site: "Site"
        }
    }
}
