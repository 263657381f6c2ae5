extension EMSInterpretation {
    /// The children by the names of schema 22.1, whatever they are called here.
    mutating func fields(of element: EMSElement, order: [String]) -> [String: [EMSElement]] {
        var fields: [String: [EMSElement]] = [:]
        var last = 0
        for child in element.children {
            var name = child.name
            if let alias = EMSInterpretation.aliases[name.uppercased()] {
                remarks.deviate(name, "the schema calls it \(alias)", line: child.line, object: object)
                name = alias
            } else if name != name.uppercased() {
                name = name.uppercased()
                remarks.deviate(child.name, "expected in capitals", line: child.line, object: object)
            }
            guard let place = order.firstIndex(of: name) else {
                remarks.deviate(name, "is not known in \(element.name)", line: child.line, object: object)
                continue
            }
            if place < last {
                remarks.deviate(name, "stands behind \(order[last])", line: child.line, object: object)
            }
            last = max(last, place)
            if fields[name] != nil, !EMSInterpretation.repeated.contains(name) {
                remarks.refuse(name, "stands twice", line: child.line, object: object)
            }
            fields[name, default: []].append(child)
        }
        return fields
    }

    static let objectOrder = [
        "OBJECTID", "OBJECTLEVEL", "COUNTRYID", "SITESYSTEMID", "SITEID", "UNIQUEID", "ARTIFACTNUMBER", "PERSONNAME",
        "ORGANIZATIONNAME", "OBJECTLANGUAGE", "TRANSLATION", "OBJECTVERSION", "OBJECTVERSIONSTATE", "OBJECTTITLE",
        "SUBARTIFACT", "OBJECTCOPY", "OBJECTEXPIRYDATE", "RESTRICTED", "RENTENTIONDATE", "ARTIFACTDATE",
        "DATEDESCRIPTION", "FILE", "METADATA",
    ]
    static let fileOrder = [
        "INTEGRITY", "CHKSUMSTD", "FILENAME", "CONTENTURL", "FILEDESCRIPTION", "SIGNATURE", "AUDITRECORD",
    ]
    static let signatureOrder = [
        "SIGNATUREMETHODOLOGY", "USEROID", "SIGNATURENAME", "SIGNATUREDATETIME", "SIGNATUREREASON",
    ]
    static let auditOrder = ["AUDITID", "DATETIMESTAMP", "USERREF", "AUDITENTRYTYPE", "AUDITEVENT"]
    private static let repeated: Set = ["PERSONNAME", "FILE", "METADATA", "SIGNATURE", "AUDITRECORD"]
    /// What others call an element: as the specification's prose spells it, or an earlier draft did.
    private static let aliases = [
        "RETENTIONDATE": "RENTENTIONDATE", "USERID": "USEROID", "OBJECTBLINDED": "RESTRICTED",
    ]
}
