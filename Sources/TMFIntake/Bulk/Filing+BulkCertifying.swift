public import SystemPackage
import TMFFormats
public import TMFModel

extension Filing {
    /// What a listing of copies would certify. A row is about the version that it names, else about the one in force;
    /// its cells `certified_by`, `certified_on` and `certified_method` stand before `certification`. Other columns are
    /// passed over, but where the listing shows digests, they must be those of the versions.
    ///
    /// A copy that is certified in the same words already is passed over. Throws `InputProblems` with everything that
    /// is wrong, by row and column: an original, a record held elsewhere, a certification of another day or person, a
    /// day after `today`, or nobody, no day and no method stated; `LockedRows`.
    public func planCertifications(
        from path: FilePath, _ certification: CopyCertification, today: Day
    ) throws -> BulkPlan {
        try plan(
            from: path, knowing: ListingColumn.allCases.map(\.rawValue), requiring: ListingColumn.document.rawValue
        ) { _, row, run in
            let (document, version) = try run.version(of: row) { $0.current }
            guard run.hasListedBytes(row, document, version) else { return }
            var stated = certification
            if !row[.certifiedBy].isEmpty { stated.by = row[.certifiedBy] }
            if !row[.certifiedMethod].isEmpty { stated.method = row[.certifiedMethod] }
            if let day = run.value(row[.certifiedOn], of: "certified_on", .certifiedOn) {
                if !day.isEmpty { stated.on = Day(day) }
                try certify(document, version, stated, today: today, &run)
            }
        }
    }

    /// The same for the versions in force of documents that a query has found.
    public func planCertifications(
        of numbers: [DocumentNumber], _ certification: CopyCertification, today: Day
    ) throws -> BulkPlan {
        var run = try BulkRun(self, source: "certify")
        for number in numbers {
            try run.row(nil) { run in
                let document = try run.document(number.description)
                try certify(
                    document, run.version("", of: document) { $0.current }, certification, today: today, &run)
            }
        }
        return try run.finished()
    }

    private func certify(
        _ document: Document, _ version: Version, _ certification: CopyCertification, today: Day,
        _ run: inout BulkRun
    ) throws {
        let which = "version \(version.ordinal) of \(document.number)"
        guard version.facts.content != nil else {
            throw FactError(field: "document", expected: "a copy; \(which) is a record that another system holds")
        }
        let filed = version.facts.copy
        if filed?.kind == .original {
            throw FactError(field: "copy", expected: "a copy; \(which) is stated to be the original")
        }
        guard let by = certification.by, let on = certification.on, let method = certification.method else {
            throw FactError(
                field: certification.by == nil
                    ? "certified_by" : certification.on == nil ? "certified_on" : "certified_method",
                expected: "who certified \(which), when and how")
        }
        if on > today { throw FactError(field: "certified_on", expected: "a day that has come, not \(on)") }
        let statement = CopyStatement(kind: .certifiedCopy, certifiedBy: by, certifiedOn: on, certifiedMethod: method)
        if filed == statement { return }
        if let filed, filed.kind == .certifiedCopy {
            throw FactError(
                field: "certified_by",
                expected: "a copy that is not certified; \(which) is, by \(filed.certifiedBy ?? "?") on "
                    + "\(filed.certifiedOn?.description ?? "?"), and `tmf amend` corrects what is said of it")
        }
        let correction = try correction(
            of: document, version: version.ordinal,
            setting: [
                ("copy", statement.kind.rawValue), ("certified_by", by), ("certified_on", on.description),
                ("certified_method", method),
            ])
        try run.add(correction, before: (document, version))
    }
}
