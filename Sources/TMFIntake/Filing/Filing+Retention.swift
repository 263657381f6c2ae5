public import TMFModel
import TMFStore

extension Filing {
    /// States an event from which retention periods run, or corrects the day it was stated for. Needs a reason: what
    /// shows it. Whether any rule waits for such an event is the caller's to see.
    ///
    /// Throws `InputProblems` if it is stated for that day already, or the study has no such country.
    public func stateEvent(_ event: RetentionEvent) throws -> StatedEvent {
        try requireReason("an event is stated")
        if let country = event.country, study.country(country) == nil {
            throw refusal(event.name, "study \(study.id) has no country \(country)")
        }
        let stated = try stated(event.name, in: event.country)
        if let stated, stated.event.day == event.day {
            throw refusal(event.name, "it was stated for \(event.day) already, on \(stated.at.day) by \(stated.by)")
        }
        try record(.retention(.eventStated(event, before: stated?.event.day)))
        guard let now = try self.stated(event.name, in: event.country) else {
            throw StoreError.contradiction("\(event.name) was not recorded")
        }
        return now
    }

    /// Takes back what was stated: it has not happened. Needs a reason.
    public func withdrawEvent(_ name: String, in country: CountryCode?) throws -> RetentionEvent {
        try requireReason("an event is taken back")
        guard let stated = try stated(name, in: country) else {
            throw refusal(name, "it is not stated; `tmf retention events` lists what is")
        }
        try record(.retention(.eventWithdrawn(stated.event)))
        return stated.event
    }

    /// Places a hold: nothing of what it covers may be destroyed. Needs a reason.
    public func placeHold(
        _ kind: HoldStatement.Kind, on scope: Scope = .trial, branch: String? = nil, document: DocumentNumber? = nil,
        reference: String? = nil
    ) throws -> RetentionHold {
        try requireReason("a hold is placed")
        guard study.contains(scope) else { throw refusal("hold", "study \(study.id) has no place \(scope)") }
        let held = try document.map { try self.document($0) }
        let number = HoldNumber(Int(try ledger().holds.last?.number.value ?? 0) + 1)
        try record(
            .retention(
                .holdPlaced(
                    HoldStatement(
                        number: number, kind: kind, scope: held?.facts.scope ?? scope, branch: branch,
                        document: document, reference: reference))))
        return try hold(number)
    }

    /// Lifts a hold. Needs a reason.
    public func liftHold(_ number: HoldNumber) throws -> RetentionHold {
        try requireReason("a hold is lifted")
        let hold = try hold(number)
        if let lifting = hold.lifting {
            throw refusal(number.description, "it was lifted on \(lifting.at.day) by \(lifting.by)")
        }
        try record(.retention(.holdLifted(number, hold.statement.document)))
        return try self.hold(number)
    }

    /// The number that the next disposal gets.
    public func nextDisposalNumber() throws -> DisposalNumber {
        DisposalNumber((try ledger().disposals.map { Int($0.statement.number.value) }.max() ?? 0) + 1)
    }

    /// Confirms that things were destroyed, all or none. The store keeps its own bytes and its history.
    ///
    /// Whether their time had come is the caller's to see. Throws `StoreError.held` if a hold covers one,
    /// `InputProblems` if a text is missing, `StoreError.contradiction` if one is on record already.
    public func confirm(_ disposals: [DisposalStatement]) throws {
        for disposal in disposals {
            for (column, text) in [("method", disposal.method), ("confirmed-by", disposal.confirmedBy)]
            where text.allSatisfy(\.isWhitespace) {
                throw InputProblems([
                    InputProblem(
                        source: disposal.document.description, column: column, message: "expected it in words")
                ])
            }
            _ = try document(disposal.document)
        }
        try store.record(disposals.map { .retention(.disposalConfirmed($0)) }, in: study.id, by: attribution)
    }

    private func ledger() throws -> RetentionLedger { try store.oversight(of: study.id).retention }

    private func stated(_ name: String, in country: CountryCode?) throws -> StatedEvent? {
        try ledger().events.first { $0.event.name == name && $0.event.country == country }
    }

    private func hold(_ number: HoldNumber) throws -> RetentionHold {
        guard let hold = try ledger().holds.first(where: { $0.number == number }) else {
            throw refusal(number.description, "no such hold in study \(study.id); `tmf retention holds` lists them")
        }
        return hold
    }

    private func refusal(_ source: String, _ message: String) -> InputProblems {
        InputProblems([InputProblem(source: source, message: message)])
    }
}
