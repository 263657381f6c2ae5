import TMFModel

extension Check {
    /// A document that another one is said to take the place of, which itself is withdrawn or was sent back.
    ///
    /// A successor that is a draft or waits for quality control is on its way: nothing is said of it here.
    static let supersededWithoutSuccessor = Check(
        code: "superseded-without-successor", title: "What was superseded has its successor", severity: .warning,
        rationale: "A superseded record leads the reader on to the one in force: it must be there."
    ) { binder in
        let successors = Dictionary(grouping: binder.snapshot.links.filter { $0.relation == .supersedes }, by: \.target)
        return successors.sorted { $0.key < $1.key }.compactMap { target, links in
            guard let document = binder.snapshot.document(target), document.withdrawal == nil else { return nil }
            let gone = links.compactMap { link -> String? in
                guard let successor = binder.snapshot.document(link.document) else { return nil }
                if let withdrawal = successor.withdrawal {
                    return "\(successor.number) was withdrawn on \(withdrawal.at.day)"
                }
                guard let newest = successor.versions.last, newest.facts.status == .returned,
                    !successor.versions.contains(where: { $0.facts.status == .approved })
                else { return nil }
                return "\(successor.number) was returned by quality control on \(newest.statusAt.day)"
            }
            guard !gone.isEmpty, gone.count == links.count else { return nil }
            return Finding(
                rule: "superseded-without-successor", severity: .warning, artifact: document.facts.artifact,
                scope: document.facts.scope, person: document.facts.person,
                organization: document.facts.organization, document: target,
                message: "\(target) is said to be superseded, but \(gone.joined(separator: ", and ")).",
                explanation: [
                    "Links say that \(links.map(\.document.description).joined(separator: ", ")) supersedes it."
                ])
        }
    }
}
