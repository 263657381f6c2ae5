public import TMFModel

/// Whether a gate is open, and what keeps it closed.
public struct GateReport: Hashable, Sendable {
    /// A blocker that somebody overrode with a reason.
    public struct Overridden: Hashable, Sendable {
        public let blocker: GateBlocker
        public let override: GateOverride
    }

    public let gate: Gate
    public let study: String
    public let asOf: Day
    /// The trial with everything in it, a country with its sites, or one site.
    public let place: Scope
    /// What keeps it closed, in the order of the gate's criteria.
    public let blockers: [GateBlocker]
    /// What would, had it not been overridden.
    public let overridden: [Overridden]

    public var isOpen: Bool { blockers.isEmpty }

    /// Judges a gate for a part of the trial, on the binder's day.
    public init(_ gate: Gate, at place: Scope = .trial, in binder: Binder) {
        let judging = GateJudging(gate: gate, place: place, binder: binder)
        let overrides = Dictionary(
            binder.snapshot.oversight.overrides.filter { $0.overridden.gate == gate.id }.map {
                ($0.overridden.blocker, $0)
            }, uniquingKeysWith: { first, _ in first })
        var blockers: [GateBlocker] = []
        var overridden: [Overridden] = []
        for blocker in judging.blockers() {
            if let override = overrides[blocker.id] {
                overridden.append(Overridden(blocker: blocker, override: override))
            } else {
                blockers.append(blocker)
            }
        }
        self.gate = gate
        study = binder.study.id
        asOf = binder.asOf
        self.place = place
        self.blockers = blockers
        self.overridden = overridden
    }

    /// The object that `gate` prints.
    public var json: JSON {
        .full([
            ("study", .string(study)), ("gate", .string(gate.id)), ("place", .string(place.description)),
            ("as_of", .string(asOf.description)), ("open", .bool(isOpen)),
            ("blockers", .array(blockers.map(\.json))),
            ("overridden", .array(overridden.map { $0.blocker.json(overriddenBy: $0.override) })),
        ])
    }
}
