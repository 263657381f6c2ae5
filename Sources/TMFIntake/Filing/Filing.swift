public import SystemPackage
public import TMFModel
public import TMFStore

/// Files and corrects single records in one study, each step checked before it is recorded.
///
/// Every function throws `InputProblems` if the record does not fit the study or the model, `StoreError` if the store
/// refuses, and an error of the disk; nothing was changed then.
public struct Filing {
    public let store: Store
    public let study: Study
    public let model: ReferenceModel
    let attribution: Attribution
    let rules: FilingRules

    /// Reads the study as it stands. Throws `StoreError.noSuchStudy`.
    public init(store: Store, study: String, model: ReferenceModel, by attribution: Attribution) throws {
        self.store = store
        guard let current = try store.currentStudy(study) else {
            throw StoreError.noSuchStudy(study, known: try store.studies())
        }
        self.study = current
        self.model = model
        self.attribution = attribution
        rules = FilingRules(study: self.study, model: model)
    }

    /// The status of a version that arrives without one: it waits for quality control where the study asks for it.
    public static func initialStatus(in study: Study) -> VersionStatus {
        study.settings.isQualityControlRequired ? .filed : .approved
    }

    /// Files a new document with the bytes at `path` as its first version.
    public func file(_ path: FilePath, _ facts: DocumentFacts, _ version: VersionFacts) throws -> Document {
        try require(rules.problems(facts, version), source: path.string)
        try checkAddendum(version, in: facts.scope, source: path.string)
        let staged = try store.stage(path)
        var version = version
        version.content = staged.content
        version.originalName = version.originalName ?? path.lastComponent?.string
        return try recordNew(facts, version, staged: [staged])
    }

    /// Files a new document with bytes that were made here, such as a report, as its first version.
    public func file(
        _ bytes: [UInt8], named name: String, _ facts: DocumentFacts, _ version: VersionFacts
    ) throws -> Document {
        try require(rules.problems(facts, version), source: name)
        let staged = try store.content.stage(token: "filing", name: name) { try $0(bytes[...]) }
        var version = version
        version.content = staged.content
        version.originalName = version.originalName ?? name
        return try recordNew(facts, version, staged: [staged])
    }

    /// Files a record that another system holds: where it is, not what it says.
    public func signpost(_ facts: DocumentFacts, _ version: VersionFacts) throws -> Document {
        var problems = rules.problems(facts, version)
        if version.url == nil { problems.append(FactError(field: "url", expected: "where the record is held")) }
        try require(problems, source: "signpost")
        try checkAddendum(version, in: facts.scope, source: "signpost")
        return try recordNew(facts, version, staged: [])
    }

    /// Files the next version of a document. Throws `InputProblems` if the bytes are those of its latest version.
    public func revise(_ number: DocumentNumber, with path: FilePath, _ version: VersionFacts) throws -> Document {
        let document = try openDocument(number)
        try require(rules.problems(document.facts, version), source: path.string)
        try checkAddendum(version, in: document.facts.scope, source: path.string)
        let staged = try store.stage(path)
        if let latest = document.versions.last, latest.facts.content?.digest == staged.content.digest {
            try store.content.discard(staged)
            throw InputProblems([
                InputProblem(
                    source: path.string,
                    message: "the same bytes as version \(latest.ordinal) of \(number); there is nothing to file")
            ])
        }
        var version = version
        version.content = staged.content
        version.originalName = version.originalName ?? path.lastComponent?.string
        try record(.versionFiled(number, ordinal: document.versions.count + 1, version), staged: [staged])
        return try self.document(number)
    }

    /// The document as it stands. Throws `StoreError.noSuchDocument`.
    public func document(_ number: DocumentNumber) throws -> Document {
        guard let document = try store.document(number, in: study.id) else {
            throw StoreError.noSuchDocument(number.description)
        }
        return document
    }

    /// The same, refused if it was withdrawn.
    func openDocument(_ number: DocumentNumber) throws -> Document {
        let document = try document(number)
        if let withdrawal = document.withdrawal {
            throw InputProblems([
                InputProblem(
                    source: number.description,
                    message: "it was withdrawn on \(withdrawal.at.day) by \(withdrawal.by); file a new document instead"
                )
            ])
        }
        return document
    }

    func record(_ event: JournalEvent, staged: [StagedContent] = []) throws {
        do {
            try store.record([event], in: study.id, by: attribution, staged: staged)
        } catch {
            // The first failure is the one to tell; what stays behind is removed when the store next opens.
            store.content.discardWhatCanBe(staged)
            throw error
        }
    }

    func require(_ problems: [FactError], source: String) throws {
        guard !problems.isEmpty else { return }
        throw InputProblems(
            problems.map { InputProblem(source: source, column: $0.field, message: "expected \($0.expected)") })
    }

    private func recordNew(_ facts: DocumentFacts, _ version: VersionFacts, staged: [StagedContent]) throws -> Document
    {
        let number = try store.nextDocumentNumber(in: study.id)
        try record(.documentFiled(number, facts, version), staged: staged)
        return try document(number)
    }
}

extension Store {
    /// Copies a file into the store's `incoming/` and hashes it. Throws if it is not a regular file.
    func stage(_ path: FilePath) throws -> StagedContent {
        try stage(path, token: "filing", name: path.lastComponent?.string)
    }
}
