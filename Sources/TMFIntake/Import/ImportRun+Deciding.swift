import TMFFormats
import TMFModel
import TMFStore

extension ImportRun {
    /// One record of a batch, with what its row says.
    struct Item {
        let row: ManifestRow
        let facts: DocumentFacts
        let version: VersionFacts
        /// The path as the source spells it; nil for a signpost.
        let path: String?
    }

    /// Decides what a record is, and counts it. Returns whether its bytes are to be kept.
    mutating func decide(_ item: Item, _ content: Content?, into batch: inout Batch) throws -> Bool {
        var version = item.version
        version.content = content
        let digest = content?.digest
        if let known = index.document(for: item.facts, version, digest: digest), let filed = index.documents[known] {
            if let ordinal = filed.ordinal(of: digest), digest != nil || version.url != nil {
                try decideFiled(item, version, known, filed, ordinal, &batch)
                return false
            }
            fileNext(item, version, known, filed, &batch)
            return true
        }
        let number = DocumentNumber(nextNumber)
        nextNumber += 1
        version.isAddendum = takesAddenda(item.facts.scope)
        batch.events.append(.documentFiled(number, item.facts, version))
        let other = countDuplicate(digest, item.row)
        note(item.row, .filed, number, version: 1, content, duplicateOf: other, into: &batch)
        index.note(item.facts, version, of: number, ordinal: 1)
        seen.insert(FiledIndex.Place(document: number, ordinal: 1))
        report.filed += 1
        report.note(content, named: version.originalName)
        return true
    }

    private mutating func fileNext(
        _ item: Item, _ version: VersionFacts, _ number: DocumentNumber, _ filed: FiledIndex.Known,
        _ batch: inout Batch
    ) {
        let ordinal = filed.versions.count + 1
        var version = version
        version.isAddendum = takesAddenda(filed.facts.scope)
        batch.events.append(.versionFiled(number, ordinal: ordinal, version))
        let other = countDuplicate(version.content?.digest, item.row)
        note(item.row, .newVersion, number, version: ordinal, version.content, duplicateOf: other, into: &batch)
        index.note(item.facts, version, of: number, ordinal: ordinal)
        seen.insert(FiledIndex.Place(document: number, ordinal: Int32(clamping: ordinal)))
        report.newVersions += 1
        report.note(version.content, named: version.originalName)
        guard rows.isManifest else { return }
        // What the row of the latest version says of the document holds.
        var amendment = RowAmendment(row: item.row, number: number)
        amendment.comparePlace(item.facts, filed.facts)
        amendment.compare(filed.facts, versions: ordinal)
        _ = amend(amendment, item, number, filed.facts, nil, &batch)
    }

    private mutating func decideFiled(
        _ item: Item, _ version: VersionFacts, _ number: DocumentNumber, _ filed: FiledIndex.Known, _ ordinal: Int,
        _ batch: inout Batch
    ) throws {
        report.unchanged += 1
        note(item.row, .unchanged, number, version: ordinal, version.content, into: &batch)
        guard rows.isManifest, filed.versions.indices.contains(ordinal - 1) else { return }
        var amendment = RowAmendment(row: item.row, number: number)
        guard seen.insert(FiledIndex.Place(document: number, ordinal: Int32(clamping: ordinal))).inserted else {
            tell(
                item.row, item.path == nil ? "url" : "path",
                "a row before it has the same bytes for \(number), so it was not filed again")
            return
        }
        let known = filed.versions[ordinal - 1]
        amendment.comparePlace(item.facts, filed.facts)
        amendment.compare(known.status)
        if ordinal == filed.versions.count, !filed.isWithdrawn {
            amendment.compare(filed.facts, versions: filed.versions.count)
        }
        var current: Version?
        if !version.saysTheSame(as: known), !filed.isWithdrawn {
            // Rare, so that its facts are read back instead of kept in memory for all.
            current = try store.document(number, in: study.id)?.version(ordinal)
            if let current { amendment.compare(current.facts) }
        }
        if amend(amendment, item, number, filed.facts, current, &batch) { report.amended += 1 }
    }

    /// Records the corrections if the rules allow them. Returns whether there are any.
    private mutating func amend(
        _ amendment: RowAmendment, _ item: Item, _ number: DocumentNumber, _ facts: DocumentFacts,
        _ version: Version?, _ batch: inout Batch
    ) -> Bool {
        var amendment = amendment
        var amended = Document(number: number, facts: facts, versions: version.map { [$0] } ?? [])
        if takesAddenda(facts.scope), !amendment.ofDocument.isEmpty || !amendment.ofVersion.isEmpty {
            amendment.refuse([FactError(field: "addendum", expected: "new records only, as \(facts.scope) is locked")])
        }
        do throws(FactError) {
            amended = try amended.amended(version: nil, amendment.ofDocument)
            if let version { amended = try amended.amended(version: version.ordinal, amendment.ofVersion) }
            let problems = rules.problems(amended.facts, amended.versions.first?.facts ?? item.version)
            if !problems.isEmpty { amendment.refuse(problems) }
        } catch {
            amendment.refuse([error])
        }
        for (column, message) in amendment.notices { tell(item.row, column, message) }
        if !amendment.ofDocument.isEmpty {
            batch.events.append(.documentAmended(number, version: nil, amendment.ofDocument))
            index.note(amended.facts, of: number)
        }
        if let version, !amendment.ofVersion.isEmpty {
            batch.events.append(.documentAmended(number, version: version.ordinal, amendment.ofVersion))
        }
        return !amendment.ofDocument.isEmpty || !amendment.ofVersion.isEmpty
    }

    private mutating func tell(_ row: ManifestRow, _ column: String, _ message: String) {
        report.notices.append(InputProblem(source: rows.source, row: row.row, column: column, message: message))
    }

    /// Returns the document that has the bytes, too; nil if none has.
    private mutating func countDuplicate(_ digest: Digest?, _ row: ManifestRow) -> DocumentNumber? {
        guard let digest, let other = index.document(with: digest) else { return nil }
        report.duplicates += 1
        report.duplicateOf.append((row.path ?? "", other))
        return other
    }
}
