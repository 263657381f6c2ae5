import TMFModel

extension Check {
    /// More documents in force than the most a rule allows; where a rule names no most, two in force for one thing that
    /// nothing tells apart.
    ///
    /// Documents of one place are told apart by sub-artifact, language and document date: a later one renews the
    /// earlier. The same bytes twice are the matter of `exact-duplicate`.
    static let overCount = Check(
        code: "over-count", title: "No place holds more records than it has use for", severity: .notice,
        rationale: "Where one record is asked for and two are in force, readers cannot know which one holds."
    ) { binder in
        let superseded = Set(binder.snapshot.links.filter { $0.relation == .supersedes }.map(\.target))
        return binder.overCounts().compactMap { record in
            guard record.isExcused else { return finding(record, record.documents, binder) }
            let alike = alike(record.documents.filter { !superseded.contains($0) }, binder)
            return alike.isEmpty ? nil : finding(record, alike, binder)
        }
    }

    private static func finding(
        _ record: UnexpectedRecord, _ documents: [DocumentNumber], _ binder: Binder
    ) -> Finding {
        let numbers = documents.prefix(5).map(\.description).joined(separator: ", ")
        let more = documents.count > 5 ? " and \(documents.count - 5) more" : ""
        let name = binder.model.artifact(record.artifact)?.name ?? ""
        return Finding(
            rule: "over-count", severity: .notice, artifact: record.artifact, scope: record.scope,
            person: record.person, organization: record.organization, document: documents.last,
            message:
                "\(record.artifact) \(name), \(record.scope.inWords): \(numbers)\(more) stand where fewer are asked for.",
            explanation: record.explanation)
    }

    private struct Likeness: Hashable {
        let subArtifact: String?
        let language: String?
        let isTranslation: Bool
        let date: Day?
    }

    /// The largest group of documents in force that nothing tells apart; empty if each stands alone.
    private static func alike(_ numbers: [DocumentNumber], _ binder: Binder) -> [DocumentNumber] {
        var groups: [Likeness: [DocumentNumber]] = [:]
        var contents: Set<Digest> = []
        for number in numbers {
            guard let place = binder.snapshot.place(of: number), binder.index.fillings[place].counts,
                let current = binder.snapshot.documents[place].current
            else { continue }
            if let digest = current.facts.content?.digest, !contents.insert(digest).inserted { continue }
            let facts = binder.snapshot.documents[place].facts
            let likeness = Likeness(
                subArtifact: facts.subArtifact?.lowercased(), language: facts.language,
                isTranslation: facts.translationOf != nil, date: current.facts.documentDate)
            groups[likeness, default: []].append(number)
        }
        return groups.values.filter { $0.count > 1 }.max { ($0.count, $1[0]) < ($1.count, $0[0]) } ?? []
    }
}
