import TMFModel

extension Binder {
    /// The documents whose current version expires within so many days of the day of the binder, or has expired: the
    /// longest expired first.
    ///
    /// A document that another one has renewed is left out: one in force that supersedes it by a link, or one with a
    /// later document date at the same place about the same person or organization. Drafts and returned versions
    /// were never in force, and are left out too.
    public func expiring(within days: Int) -> [ExpiringRecord] {
        let last = asOf.adding(days: days)
        let superseded = Set(
            snapshot.links.filter { $0.relation == .supersedes }
                .filter { snapshot.document($0.document)?.counts(on: asOf) ?? false }.map(\.target))
        var records: [ExpiringRecord] = []
        for place in index.withExpiry {
            let document = snapshot.documents[Int(place)]
            guard let current = document.current, let expires = current.expires, expires <= last,
                current.facts.status == .approved || current.facts.status == .filed,
                !superseded.contains(document.number), !isRenewed(document, current)
            else { continue }
            records.append(
                ExpiringRecord(
                    document: document.number, version: current.ordinal, expires: expires,
                    daysLeft: expires.days(since: asOf), rule: current.facts.expiryRule))
        }
        return records.sorted { ($0.expires, $0.document) < ($1.expires, $1.document) }
    }

    /// Only a person's or an organization's records replace each other by themselves: two certificates of a site that
    /// name neither may be about different things.
    private func isRenewed(_ document: Document, _ current: Version) -> Bool {
        let facts = document.facts
        guard facts.person != nil || facts.organization != nil, let date = current.facts.documentDate else {
            return false
        }
        return index.places(at: facts.artifact, in: facts.scope).contains { place in
            let other = snapshot.documents[Int(place)]
            guard other.number != document.number, index.fillings[Int(place)].counts,
                other.facts.person == facts.person, other.facts.organization == facts.organization,
                other.facts.subArtifact == facts.subArtifact, other.facts.language == facts.language,
                let otherDate = other.current?.facts.documentDate
            else { return false }
            return otherDate > date
        }
    }
}
