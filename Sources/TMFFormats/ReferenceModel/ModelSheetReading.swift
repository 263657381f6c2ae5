import TMFModel

/// Makes a model of the rows of the workbook's table, and gathers what is wrong with them.
struct ModelSheetReading {
    let source: String
    let header: ModelSheetHeader
    private(set) var remarks: [InputProblem] = []
    private var problems: [InputProblem] = []
    private var zones: [String: String] = [:]
    private var sections: [String: String] = [:]
    private var milestones: [String: String] = [:]
    private var drafts: [Draft] = []

    private struct Draft {
        let row: Int
        let number: ArtifactNumber
        var uniqueID = ""
        var levels: Set<Level> = []
        var due: [Level: String] = [:]
        var texts: [ModelSheetHeader.Column: String] = [:]
    }

    init(source: String, header: ModelSheetHeader) {
        self.source = source
        self.header = header
    }

    /// Takes a row; one without an artifact's number and name is a heading or blank.
    mutating func read(_ row: CSVRow) {
        let written = cell(.number, row)
        if written.isEmpty, cell(.name, row).isEmpty { return }
        // The column's own words say better what is expected here.
        guard let number = try? ManifestCell.artifact(written) else {
            return report(row.row, "Artifact #", "expected a number such as 05.02.04, found '\(written)'")
        }
        var draft = Draft(row: row.row, number: number)
        draft.uniqueID = uniqueID(row)
        for column in ModelSheetHeader.Column.allCases { draft.texts[column] = cell(column, row) }
        if draft.texts[.name]?.isEmpty ?? true { report(row.row, "Artifact name", "is blank") }
        let columns: [(Level, ModelSheetHeader.Column, ModelSheetHeader.Column)] = [
            (.trial, .trialLevel, .trialMilestone), (.country, .countryLevel, .countryMilestone),
            (.site, .siteLevel, .siteMilestone),
        ]
        for (level, mark, milestone) in columns {
            // A milestone at a level says that the record is there by then, whether or not the level is marked.
            if isMarked(cell(mark, row)) { draft.levels.insert(level) }
            guard let due = self.milestone(cell(milestone, row), row.row) else { continue }
            draft.levels.insert(level)
            draft.due[level] = due
        }
        if draft.levels.isEmpty { report(row.row, "levels", "no level is marked for \(number)") }
        zones[number.zoneNumber] = cell(.zoneName, row)
        sections[number.sectionNumber] = cell(.sectionName, row)
        drafts.append(draft)
    }

