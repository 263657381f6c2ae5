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

    init(
        slots: [ExpectedSlot], documents: [Document], index: DocumentIndex, responsibilities: Responsibilities,
        asOf: Day
    ) {
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
        var filed = SlotTally()
        unowned = SlotTally()
        for (position, place) in index.order.enumerated() {
            guard index.fillings[Int(place)] != .withdrawn else { continue }
            let facts = documents[Int(place)].facts
            filed.documents += 1
            if let organization = facts.organization {
                organizations[organization, default: SlotTally()].documents += 1
            } else {
                unowned.documents += 1
            }
            let next = position + 1 < index.order.count ? Int(index.order[position + 1]) : nil
            if let next, index.fillings[next] != .withdrawn, documents[next].facts.artifact == facts.artifact,
                documents[next].facts.scope == facts.scope
            {
                continue
            }
            add(filed, unowned, artifact: facts.artifact, scope: facts.scope, responsibilities)
            filed = SlotTally()
            unowned = SlotTally()
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
