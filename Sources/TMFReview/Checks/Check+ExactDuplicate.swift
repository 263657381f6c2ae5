import TMFModel

extension Check {
    /// The same bytes in two documents about which nobody has decided. Reported once per set, at the later documents.
    static let exactDuplicate = Check(
        code: "exact-duplicate", title: "No content is filed twice", severity: .warning,
        rationale: "A record stands once in its place; elsewhere it is referred to."
    ) { binder in
        let repeated = repeatedDigests(binder.snapshot.documents)
        guard !repeated.isEmpty else { return [] }
        var first: [Digest: (document: DocumentNumber, version: Int)] = [:]
        let decisions = binder.snapshot.oversight.duplicates.map(\.decision)
        var findings: [Finding] = []
        for document in binder.snapshot.documents where document.withdrawal == nil {
            var reported: Set<DocumentNumber> = []
            for version in document.versions {
                // Empty files are all alike, and have a check of their own.
                guard let content = version.facts.content, content.bytes > 0, repeated.contains(content.digest) else {
                    continue
                }
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

    /// The digests that more than one version has, few as a rule: sorting finds them sooner than a table of all.
    private static func repeatedDigests(_ documents: [Document]) -> Set<Digest> {
        var digests: [Digest] = []
        digests.reserveCapacity(documents.count)
        for document in documents {
            for version in document.versions {
                if let digest = version.facts.content?.digest { digests.append(digest) }
            }
        }
        digests.sort()
        return Set(zip(digests, digests.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
    }
}
