public import TMFModel

extension ManifestRow {
    /// The facts that this row states for a study, with what follows from the rest filled in:
    ///
    /// - level: the site's, else the country's, else the trial's, by which of them is set
    /// - country: that of the site, if the study knows it
    /// - title: by the study's template, else the file's name without folders, extension and underscores, else the
    ///   artifact's name
    /// - status: waiting for quality control where the study requires it, else approved
    ///
    /// Content is not set. Whether the study and the model allow the facts is for `FilingRules`.
    /// Throws `InputProblems`, with `source` as the file, if the row does not say where the record belongs.
    public func facts(
        in study: Study, model: ReferenceModel, source: String
    ) throws(InputProblems) -> (document: DocumentFacts, version: VersionFacts) {
        var problems: [InputProblem] = []
        if artifact == nil {
            problems.append(
                problem(.artifact, "no artifact: say where the record belongs, or take the row out", source))
        }
        var scope: Scope?
        do throws(FactError) {
            scope = try self.scope(in: study)
        } catch {
            problems.append(
                InputProblem(source: source, row: row, column: error.field, message: "expected \(error.expected)"))
        }
        if copy != .certifiedCopy, certifiedBy != nil || certifiedOn != nil || certifiedMethod != nil {
            problems.append(
                problem(
                    .copy, "expected certified-copy, because the row says who certified it, when or how", source))
        }
        guard problems.isEmpty, let artifact, let scope else { throw InputProblems(problems) }
        var document = DocumentFacts(
            artifact: artifact, subArtifact: subArtifact, scope: scope, person: person, organization: organization,
            title: title ?? titleOfFile ?? model.artifact(artifact)?.name ?? artifact.description,
            language: language, translationOf: translationOf, isRestricted: restricted ?? false, key: self.document)
        let version = VersionFacts(
            label: self.version, documentDate: documentDate, partialDocumentDate: partialDocumentDate,
            receivedDate: receivedDate, expiryDate: expiryDate,
            expiryRule: expiryRule,
            copy: copy.map {
                CopyStatement(
                    kind: $0, certifiedBy: certifiedBy, certifiedOn: certifiedOn, certifiedMethod: certifiedMethod)
            },
            status: status ?? (study.settings.isQualityControlRequired ? .filed : .approved),
            filedElsewhere: filedDate, source: Source(system: sourceSystem, id: sourceID, path: path),
            originalName: fileName, url: url, note: note, metadata: extra)
        if title == nil { document.title = study.title(of: document, version, in: model) ?? document.title }
        return (document, version)
    }

    /// The last part of the path.
    private var fileName: String? {
        path.flatMap { $0.utf8.split(separator: UInt8(ascii: "/")).last }.map { String(Substring($0)) }
    }

    private var titleOfFile: String? {
        guard let name = fileName else { return nil }
        var stem = name[...]
        if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex, name[dot...].utf8.count <= 6 {
            stem = name[..<dot]
        }
        let words = stem.unicodeScalars.split { $0 == "_" || $0.isBlank }.map { String($0) }
        let title = words.joined(separator: " ")
        return title.isEmpty ? nil : title
    }

    private func scope(in study: Study) throws(FactError) -> Scope {
        switch level ?? (site != nil ? .site : country != nil ? .country : .trial) {
        case .trial:
            if country != nil { throw FactError(field: "country", expected: "no country at trial level") }
            if site != nil { throw FactError(field: "site", expected: "no site at trial level") }
            return .trial
        case .country:
            if site != nil { throw FactError(field: "site", expected: "no site at country level") }
            guard let country else { throw FactError(field: "country", expected: "a country at country level") }
            return .country(country)
        case .site:
            guard let site else { throw FactError(field: "site", expected: "a site at site level") }
            if let country { return .site(country, site) }
            guard let known = study.scope(ofSite: site) else {
                throw FactError(field: "site", expected: "a site of the study, which has no site '\(site)'")
            }
            return known
        }
    }

    private func problem(_ column: ManifestColumn, _ message: String, _ source: String) -> InputProblem {
        InputProblem(source: source, row: row, column: column.rawValue, message: message)
    }
}
