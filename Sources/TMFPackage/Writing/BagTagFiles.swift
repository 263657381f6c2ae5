import TMFFormats
import TMFModel

/// `bagit.txt` and `bag-info.txt` of a package.
struct BagTagFiles {
    let study: Study
    let options: PackageOptions
    let asOf: Day
    let head: JournalHead
    let payloadBytes: Int64
    let payloadFiles: Int
    /// How many documents and entries of the journal are left out.
    let withheld: (records: Int, entries: Int)
    var isSealed = false
    /// Nil for a package that is whole in itself.
    var volume: VolumeFacts?

    /// The label under which the hash of the journal's last entry stands in `bag-info.txt`.
    static let headLabel = "TMF-Journal-Head"
    /// When that entry was written.
    static let headTimeLabel = "TMF-Journal-Head-Time"
    static let asOfLabel = "TMF-As-Of"
    /// Says that there is a seal, and where.
    static let sealLabel = "TMF-Seal"
    /// Which records the package holds, as JSON.
    static let selectionLabel = "TMF-Scope"
    static let kindLabel = "TMF-Package-Kind"

    var files: [(path: String, content: [UInt8])] {
        let exchange = options.exchange.map { [BagInfo.Field("TMF-Exchange-Agreement", $0.agreement)] } ?? []
        let seal = isSealed ? [BagInfo.Field(BagTagFiles.sealLabel, SealStatement.signatureFileName)] : []
        let prepared = options.preparedBy.map { [BagInfo.Field("Contact-Name", $0)] } ?? []
        let volumes = volume?.fields.map { BagInfo.Field($0.0, $0.1) } ?? []
        let info = BagInfo(
            [
                BagInfo.Field("Source-Organization", study.sponsor),
                BagInfo.Field("External-Identifier", study.id),
                BagInfo.Field("External-Description", "Trial Master File of \(study.id): \(study.title)"),
                BagInfo.Field("Bagging-Date", head.at.day.description),
                BagInfo.Field("Payload-Oxum", "\(payloadBytes).\(payloadFiles)"),
                BagInfo.Field("Bag-Software-Agent", Software.name),
                BagInfo.Field(BagTagFiles.kindLabel, options.kind.rawValue),
                BagInfo.Field(BagTagFiles.asOfLabel, asOf.description),
                BagInfo.Field("TMF-Reference-Model", study.model),
                BagInfo.Field(BagTagFiles.selectionLabel, options.selection.json.line),
                BagInfo.Field("TMF-Scope-In-Words", options.selection.words),
                BagInfo.Field(
                    "TMF-Restricted-Records", options.selection.blinding == .open ? "withheld" : "included"),
                BagInfo.Field("TMF-Records-Withheld", String(withheld.records)),
                BagInfo.Field("TMF-Journal-Entries-Withheld", String(withheld.entries)),
                BagInfo.Field("TMF-Journal-Entries", String(head.seq)),
                BagInfo.Field(BagTagFiles.headTimeLabel, head.at.description),
                BagInfo.Field(BagTagFiles.headLabel, head.hash.description),
            ] + prepared + exchange + seal + volumes)
        return [
            (BagDeclaration.fileName, Array(BagDeclaration().text.utf8)), (BagInfo.fileName, Array(info.text.utf8)),
        ]
    }
}
