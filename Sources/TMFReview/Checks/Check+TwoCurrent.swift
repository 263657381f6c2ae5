import TMFModel

extension Check {
    /// Two documents that look like two versions of one record, both current.
    ///
    /// Only artifacts that the model dates by their version are asked, and only documents in one place, with one title
    /// and different version numbers, of which neither supersedes the other.
    static let twoCurrent = Check(
        code: "two-current", title: "Only one version of a record is current", severity: .warning,
        rationale: "Two current versions side by side leave open which one holds."
    ) { binder in
        let superseded = Set(binder.snapshot.links.filter { $0.relation == .supersedes }.map(\.target))
        var findings: [Finding] = []
        for artifact in binder.model.artifacts where artifact.datingConvention == "Version Date" {
            var places: [RecordPlace: [Candidate]] = [:]
            for place in binder.index.places(at: artifact.number) where binder.index.fillings[Int(place)] == .approved {
                let document = binder.snapshot.documents[Int(place)]
                guard !superseded.contains(document.number),
                    let label = document.current?.facts.label.flatMap({ VersionLabel($0) })
                else { continue }
                places[RecordPlace(document.facts), default: []].append(Candidate(label: label, document: document))
            }
            // Titles are taken apart only where there is something to compare.
            let groups = places.values.filter(haveSeveralLabels).flatMap {
                Dictionary(grouping: $0) { words(of: $0.document.facts.title) }.values.filter(haveSeveralLabels)
            }
            for group in groups {
                let sorted = group.sorted { ($0.label, $0.document.number) < ($1.label, $1.document.number) }
                guard let highest = sorted.last else { continue }
                for candidate in sorted where candidate.label < highest.label {
                    let document = candidate.document
                    findings.append(
                        Finding(
                            rule: "two-current", severity: .warning, artifact: artifact.number,
                            scope: document.facts.scope, person: document.facts.person,
                            organization: document.facts.organization, document: document.number,
                            message:
                                "\(document.number) and \(highest.document.number) are both current, with versions \(document.current?.facts.label ?? "") and \(highest.document.current?.facts.label ?? "") and the same title.",
                            explanation: [
                                "Both are approved and in force at one place; nothing says that one supersedes the other."
                            ]))
                }
            }
        }
        return findings
    }

    private struct Candidate {
        let label: VersionLabel
        let document: Document
    }

    private static func haveSeveralLabels(_ candidates: [Candidate]) -> Bool {
        candidates.dropFirst().contains { $0.label != candidates[0].label }
    }

    /// The words of a title without what states a version: `v2.0`, `Version 2`. Other numbers tell records apart.
    private static func words(of title: String) -> [Substring] {
        var words: [Substring] = []
        var isAfterVersion = false
        for word in title.lowercased().split(whereSeparator: { " _,;()[]".contains($0) }) {
            let isNumbered = VersionLabel(String(word)) != nil
            defer { isAfterVersion = word == "version" || word == "v" || word == "v." }
            if word == "version" || word == "v" || word == "v." { continue }
            if isNumbered, isAfterVersion || word.first == "v" { continue }
            words.append(word)
        }
        return words
    }
}

/// What two documents that look like one record have in common besides their titles.
private struct RecordPlace: Hashable {
    let subArtifact: String?
    let scope: Scope
    let person: String?
    let organization: String?
    let language: String?
    let translationOf: String?
    let isRestricted: Bool

    init(_ facts: DocumentFacts) {
        subArtifact = facts.subArtifact
        scope = facts.scope
        person = facts.person
        organization = facts.organization
        language = facts.language
        translationOf = facts.translationOf
        isRestricted = facts.isRestricted
    }
}
