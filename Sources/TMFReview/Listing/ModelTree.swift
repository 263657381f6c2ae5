public import TMFModel

/// The reference model's tree with the figures of a binder, as the objects that `tree` prints.
public struct ModelTree: Sendable {
    private let binder: Binder
    private let isFilledOnly: Bool
    private let contains: @Sendable (ArtifactNumber) -> Bool

    /// Branches without an artifact that `contains` accepts are left out; with `isFilledOnly`, so are those without a
    /// document.
    public init(
        _ binder: Binder, isFilledOnly: Bool, contains: @escaping @Sendable (ArtifactNumber) -> Bool = { _ in true }
    ) {
        self.binder = binder
        self.isFilledOnly = isFilledOnly
        self.contains = contains
    }

    /// Study and day, and the zones.
    public var json: JSON { .full(binder.context + [("zones", .array(zones))]) }

    /// Zones with their `sections`, and these with their `artifacts`.
    public var zones: [JSON] {
        binder.model.zones.compactMap { zone in
            let sections = binder.model.sections(ofZone: zone.number).compactMap { section -> JSON? in
                let artifacts = artifacts(of: section)
                guard !artifacts.isEmpty else { return nil }
                return node(
                    section.number, section.name, binder.tally(section: section.number),
                    ("artifacts", .array(artifacts)))
            }
            guard !sections.isEmpty else { return nil }
            return node(zone.number, zone.name, binder.tally(zone: zone.number), ("sections", .array(sections)))
        }
    }

    /// The same nodes one after the other: 0 deep for zones, 1 for sections, 2 for artifacts.
    public var flat: [(depth: Int, node: JSON)] {
        zones.flatMap { zone in
            [(0, zone)]
                + (zone["sections"]?.array ?? []).flatMap { section in
                    [(1, section)] + (section["artifacts"]?.array ?? []).map { (2, $0) }
                }
        }
    }

    private func artifacts(of section: ReferenceModel.Section) -> [JSON] {
        binder.model.artifacts(ofSection: section.number).compactMap { artifact in
            let tally = binder.tally(artifact: artifact.number)
            guard contains(artifact.number), !isFilledOnly || tally.documents > 0 else { return nil }
            return node(artifact.number.description, artifact.name, tally, nil)
        }
    }

    private func node(_ number: String, _ name: String, _ tally: SlotTally, _ below: (String, JSON?)?) -> JSON {
        .full(
            [
                ("number", .string(number)), ("name", .string(name)), ("expected", .int(tally.expected)),
                ("due", .int(tally.due)), ("complete", .int(tally.complete)), ("missing", .int(tally.missing)),
                ("expired", .int(tally.expired)), ("documents", .int(tally.documents)),
            ] + (below.map { [$0] } ?? []))
    }
}
