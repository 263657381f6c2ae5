import TMFModel

/// Records counted once, by every part of the file: filing, quality, expiry and findings.
struct RecordFigureTable {
    private(set) var total = RecordFigures()
    private(set) var zones: [UInt8: RecordFigures] = [:]
    private(set) var sections: [TallyTable.SectionKey: RecordFigures] = [:]
    /// Each scope by itself: a country without its sites.
    private(set) var scopes: [Scope: RecordFigures] = [:]
    private(set) var organizations: [String: RecordFigures] = [:]
    private(set) var versions = 0
    private(set) var documents = 0

    private struct Cell: Hashable {
        let artifact: ArtifactNumber
        let scope: Scope
    }

    init(_ binder: Binder) {
        let index = binder.index
        let filed = binder.snapshot.documents
        let responsibilities = Responsibilities(binder.study)
        let limit = binder.study.settings.filingDays
        var cells = [RecordFigures](repeating: RecordFigures(), count: index.cellPlaces.count)
        // What an organization answers for because the record is about it, taken from what its place would say.
        var owned: [Int: RecordFigures] = [:]

        func count(at place: Int, _ figures: RecordFigures) {
            let cell = Int(index.cells[place])
            cells[cell] += figures
            guard let organization = filed[place].facts.organization else { return }
            organizations[organization, default: RecordFigures()] += figures
            if !responsibilities.isEmpty { owned[cell, default: RecordFigures()] += figures }
        }

        for place in filed.indices where index.fillings[place] != .withdrawn {
            documents += 1
            versions += filed[place].versions.count
            var figures = RecordFigures()
            figures.count(filed[place], limit: limit)
            count(at: place, figures)
        }
        for record in binder.expiring(within: binder.study.settings.expiryWindowDays) {
            guard let place = binder.snapshot.place(of: record.document) else { continue }
            var figures = RecordFigures()
            if record.daysLeft < 0 { figures.expiry.expired = 1 } else { figures.expiry.expiring = 1 }
            count(at: place, figures)
        }
        for (cell, figures) in cells.enumerated() {
            let (artifact, scope) = index.cellPlaces[cell]
            var unowned = figures
            if let owned = owned[cell] { unowned -= owned }
            add(figures, unowned: unowned, artifact, scope, responsibilities)
        }
        addFindings(of: binder, responsibilities)
    }

    /// Findings of one artifact and scope are neighbours: each run is counted, then added once.
    private mutating func addFindings(of binder: Binder, _ responsibilities: Responsibilities) {
        var run = RecordFigures()
        var unowned = RecordFigures()
        var current: Cell?
        for finding in binder.findings {
            let cell = finding.artifact.map { Cell(artifact: $0, scope: finding.scope ?? .trial) }
            if cell != current {
                if let current { add(run, unowned: unowned, current.artifact, current.scope, responsibilities) }
                current = cell
                run = RecordFigures()
                unowned = RecordFigures()
            }
            guard cell != nil else {
                // It speaks of the study as a whole.
                total.findings.count(finding.severity)
                continue
            }
            run.findings.count(finding.severity)
            if let organization = finding.organization {
                organizations[organization, default: RecordFigures()].findings.count(finding.severity)
            } else {
                unowned.findings.count(finding.severity)
            }
        }
        if let current { add(run, unowned: unowned, current.artifact, current.scope, responsibilities) }
    }

    private mutating func add(
        _ figures: RecordFigures, unowned: RecordFigures, _ artifact: ArtifactNumber, _ scope: Scope,
        _ responsibilities: Responsibilities
    ) {
        total += figures
        zones[artifact.zone, default: RecordFigures()] += figures
        let section = TallyTable.SectionKey(zone: artifact.zone, section: artifact.section)
        sections[section, default: RecordFigures()] += figures
        scopes[scope, default: RecordFigures()] += figures
        guard !responsibilities.isEmpty, let organization = responsibilities.organization(at: artifact, in: scope)
        else { return }
        organizations[organization, default: RecordFigures()] += unowned
    }
}
