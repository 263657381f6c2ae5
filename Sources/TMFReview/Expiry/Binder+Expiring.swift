public import TMFModel

extension Binder {
    /// The documents whose current version expires within so many days of the day of the binder, or has expired: the
    /// longest expired first.
    ///
    /// Left out is what needs no renewal: a document that another one has renewed, by a link or as a later
    /// record of the same kind about the same person, organization or place; and one that nobody needs any more,
    /// because the person has left, or the site, country or trial was closed before it lapsed. Drafts and returned versions were never in force.
    public func expiring(within days: Int) -> [ExpiringRecord] {
        days <= study.settings.expiryWindowDays ? lapsing.filter { $0.daysLeft <= days } : lapsing(within: days)
    }

    func lapsing(within days: Int) -> [ExpiringRecord] {
        let last = asOf.adding(days: days)
        let superseded = Set(
            snapshot.links.filter { $0.relation == .supersedes }
                .filter { Filling(of: snapshot.document($0.document)?.current, on: asOf).hasCounted }.map(\.target))
        let closed = study.closings
        let candidates = index.withExpiry.filter { place in
            let document = snapshot.documents[Int(place)]
            guard let current = document.current, let expires = current.expires, expires <= last,
                current.facts.status == .approved || current.facts.status == .filed,
                !superseded.contains(document.number)
            else { return false }
            if let end = closed[document.facts.scope], end < asOf, expires >= end { return false }
            return endsOfNeed[document.number].map { $0 >= asOf } ?? true
        }
        guard !candidates.isEmpty else { return [] }
        let renewals = Renewals(of: candidates, in: self)
        let records = candidates.compactMap { place -> ExpiringRecord? in
            let document = snapshot.documents[Int(place)]
            guard let current = document.current, let expires = current.expires,
                !renewals.hasRenewed(document, current)
            else { return nil }
            return ExpiringRecord(
                document: document.number, version: current.ordinal, expires: expires,
                daysLeft: expires.days(since: asOf), rule: current.facts.expiryRule)
        }
        return records.sorted { ($0.expires, $0.document) < ($1.expires, $1.document) }
    }

    /// The documents at artifacts whose records usually expire, of which nobody has said whether and when this one
    /// does: by number. What needs no renewal any more is left out.
    public var withoutExpiry: [Document] {
        let customary = CustomaryExpiry.stock.flatMap { kind in
            kind.records.artifacts(in: model).map { ($0, kind.records) }
        }
        var found: [Int32] = []
        for (artifact, records) in customary {
            for place in index.places(at: artifact) {
                let document = snapshot.documents[Int(place)]
                guard let current = document.current, current.saysNothingOfExpiry, !current.isSignpost,
                    current.facts.status == .approved || current.facts.status == .filed,
                    records.accepts(document.facts.subArtifact),
                    endsOfNeed[document.number].map({ $0 >= asOf }) ?? true
                else { continue }
                found.append(place)
            }
        }
        guard !found.isEmpty else { return [] }
        let renewals = Renewals(of: found, in: self)
        return found.sorted().map { snapshot.documents[Int($0)] }.filter { document in
            !(document.current.map { renewals.hasRenewed(document, $0) } ?? true)
        }
    }
}

extension Version {
    /// Whether neither a rule nor a date tells how long it is in force. A rule that counts months from a document
    /// date that is missing tells nothing.
    var saysNothingOfExpiry: Bool {
        switch facts.expiryRule {
        case nil: facts.expiryDate == nil
        case .some(ExpiryRule.none), .untilReplaced: false
        case .printed, .months: expires == nil
        }
    }
}
