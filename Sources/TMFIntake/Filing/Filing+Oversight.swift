public import TMFModel
import TMFStore

extension Filing {
    /// The number that the next sample gets.
    public func nextSampleNumber() throws -> Int {
        (try store.oversight(of: study.id).samples.last?.draw.number ?? 0) + 1
    }

    /// Records a sample as it was drawn. Throws `InputProblems` if the file changed since its population was read.
    public func recordSample(_ draw: QualityDraw) throws -> QualitySample {
        guard try store.head(of: study.id)?.seq == draw.through else {
            throw InputProblems([
                InputProblem(source: "sample", message: "the file changed while the sample was drawn; draw it again")
            ])
        }
        try record(.oversight(.sampleDrawn(draw)))
        guard let sample = try store.oversight(of: study.id).samples.last else {
            throw StoreError.contradiction("sample \(draw.number) was not recorded")
        }
        return sample
    }

    /// States that a gate may open although a blocker stands in it, because. Needs a reason. Whether there is such a
    /// blocker is the caller's to see: gates are judged elsewhere.
    public func override(_ blocker: OverriddenBlocker) throws {
        try requireReason("a blocker is overridden")
        try record(.oversight(.blockerOverridden(blocker)))
    }

    /// Takes an override back: the blocker keeps the gate closed again. Throws `InputProblems` if there is none.
    public func liftOverride(of blocker: String, gate: String) throws {
        let overrides = try store.oversight(of: study.id).overrides
        guard let known = overrides.first(where: { $0.overridden.gate == gate && $0.overridden.blocker == blocker })
        else {
            throw InputProblems([
                InputProblem(
                    source: blocker, message: "is not overridden; `tmf gate \(gate)` lists what is")
            ])
        }
        try record(.oversight(.overrideLifted(known.overridden)))
    }

    /// Locks a part of the trial: from now on it takes addenda only.
    ///
    /// Throws `InputProblems` if it is locked, or the study has no such place; `StoreError.contradiction` if the
    /// journal went on since the gate was judged.
    public func lock(_ locking: Locking) throws -> PlaceLock {
        guard study.contains(locking.scope) else {
            throw InputProblems([
                InputProblem(source: "lock", message: "study \(study.id) has no place \(locking.scope)")
            ])
        }
        let locks = try store.oversight(of: study.id)
        if let lock = locks.lock(covering: locking.scope) {
            throw InputProblems([
                InputProblem(
                    source: "lock", message: "\(locking.scope) is locked already, since \(lock.at.day) by \(lock.by)")
            ])
        }
        try record(.oversight(.placeLocked(locking)))
        guard let lock = try store.locks(of: study.id).first(where: { $0.locking == locking }) else {
            throw StoreError.contradiction("the lock of \(locking.scope) was not recorded")
        }
        return lock
    }

    /// Opens a locked part of the trial again. Needs a reason. A place that is locked by the lock of a wider one is
    /// opened by opening that.
    public func unlock(_ scope: Scope) throws {
        try requireReason("a locked place is opened again")
        let oversight = try store.oversight(of: study.id)
        guard oversight.locks.contains(where: { $0.locking.scope == scope }) else {
            let wider = oversight.lock(covering: scope)
            throw InputProblems([
                InputProblem(
                    source: "unlock",
                    message: wider.map { "\(scope) is locked by the lock of \($0.locking.scope); unlock that" }
                        ?? "\(scope) is not locked")
            ])
        }
        try record(.oversight(.placeUnlocked(scope)))
    }

    /// A version that arrives as an addendum is one only where the place is locked, and needs a reason. Throws
    /// `InputProblems`.
    func checkAddendum(_ version: VersionFacts, in scope: Scope, source: String) throws {
        guard version.isAddendum else { return }
        try requireReason("an addendum is filed")
        guard try store.oversight(of: study.id).lock(covering: scope) == nil else { return }
        throw InputProblems([
            InputProblem(
                source: source, column: "addendum", message: "\(scope) is not locked; file it without --addendum")
        ])
    }
}