    /// The model. Throws `InputProblems` with everything that was wrong.
    mutating func model(named name: String) throws -> ReferenceModel {
        guard KeptModel.isName(name) else {
            throw InputProblem(source: source, message: "'\(name)' is no name for a model: letters, digits, - _ and .")
        }
        let stock = try BundledReferenceModel.load(BundledReferenceModel.newest).model
        let byID = Dictionary(stock.artifacts.map { ($0.uniqueID, $0) }) { first, _ in first }
        if drafts.isEmpty { problems.append(InputProblem(source: source, message: "the table has no artifacts")) }
        if !header.has(.uniqueID) {
            // Versions before unique IDs: an artifact is known by its number and name, or it is one of its own.
            remarks.append(
                InputProblem(
                    source: source, row: header.row,
                    message:
                        "there is no column of unique IDs: those of the program's version were given to artifacts of the same "
                        + "number, N-number to the others"))
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        let artifacts = drafts.map { draft -> Artifact in
            let id =
                draft.uniqueID.isEmpty
                ? stock.artifact(draft.number)?.uniqueID ?? "N-\(draft.number)" : draft.uniqueID
            return artifact(draft, id, byID[id])
        }
        let milestones = milestones.map { number, name in
            ReferenceModel.Milestone(number: number, name: stock.milestone(number)?.name ?? name)
        }
        do {
            return try ReferenceModel(
                version: name, zones: zones.map { ReferenceModel.Zone(number: $0, name: $1) },
                sections: sections.map { ReferenceModel.Section(number: $0, name: $1) }, artifacts: artifacts,
                milestones: milestones)
        } catch {
            throw InputProblem(source: source, message: "\(error)")
        }
    }

    private func artifact(_ draft: Draft, _ id: String, _ stock: Artifact?) -> Artifact {
        func text(_ column: ModelSheetHeader.Column) -> String { draft.texts[column] ?? "" }
        func lines(_ column: ModelSheetHeader.Column) -> [String] {
            var known: Set<String> = []
            return text(column).split(whereSeparator: \.isNewline).map { ModelSheetReading.spaced(String($0)) }
                .filter { !$0.isEmpty && known.insert($0).inserted }
        }
        let others: [(String, ModelSheetHeader.Column)] = [
            ("definition", .definition), ("ich_e6_r2_code", .ich), ("iso_14155", .iso),
            ("investigator_initiated", .investigatorInitiated), ("process_number", .processNumber),
            ("process_name", .processName),
        ]
        let alternates = lines(.alternateNames)
        return Artifact(
            number: draft.number, uniqueID: id, name: ModelSheetReading.spaced(text(.name)),
            isCore: text(.core).lowercased().hasPrefix("core"), levels: draft.levels, milestones: draft.due,
            isForSponsor: header.has(.sponsor) ? isMarked(text(.sponsor)) : stock?.isForSponsor ?? true,
            isForInvestigator: header.has(.investigator)
                ? isMarked(text(.investigator)) : stock?.isForInvestigator ?? false,
            mayUnblind: stock?.mayUnblind ?? false, datingConvention: ModelSheetReading.spaced(text(.datingConvention)),
            subArtifacts: lines(.subArtifacts),
            alternateNames: alternates + (stock?.alternateNames ?? []).filter { !alternates.contains($0) },
            nciCode: stock?.nciCode ?? "", summary: stock?.summary ?? "",
            otherColumns: others.compactMap { key, column in
                text(column).isEmpty ? nil : JSON.Member(key, .string(text(column)))
            }.sorted { $0.key < $1.key })
    }

    /// Three digits, as the model writes them; empty if the workbook has none.
    private mutating func uniqueID(_ row: CSVRow) -> String {
        guard header.has(.uniqueID) else { return "" }
        let text = cell(.uniqueID, row)
        if text.isEmpty { report(row.row, "Unique ID Number", "is blank") }
        guard let number = Decimal.value(of: text.utf8) else { return text }
        return Decimal.padded(number, to: 3)
    }

    /// The number of a milestone, whose cell reads `02 Clinical Infrastructure Ready`.
    private mutating func milestone(_ text: String, _ row: Int) -> String? {
        guard isMarked(text) else { return nil }
        let digits = text.drop { $0 == "#" }.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits), number > 0 else {
            report(row, "milestone", "expected one such as '02 Clinical Infrastructure Ready', found '\(text)'")
            return nil
        }
        let padded = Decimal.padded(number, to: 2)
        if milestones[padded] == nil {
            milestones[padded] = ModelSheetReading.spaced(
                String(text.drop { !$0.isWhitespace }))
        }
        return padded
    }

    /// Whether a cell says yes: with an X, or anything but `NO` and `N/A`.
    private func isMarked(_ text: String) -> Bool {
        !["", "NO", "NO*", "N", "N/A", "NA", "-"].contains(text.uppercased())
    }

    private func cell(_ column: ModelSheetHeader.Column, _ row: CSVRow) -> String {
        ManifestCell.trimmed(header.text(column, in: row))
    }

    private mutating func report(_ row: Int, _ column: String, _ message: String) {
        problems.append(InputProblem(source: source, row: row, column: column, message: message))
    }

    /// With one blank between words.
    private static func spaced(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
    }
}
