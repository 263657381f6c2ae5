extension ManifestColumn {
    /// The column of this name, in whatever case and with whatever marks between its words; by the names of other systems if
    /// `includingOthers`. Endings by which some of them mark the fields of a vendor or customer (`__v`, `__c`) do not count.
    static func named(_ name: String, includingOthers: Bool = true) -> ManifestColumn? {
        let key = squeezed(name)
        if let column = own[key] { return column }
        return includingOthers ? others[key] : nil
    }

    /// Lower case without blanks, hyphens and underscores.
    private static func squeezed(_ name: String) -> String {
        var name = name.lowercased()[...]
        for ending in ["__v", "__c", "__sys", "__vs"] where name.hasSuffix(ending) && name.count > ending.count {
            name = name.dropLast(ending.count)
        }
        return String(name.filter { !" -_\u{A0}\n\r./#".contains($0) })
    }

    private static let own = Dictionary(uniqueKeysWithValues: allCases.map { (squeezed($0.rawValue), $0) })

    private static let others: [String: ManifestColumn] = {
        var names: [String: ManifestColumn] = [:]
        for (column, spellings) in spellings { for spelling in spellings { names[squeezed(spelling)] = column } }
        return names
    }()

    /// Names that loaders and exports of other systems give to a column, where they can mean nothing else.
    static let spellings: [ManifestColumn: [String]] = [
        .path: [
            "File Path", "File", "File Name With Path", "Filename With Path", "Relative Path", "Source File",
            "Source File Path",
            "Document Path", "Content Path", "Import Path", "File Location",
        ],
        .artifact: [
            "Artifact Number", "Artifact No", "Artifact #", "Artifact ID", "TMF Artifact", "TMF Artifact Number",
            "TMF Number",
            "TMF RM Number", "TMF Reference Model Number", "TMF RM Artifact Number", "Artefact", "Artefact Number",
            "Classification Number", "Artifact Code", "TMF Code",
        ],
        .subArtifact: [
            "Subartifact", "Sub-artifact Name", "Sub-artefact", "Recommended Subartifact", "Record Type",
            "Sub Artifact Type",
        ],
        .level: ["TMF Level", "Artifact Level", "Filing Level", "Document Level", "Level of TMF", "Milestone Level"],
        .country: [
            "Country Code", "Study Country", "Country ISO", "ISO Country", "Country ISO Code", "Trial Country",
            "Country ID",
        ],
        .site: [
            "Site Number", "Site No", "Site #", "Site ID", "Study Site", "Study Site Number", "Center", "Centre",
            "Center Number",
            "Centre Number", "Investigator Site", "Investigator Site Number", "Site Code",
        ],
        .person: ["Person ID", "Study Person", "Personnel", "Personnel ID", "Contact ID"],
        .organization: ["Organization ID", "Organisation", "Organisation ID", "Study Organization", "Vendor ID"],
        .title: ["Document Title", "Document Name", "Record Title", "Artifact Title", "Object Name", "Record Name"],
        .document: [
            "Document Number", "Document Key", "Document ID", "Doc Number", "Doc ID", "Record ID", "Binder Document",
        ],
        .version: [
            "Version Number", "Version Label", "Document Version", "Doc Version", "Version No", "Revision",
            "Major Version",
        ],
        .documentDate: [
            "Date of Document", "Artifact Date", "Doc Date", "Record Date", "Content Date",
            "Document Date (Dating Convention)",
        ],
        .receivedDate: ["Date Received", "Receipt Date", "Received", "Received On", "Date of Receipt"],
        .expiryDate: [
            "Expiration Date", "Date of Expiry", "Expires On", "Expires", "Expiry", "Valid Until", "Valid To",
            "Date Expires",
        ],
        .expiryRule: ["Expiration Rule", "Validity"],
        .language: ["Language Code", "Document Language", "Content Language"],
        .translationOf: ["Translation", "Translated From", "Original Document", "Is Translation Of"],
        .restricted: [
            "Is Restricted", "Unblinded", "Unblinding", "Is Unblinded", "Blinded Access", "Restricted Access",
        ],
        .copy: ["Copy Status", "Copy Type", "Original or Copy", "Type of Copy"],
        .certifiedBy: ["Certifier", "Certified Copy By", "Certification By"],
        .certifiedOn: ["Certification Date", "Date Certified", "Certified Date"],
        .certifiedMethod: ["Certification Method", "Method of Certification"],
        .status: ["Document Status", "Version Status", "Version State", "Document State", "Lifecycle State"],
        .filedDate: [
            "Date Filed", "Filing Date", "Filed On", "Filed", "Finalized", "Finalized Date", "Date Finalized",
            "Upload Date",
        ],
        .sourceSystem: ["System of Origin", "Origin System", "Legacy System", "Migrated From"],
        .sourceID: [
            "Source Document ID", "External ID", "Legacy ID", "Original ID", "Source Record ID", "Global ID",
            "Object ID",
            "System ID",
        ],
        .url: ["Link", "Web Address", "Signpost", "Document Link", "Hyperlink"],
        .note: ["Comment", "Comments", "Notes", "Remark", "Remarks", "Annotation"],
    ]

    /// Everyday column names that are near one of ours and yet mean something else.
    static let unrelatedNames: Set<String> = [
        "code", "cost", "data", "date", "file", "hash", "mode", "name", "page", "role", "size", "state", "stage",
        "type", "zone", "region", "study", "folder", "owner",
    ]
}
