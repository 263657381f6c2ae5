import TMFModel

extension Reconciliation {
    /// Each person of the list against the people of the study and the filed curricula vitae, and each person of the
    /// study against the list. A person is found by id, else by name.
    mutating func reconcilePeople(_ list: TrialList, _ file: ReconciledFile) {
        let everyone = file.study.everyone
        var isListed = Array(repeating: false, count: everyone.count)
        let withCV = Set(file.curricula.compactMap(\.facts.person))
        for row in list.rows {
            let id = row.texts[.person]
            let shown = id ?? row.texts[.name] ?? ""
            let role = row.texts[.role] ?? ""
            let subject = "\(shown) as \(role)" + (row.texts[.site].map { " at site \($0)" } ?? "")
            let candidates = everyone.indices.filter { place in
                let (scope, person) = everyone[place]
                let isPerson = id.map { $0 == person.id } ?? (Words.key(shown) == Words.key(person.name))
                let isHere = row.texts[.site].map { $0 == scope.site } ?? true
                return isPerson && isHere && (row.country == nil || row.country == scope.country)
            }
            let free = candidates.filter { !isListed[$0] }
            let sameRole = candidates.filter { Words.key(everyone[$0].person.role) == Words.key(role) }
            guard
                let place = sameRole.first(where: { !isListed[$0] }) ?? sameRole.first ?? free.first ?? candidates.first
            else {
                missing(row, subject, "the study does not list this person here")
                continue
            }
            isListed[place] = true
            let (scope, person) = everyone[place]
            let found = "\(person.id) as \(person.role) in \(scope)"
            if Words.key(person.role) != Words.key(role) { compare(row, .role, with: person.role, found) }
            compare(row, .from, with: person.from?.description, found)
            compare(row, .to, with: person.to?.description, found)
            if withCV.contains(person.id) {
                matched += 1
            } else {
                missing(row, found, "no curriculum vitae of this person is filed")
            }
        }
        for place in everyone.indices where !isListed[place] {
            let (scope, person) = everyone[place]
            unlisted(
                nil, "\(person.id) as \(person.role) in \(scope)", "the list does not have this person of the study")
        }
    }
}
