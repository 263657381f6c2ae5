import TMFModel

/// What is filed already, by everything that lets an import recognize it; kept up to date while it files.
struct FiledIndex {
    /// One version, by where it stands.
    struct Place: Hashable {
        let document: DocumentNumber
        let ordinal: Int32
    }

    /// What is known of a version: enough to see that a row says nothing new of it.
    struct KnownVersion {
        /// Zero for a signpost.
        let digest: Digest
        let fingerprint: Int
        let status: VersionStatus
    }

    /// What is known of a document that rows may refer to.
    struct Known {
        var facts: DocumentFacts
        var versions: [KnownVersion] = []
        var isWithdrawn: Bool

        /// The version with these bytes; the latest where there are none, as of a signpost.
        func ordinal(of digest: Digest?) -> Int? {
            guard let digest else { return versions.count }
            return versions.firstIndex { $0.digest == digest }.map { $0 + 1 }
        }
    }

    private struct SourceID: Hashable {
        let system: String
        let id: String
    }

    private(set) var documents = KnownDocuments()
    private var bySource: [SourceID: Place] = [:]
    private var byPath: [String: [Place]] = [:]
    private var byKey: [String: DocumentNumber] = [:]
    private var byDigest: [Digest: DocumentNumber] = [:]
    private var byURL: [String: [DocumentNumber]] = [:]
    private var sizes: [Digest: Int64] = [:]

    init(_ snapshot: StudySnapshot) {
        for document in snapshot.documents {
            for version in document.versions {
                note(
                    document.facts, version.facts, of: document.number, ordinal: version.ordinal,
                    isWithdrawn: document.withdrawal != nil)
            }
        }
    }

    /// Takes note of a version. `facts` count for the first alone.
    mutating func note(
        _ facts: DocumentFacts, _ version: VersionFacts, of number: DocumentNumber, ordinal: Int,
        isWithdrawn: Bool = false
    ) {
        let place = Place(document: number, ordinal: Int32(clamping: ordinal))
        let known = KnownVersion(
            digest: version.content?.digest ?? .zero, fingerprint: version.fingerprint, status: version.status)
        documents.change(number, first: Known(facts: facts, isWithdrawn: isWithdrawn)) { $0.versions.append(known) }
        if let key = facts.key { byKey[key] = number }
        if let system = version.source.system, let id = version.source.id {
            bySource[SourceID(system: system, id: id)] = place
        }
        if let path = version.source.path { byPath[path, default: []].append(place) }
        if let content = version.content {
            if byDigest[content.digest] == nil { byDigest[content.digest] = number }
            sizes[content.digest] = content.bytes
        }
        if let url = version.url { byURL[url, default: []].append(number) }
    }

    /// Takes note of corrected facts of a document.
    mutating func note(_ facts: DocumentFacts, of number: DocumentNumber) {
        documents.change(number) { $0.facts = facts }
    }

    /// A document with these bytes; nil if none has them.
    func document(with digest: Digest) -> DocumentNumber? { byDigest[digest] }

    /// The document that a row's `document` column names; nil if it is new.
    func document(key: String) -> DocumentNumber? {
        if let number = byKey[key] { return number }
        // Only the written-out form is a number: a key may well be all digits.
        guard key.hasPrefix("D-"), let number = DocumentNumber(key), documents[number] != nil else { return nil }
        return number
    }

    /// The document that the record continues or repeats; nil if it is a new one.
    func document(for facts: DocumentFacts, _ version: VersionFacts, digest: Digest?) -> DocumentNumber? {
        if let system = version.source.system, let id = version.source.id,
            let place = bySource[SourceID(system: system, id: id)], continues(place.document, digest: digest)
        {
            return place.document
        }
        // One address elsewhere may stand for records of several places.
        if let url = version.url { return byURL[url]?.last { documents[$0]?.facts.address == facts.address } }
        let places = version.source.path.flatMap { byPath[$0] } ?? []
        if let digest, let same = places.last(where: { documents[$0.document]?.ordinal(of: digest) != nil }) {
            return same.document
        }
        if let key = facts.key { return document(key: key) }
        // The same path at the same place, with other bytes: the next version. At another place: another record that
        // happens to have the same name.
        guard version.source.id == nil else { return nil }
        return places.last { place in
            documents[place.document].map { !$0.isWithdrawn && $0.facts.address == facts.address } ?? false
        }?.document
    }

    /// The digest that a file had when it was last filed from this path with this size: worth comparing before copying.
    func expectedDigest(path: String?, source: Source, size: Int64) -> Digest? {
        if let digest = path.flatMap({ byPath[$0] })?.reversed().lazy.compactMap({ digest(at: $0, size: size) }).first {
            return digest
        }
        guard let system = source.system, let id = source.id, let place = bySource[SourceID(system: system, id: id)]
        else { return nil }
        return digest(at: place, size: size)
    }

    private func digest(at place: Place, size: Int64) -> Digest? {
        guard let known = documents[place.document], known.versions.indices.contains(Int(place.ordinal) - 1) else {
            return nil
        }
        let digest = known.versions[Int(place.ordinal) - 1].digest
        return sizes[digest] == size ? digest : nil
    }

    /// A withdrawn document takes no further version, but what it has need not be filed again.
    private func continues(_ number: DocumentNumber, digest: Digest?) -> Bool {
        guard let known = documents[number] else { return false }
        return !known.isWithdrawn || known.ordinal(of: digest) != nil
    }
}

extension VersionFacts {
    /// Equal, within one run of the program, for versions of which a manifest says the same.
    fileprivate var fingerprint: Int {
        var hasher = Hasher()
        hasher.combine(label)
        hasher.combine(documentDate)
        hasher.combine(partialDocumentDate)
        hasher.combine(receivedDate)
        hasher.combine(expiryDate)
        hasher.combine(expiryRule)
        hasher.combine(copy)
        hasher.combine(note)
        return hasher.finalize()
    }

    /// Whether a manifest says the same of both.
    func saysTheSame(as known: FiledIndex.KnownVersion) -> Bool { fingerprint == known.fingerprint }
}
