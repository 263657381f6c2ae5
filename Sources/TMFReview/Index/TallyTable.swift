import TMFModel

/// Slots and documents counted once, by every part of the file that is ever asked for.
struct TallyTable: Sendable {
    private(set) var total = SlotTally()
    private(set) var zones: [UInt8: SlotTally] = [:]
    private(set) var sections: [SectionKey: SlotTally] = [:]
    private(set) var artifacts: [ArtifactNumber: SlotTally] = [:]
    /// Each scope by itself: a country without its sites.
    private(set) var scopes: [Scope: SlotTally] = [:]
    private(set) var organizations: [String: SlotTally] = [:]
    private(set) var cells: [Cell: SlotTally] = [:]

    struct SectionKey: Hashable, Sendable {
        let zone: UInt8
        let section: UInt8
    }

    /// A section in one scope.
    struct Cell: Hashable, Sendable {
        let section: SectionKey
        let scope: Scope
    }

    /// Of nothing.
    init() {}

    init(slots: [ExpectedSlot], index: DocumentIndex, responsibilities: Responsibilities, asOf: Day) {
        // Slots and documents of one artifact and scope are neighbours: each run is counted, then added once.
        var run = SlotTally()
        // What is about no organization is the responsibility of whoever names the place.
        var unowned = SlotTally()
        for (place, slot) in slots.enumerated() {
            let isDue = slot.isDue(on: asOf)
            run.count(slot.state, isDue: isDue)
            if let organization = slot.address.organization {
                organizations[organization, default: SlotTally()].count(slot.state, isDue: isDue)
            } else {
                unowned.count(slot.state, isDue: isDue)
            }
            let isLast = place + 1 == slots.count
            if isLast || slots[place + 1].address.artifact != slot.address.artifact
                || slots[place + 1].address.scope != slot.address.scope
            {
                add(run, unowned, artifact: slot.address.artifact, scope: slot.address.scope, responsibilities)
                run = SlotTally()
                unowned = SlotTally()
            }
        }
        var owned: [Int32: Int] = [:]
        for (organization, places) in index.ofOrganizations {
            organizations[organization, default: SlotTally()].documents += places.count
            for place in places { owned[index.cells[Int(place)], default: 0] += 1 }
        }
        for (cell, range) in index.cellRanges.enumerated()
        where index.fillings[Int(index.order[range.lowerBound])] != .withdrawn {
            let filed = SlotTally(documents: range.count)
            let unowned = SlotTally(documents: range.count - (owned[Int32(cell)] ?? 0))
            let (artifact, scope) = index.cellPlaces[cell]
            add(filed, unowned, artifact: artifact, scope: scope, responsibilities)
        }
    }

    private mutating func add(
        _ run: SlotTally, _ unowned: SlotTally, artifact: ArtifactNumber, scope: Scope,
        _ responsibilities: Responsibilities
    ) {
        if !responsibilities.isEmpty, let organization = responsibilities.organization(at: artifact, in: scope) {
            organizations[organization, default: SlotTally()] += unowned
        }
        let section = SectionKey(zone: artifact.zone, section: artifact.section)
        total += run
        zones[artifact.zone, default: SlotTally()] += run
        sections[section, default: SlotTally()] += run
        artifacts[artifact, default: SlotTally()] += run
        scopes[scope, default: SlotTally()] += run
        cells[Cell(section: section, scope: scope), default: SlotTally()] += run
    }
}
