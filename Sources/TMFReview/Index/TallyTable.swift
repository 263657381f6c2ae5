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

    init(slots: [ExpectedSlot], documents: [Document], index: DocumentIndex, asOf: Day) {
        // Slots and documents of one artifact and scope are neighbours: each run is counted, then added once.
        var run = SlotTally()
        for (place, slot) in slots.enumerated() {
            let isDue = slot.isDue(on: asOf)
            run.count(slot.state, isDue: isDue)
            if let organization = slot.address.organization {
                organizations[organization, default: SlotTally()].count(slot.state, isDue: isDue)
            }
            let isLast = place + 1 == slots.count
            if isLast || slots[place + 1].address.artifact != slot.address.artifact
                || slots[place + 1].address.scope != slot.address.scope
            {
                add(run, artifact: slot.address.artifact, scope: slot.address.scope)
                run = SlotTally()
            }
        }
        var filed = SlotTally()
        for (position, place) in index.order.enumerated() {
            guard index.fillings[Int(place)] != .withdrawn else { continue }
            let facts = documents[Int(place)].facts
            filed.documents += 1
            if let organization = facts.organization {
                organizations[organization, default: SlotTally()].documents += 1
            }
            let next = position + 1 < index.order.count ? Int(index.order[position + 1]) : nil
            if let next, index.fillings[next] != .withdrawn, documents[next].facts.artifact == facts.artifact,
                documents[next].facts.scope == facts.scope
            {
                continue
            }
            add(filed, artifact: facts.artifact, scope: facts.scope)
            filed = SlotTally()
        }
    }

    private mutating func add(_ run: SlotTally, artifact: ArtifactNumber, scope: Scope) {
        let section = SectionKey(zone: artifact.zone, section: artifact.section)
        total += run
        zones[artifact.zone, default: SlotTally()] += run
        sections[section, default: SlotTally()] += run
        artifacts[artifact, default: SlotTally()] += run
        scopes[scope, default: SlotTally()] += run
        cells[Cell(section: section, scope: scope), default: SlotTally()] += run
    }
}
