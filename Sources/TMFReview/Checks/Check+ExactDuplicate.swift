import TMFModel

extension Check {
    /// The same bytes in two documents about which nobody has decided. Reported once per set, at the later documents.
    static let exactDuplicate = Check(
        code: "exact-duplicate", title: "No content is filed twice", severity: .warning,
        rationale: "A record stands once in its place; elsewhere it is referred to."
    ) { binder in
        var first = [Digest: (document: DocumentNumber, version: Int)](
            minimumCapacity: binder.snapshot.documents.count)
        let decisions = binder.snapshot.oversight.duplicates.map(\.decision)
        var findings: [Finding] = []
        for document in binder.snapshot.documents where document.withdrawal == nil {
            var reported: Set<DocumentNumber> = []
            for version in document.versions {
                // Empty files are all alike, and have a check of their own.
                guard let content = version.facts.content, content.bytes > 0 else { continue }
                guard let known = first[content.digest] else {
                    first[content.digest] = (document.number, version.ordinal)
                    continue
                }
                guard known.document != document.number,
                    !decisions.contains(where: {
                        $0.otherStudy == nil
                            && $0.covers(known.version, of: known.document, and: version.ordinal, of: document.number)
                    }), reported.insert(known.document).inserted
                else { continue }
                findings.append(
                    Finding(
                        rule: "exact-duplicate", severity: .warning, artifact: document.facts.artifact,
                        scope: document.facts.scope, person: document.facts.person,
                        organization: document.facts.organization, document: document.number,
                        message:
                            "\(document.number) version \(version.ordinal) has the same content as \(known.document)."))
            }
        }
        return findings
    }
}
