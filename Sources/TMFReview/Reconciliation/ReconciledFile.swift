import TMFModel

/// The filed records as reconciliation needs them: by artifact, without the withdrawn ones.
struct ReconciledFile {
    let study: Study
    private let model: ReferenceModel
    private let documents: [ArtifactNumber: [Document]]
    /// Documents that a link says approve another, by the one approved.
    private let approvals: [DocumentNumber: Set<DocumentNumber>]

    init(_ snapshot: StudySnapshot, model: ReferenceModel) {
        study = snapshot.study
        self.model = model
        documents = Dictionary(grouping: snapshot.documents.filter { $0.withdrawal == nil }, by: \.facts.artifact)
        var approvals: [DocumentNumber: Set<DocumentNumber>] = [:]
        for link in snapshot.links where link.relation == .approves {
            approvals[link.target, default: []].insert(link.document)
        }
        self.approvals = approvals
    }

    /// The documents at some artifacts, by number.
    func documents(at artifacts: [String]) -> [Document] {
        artifacts.compactMap { ArtifactNumber($0) }.flatMap { documents[$0] ?? [] }.sorted { $0.number < $1.number }
    }

    /// The curricula vitae of everyone, at whichever artifact of them.
    var curricula: [Document] {
        documents.filter { model.artifact($0.key)?.name.contains("Curriculum Vitae") ?? false }
            .flatMap(\.value)
    }

    func approves(_ approval: Document, _ document: DocumentNumber) -> Bool {
        approvals[document]?.contains(approval.number) ?? false
    }
}

extension Document {
    /// The day of the version in force, else of the latest.
    var day: Day? { listedVersion?.facts.documentDate }

    /// Whether a key of another system stands in its facts: as source, in the metadata, or as a word of title, key or
    /// file name.
    func mentions(_ key: String) -> Bool {
        let key = key.lowercased()
        let texts = [facts.title, facts.key].compactMap { $0 }
        if texts.contains(where: { Words.contain(key, in: $0) }) { return true }
        return versions.contains { version in
            let filed = version.facts
            if filed.source.id?.lowercased() == key { return true }
            if filed.metadata.contains(where: { $0.value.string?.lowercased() == key }) { return true }
            return [filed.originalName, filed.note].compactMap { $0 }.contains { Words.contain(key, in: $0) }
        }
    }
}

/// Texts that other systems and people write in their own ways.
enum Words {
    /// Lower-case letters and digits with single hyphens: `Sub Investigator` is `sub-investigator`.
    static func key(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    /// Whether a key stands in a text by itself, not as a part of a longer word or number.
    static func contain(_ key: String, in text: String) -> Bool {
        let text = Array(text.lowercased().utf8)
        let key = Array(key.lowercased().utf8)
        guard !key.isEmpty, key.count <= text.count else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
        }
        for start in 0...(text.count - key.count) where text[start..<(start + key.count)].elementsEqual(key) {
            let end = start + key.count
            let beginsAlone = start == 0 || !isWord(text[start - 1])
            // `1.0` does not stand in `1.0.2`.
            let goesOn = end + 1 < text.count && text[end] == UInt8(ascii: ".") && isWord(text[end + 1])
            let isNumber = key.allSatisfy { !(0x61...0x7A).contains($0) }
            if beginsAlone, end == text.count || !isWord(text[end]), !(goesOn && isNumber) { return true }
        }
        return false
    }
}
