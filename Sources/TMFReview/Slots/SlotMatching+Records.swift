import TMFModel

/// Due dates that count from a date in a record.
extension SlotMatching {
    /// The earliest document or received date, or the latest expiry date, of the records at an artifact: of the scope
    /// itself, and where it has none, of what encloses it.
    func trigger(
        _ date: ExpectationRule.Due.RecordDate, _ artifact: ArtifactNumber, _ facts: ScopeFacts
    ) -> DueTrigger {
        for scope in [facts.scope] + facts.enclosingScopes {
            var found: (day: Day, document: DocumentNumber)?
            for place in index.places(at: artifact, in: scope) {
                let document = snapshot.documents[Int(place)]
                for version in document.versions
                where version.facts.status == .approved || version.facts.status == .filed {
                    guard let day = version.day(date) else { continue }
                    let isBetter = found.map { date == .expiryDate ? day > $0.day : day < $0.day } ?? true
                    if isBetter { found = (day, document.number) }
                }
            }
            if let found {
                return DueTrigger(scope: scope, source: .record(date, artifact, found.document), day: found.day)
            }
        }
        return DueTrigger(scope: facts.scope, source: .record(date, artifact, nil), day: nil)
    }
}

extension Version {
    fileprivate func day(_ date: ExpectationRule.Due.RecordDate) -> Day? {
        switch date {
        case .documentDate: facts.documentDate
        case .receivedDate: facts.receivedDate
        case .expiryDate: expires
        }
    }
}
