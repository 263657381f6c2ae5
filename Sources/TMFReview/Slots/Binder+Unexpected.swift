public import TMFModel

extension Binder {
    /// What is filed beyond what is expected, by artifact and scope, for one artifact or for all; withdrawn documents
    /// are left out.
    ///
    /// A rule that expects `no` says that records may be filed there: they are never listed, unless they are more than
    /// its count allows. Nor are records of a sub-artifact that no rule names, or of an older version of the protocol
    /// than those that concern their place.
    public func unexpected(at artifact: ArtifactNumber? = nil) -> [UnexpectedRecord] {
        (overCounts(at: artifact) + strays(at: artifact)).sorted {
            ($0.artifact, $0.scope, $0.documents.first?.value ?? 0) < (
                $1.artifact, $1.scope, $1.documents.first?.value ?? 0
            )
        }
    }

    /// More documents in force than a rule has use for.
    func overCounts(at artifact: ArtifactNumber? = nil) -> [UnexpectedRecord] {
        let slots: ArraySlice<ExpectedSlot> = artifact.map { self.slots(at: $0) } ?? self.slots[...]
        return slots.filter { $0.surplus > 0 }.map { slot in
            UnexpectedRecord(
                kind: .overCount, rule: slot.rule.id, artifact: slot.address.artifact, scope: slot.address.scope,
                person: slot.address.person, organization: slot.address.organization,
                documents: Array(slot.documents.prefix(slot.counting)),
                isExcused: slot.rule.atMost == nil,
                explanation: [
                    "Rule \(slot.rule.id) asks for \(slot.rule.countInWords), and \(slot.counting) are in force for "
                        + "\(slot.place): \(slot.surplus) more than asked for."
                ])
        } + overCountsOfUnasked(at: artifact)
    }

    /// Too many documents where a rule expects none but limits how many there may be.
    private func overCountsOfUnasked(at artifact: ArtifactNumber?) -> [UnexpectedRecord] {
        rules.filter {
            $0.expectation == .no && $0.atMost != nil && (artifact == nil || $0.artifact == artifact)
        }.flatMap { rule in
            study.scopes(at: rule.level).filter { rule.countries.contains($0) }.compactMap { scope in
                let documents = index.places(at: rule.artifact, in: scope)
                    .filter { index.fillings[Int($0)].counts }.map { snapshot.documents[Int($0)].number }
                guard let most = rule.atMost, documents.count > most else { return nil }
                return UnexpectedRecord(
                    kind: .overCount, rule: rule.id, artifact: rule.artifact, scope: scope, person: nil,
                    organization: nil, documents: documents.sorted(), isExcused: false,
                    explanation: [
                        "Rule \(rule.id) allows \(most), and \(documents.count) are in force for \(scope.inWords)."
                    ])
            }
        }
    }

    /// Documents that fill no slot where no rule says that they may be filed.
    func strays(at artifact: ArtifactNumber? = nil) -> [UnexpectedRecord] {
        let judging = StrayJudging(self)
        let places: ArraySlice<Int32> = artifact.map { index.places(at: $0) } ?? index.order[...]
        var isUsed = [Bool](repeating: false, count: snapshot.documents.count)
        for slots in slotsServed(by: artifact) {
            for number in slots.lazy.flatMap(\.documents) {
                if let place = snapshot.place(of: number) { isUsed[place] = true }
            }
        }
        var strays: [UnexpectedRecord] = []
        // Documents of one artifact and scope are neighbours: what rules say of them is looked up once.
        var here: (cell: Int32, place: StrayJudging.Place?)?
        for place in places where index.fillings[Int(place)] != .withdrawn && !isUsed[Int(place)] {
            let cell = index.cells[Int(place)]
            if here?.cell != cell {
                let (artifact, scope) = index.cellPlaces[Int(cell)]
                here = (cell, judging.place(artifact, scope))
            }
            if let here = here?.place, let stray = judging.record(snapshot.documents[Int(place)], at: here) {
                strays.append(stray)
            }
        }
        return strays
    }

    /// The slots that records of an artifact may fill; all for nil.
    private func slotsServed(by artifact: ArtifactNumber?) -> [ArraySlice<ExpectedSlot>] {
        guard let artifact else { return [slots[...]] }
        let asking = Set(rules.filter { $0.artifacts.contains(artifact) }.map(\.artifact))
        return asking.map { slots(at: $0) }
    }
}
