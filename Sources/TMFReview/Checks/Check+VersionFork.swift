import TMFModel

extension Check {
    /// A version numbered lower than one before it, or two documents that both take the place of a third.
    static let versionFork = Check(
        code: "version-fork", title: "Versions follow each other in one line", severity: .warning,
        rationale: "Where versions branch or run backwards nobody can say which one was in force."
    ) { binder in
        var findings: [Finding] = []
        for document in binder.snapshot.documents where document.withdrawal == nil && document.versions.count > 1 {
            if let finding = backwards(document) { findings.append(finding) }
        }
        let successors = Dictionary(grouping: binder.snapshot.links.filter { $0.relation == .supersedes }, by: \.target)
        for (target, links) in successors.sorted(by: { $0.key < $1.key }) where links.count > 1 {
            let standing = Set(links.map(\.document)).sorted().filter {
                binder.snapshot.document($0)?.counts(on: binder.asOf) ?? false
            }
            // One of them may have taken the other's place in turn.
            let last = standing.filter { number in
                !(successors[number] ?? []).contains { standing.contains($0.document) }
            }
            guard last.count > 1, let document = binder.snapshot.document(target) else { continue }
            let numbers = last.map(\.description).joined(separator: " and ")
            findings.append(
                Finding(
                    rule: "version-fork", severity: .warning, artifact: document.facts.artifact,
                    scope: document.facts.scope, person: document.facts.person,
                    organization: document.facts.organization, document: target,
                    message: "\(numbers) both supersede \(target).",
                    explanation: ["Each is approved and in force, and neither supersedes the other."]))
        }
        return findings
    }

    private static func backwards(_ document: Document) -> Finding? {
        var highest: (label: VersionLabel, version: Version)?
        for version in document.versions {
            guard version.facts.status == .approved || version.facts.status == .filed,
                let label = version.facts.label.flatMap({ VersionLabel($0) })
            else { continue }
            guard let before = highest, label < before.label else {
                highest = (label, version)
                continue
            }
            return Finding(
                rule: "version-fork", severity: .warning, artifact: document.facts.artifact,
                scope: document.facts.scope, person: document.facts.person,
                organization: document.facts.organization, document: document.number,
                message:
                    "\(document.number): version \(version.ordinal), labelled \(version.facts.label ?? ""), was filed after version \(before.version.ordinal), labelled \(before.version.facts.label ?? "").",
                explanation: [
                    "They are dated \(words(version.facts.documentDate)) and \(words(before.version.facts.documentDate)).",
                    document.current.map { "Version \($0.ordinal) counts as the current one." },
                ].compactMap { $0 })
        }
        return nil
    }

    private static func words(_ day: Day?) -> String { day?.description ?? "nothing" }
}
