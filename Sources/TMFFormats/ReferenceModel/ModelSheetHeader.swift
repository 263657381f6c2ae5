/// Where the workbook's columns are. Their names differ a little between versions, and are known by how they begin.
struct ModelSheetHeader {
    enum Column: Hashable, CaseIterable {
        case zoneNumber, zoneName, sectionNumber, sectionName, number, name, definition, subArtifacts, core, uniqueID
        case alternateNames, datingConvention
        case trialLevel, countryLevel, siteLevel, trialMilestone, countryMilestone, siteMilestone
        case ich, iso, sponsor, investigator, deviceSponsor, deviceInvestigator, investigatorInitiated
        case processNumber, processName

        /// How the names in the header begin, without blanks and marks.
        var beginnings: [String] {
            switch self {
            case .zoneNumber: ["zone#", "zonenumber", "zoneno"]
            case .zoneName: ["zonename"]
            case .sectionNumber: ["section#", "sectionnumber", "sectionno"]
            case .sectionName: ["sectionname"]
            case .number: ["artifact#", "artifactnumber", "artifactno"]
            case .name: ["artifactname"]
            case .definition: ["definition", "purpose"]
            case .subArtifacts: ["recommendedsub", "subartifact"]
            case .core: ["coreor", "core/"]
            case .uniqueID: ["uniqueid"]
            case .alternateNames: ["alternatename", "alternativename"]
            case .datingConvention: ["datingconvention"]
            case .trialLevel: ["triallevel"]
            case .countryLevel: ["country/regionlevel", "countrylevel", "regionlevel"]
            case .siteLevel: ["sitelevel"]
            case .trialMilestone: ["triallevelmilestone"]
            case .countryMilestone: ["countrylevelmilestone", "country/regionlevelmilestone"]
            case .siteMilestone: ["sitelevelmilestone"]
            case .ich: ["ichcode", "iche6"]
            case .iso: ["iso14155"]
            case .sponsor, .deviceSponsor: ["sponsordocument"]
            case .investigator, .deviceInvestigator: ["investigatordocument"]
            case .investigatorInitiated: ["investigatorinitiated"]
            case .processNumber: ["processnumber", "process#"]
            case .processName: ["processname"]
            }
        }
    }

    let row: Int
    private var places: [Column: Int] = [:]

    /// Nil if the row names no artifact's number and name. A column without a name may have one in the row above.
    init?(_ cells: CSVRow, below above: CSVRow?) {
        row = cells.row
        let width = max(cells.fields.count, above?.fields.count ?? 0)
        for place in 0..<width {
            var text = cells.fields.indices.contains(place) ? cells.fields[place] : ""
            if text.isEmpty, let above, above.fields.indices.contains(place) { text = above.fields[place] }
            let key = text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" && $0 != "." }
            // The longest beginning that fits: the milestone of a level begins like the level. The same names stand twice,
            // for trials of medicines first, for those of devices then.
            let fitting = Column.allCases.filter { places[$0] == nil }
                .compactMap { column in
                    column.beginnings.filter { key.hasPrefix($0) }.map(\.count).max().map { (column, $0) }
                }
            var best: (Column, Int)?
            for candidate in fitting where candidate.1 > best?.1 ?? 0 { best = candidate }
            if let best { places[best.0] = place }
        }
        guard places[.number] != nil, places[.name] != nil else { return nil }
    }

    func has(_ column: Column) -> Bool { places[column] != nil }

    func text(_ column: Column, in row: CSVRow) -> String {
        guard let place = places[column], row.fields.indices.contains(place) else { return "" }
        return row.fields[place]
    }
}
