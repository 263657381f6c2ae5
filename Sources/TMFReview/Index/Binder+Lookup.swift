public import TMFModel

extension Binder {
    /// The documents at an artifact by scope and number, the withdrawn ones after all others.
    public func documents(at artifact: ArtifactNumber) -> [Document] {
        index.places(at: artifact).map { snapshot.documents[Int($0)] }
    }

    /// The documents at an artifact in one scope, by number; the withdrawn ones are left out.
    public func documents(at artifact: ArtifactNumber, in scope: Scope) -> [Document] {
        index.places(at: artifact, in: scope).map { snapshot.documents[Int($0)] }
    }

    /// The slots of an artifact, by scope.
    public func slots(at artifact: ArtifactNumber) -> ArraySlice<ExpectedSlot> {
        slotRanges[artifact].map { slots[$0] } ?? []
    }

    /// The whole study.
    public var tally: SlotTally { tallies.total }

    /// A zone by its number, `05`; all zero for a zone with nothing expected and nothing filed.
    public func tally(zone: String) -> SlotTally {
        UInt8(zone).flatMap { tallies.zones[$0] } ?? SlotTally()
    }

    /// A section by its number, `05.02`.
    public func tally(section: String) -> SlotTally {
        Self.sectionKey(section).flatMap { tallies.sections[$0] } ?? SlotTally()
    }

    /// A section, `05.02`, in one scope: a cell of the heat map. A country stands without its sites.
    public func tally(section: String, scope: Scope) -> SlotTally {
        Self.sectionKey(section).flatMap { tallies.cells[TallyTable.Cell(section: $0, scope: scope)] } ?? SlotTally()
    }

    public func tally(artifact: ArtifactNumber) -> SlotTally { tallies.artifacts[artifact] ?? SlotTally() }

    /// One scope by itself: the trial without its countries, a country without its sites.
    public func tally(scope: Scope) -> SlotTally { tallies.scopes[scope] ?? SlotTally() }

    /// A country with its sites.
    public func tally(country: Study.Country) -> SlotTally {
        var sum = tally(scope: .country(country.code))
        for site in country.sites { sum += tally(scope: .site(country.code, site.id)) }
        return sum
    }

    /// What an organization answers for, by its id: what is expected of it and filed about it, and everything about no
    /// organization at the places that it names most nearly.
    public func tally(organization: String) -> SlotTally { tallies.organizations[organization] ?? SlotTally() }

    static func sectionKey(_ section: String) -> TallyTable.SectionKey? {
        let parts = section.split(separator: ".")
        guard parts.count == 2, let zone = UInt8(parts[0]), let number = UInt8(parts[1]) else { return nil }
        return TallyTable.SectionKey(zone: zone, section: number)
    }
}
