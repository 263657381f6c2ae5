import ArgumentParser
import TMFFormats
import TMFModel

/// Where in the trial a record belongs. A site's country need not be said.
struct PlaceOptions: ParsableArguments {
    @Option(help: "trial, country or site; if absent, what --country and --site say.")
    var level: String?

    @Option(help: ArgumentHelp("ISO 3166-1 alpha-3 code of the country.", valueName: "code"))
    var country: String?

    @Option(help: ArgumentHelp("Number of the site.", valueName: "id"))
    var site: String?

    @Option(help: ArgumentHelp("The person the record is about, by the id in the study file.", valueName: "id"))
    var person: String?

    @Option(help: ArgumentHelp("The organization the record is about, by its id.", valueName: "id"))
    var organization: String?

    @Option(help: ArgumentHelp("The sub-artifact, by its name.", valueName: "name"))
    var subArtifact: String?

    func validate() throws { _ = try row() }

    var texts: [(ManifestColumn, String?)] {
        [
            (.level, level), (.country, country), (.site, site), (.person, person), (.organization, organization),
            (.subArtifact, subArtifact),
        ]
    }

    /// A manifest's row that says the same. Throws `ValidationError` if a value does not fit its column.
    func row() throws -> ManifestRow {
        var row = ManifestRow(row: 1)
        try row.set(texts)
        return row
    }
}

extension ManifestRow {
    /// Sets the columns whose text is neither nil nor empty. Throws `ValidationError` with the option's name.
    mutating func set(_ texts: [(ManifestColumn, String?)]) throws {
        for case (let column, let text?) in texts where !text.isEmpty {
            do {
                try set(column, to: text)
            } catch {
                let option = column.rawValue.split(separator: "_").joined(separator: "-")
                throw ValidationError("The value '\(text)' is invalid for '--\(option)': expected \(error.expected).")
            }
        }
    }

    /// What the row states, checked against nothing but the study's places. Problems name the options' source alone:
    /// there is no row to point at.
    func stated(
        in study: Study, model: ReferenceModel, source: String
    ) throws(InputProblems) -> (document: DocumentFacts, version: VersionFacts) {
        do {
            return try facts(in: study, model: model, source: source)
        } catch {
            throw InputProblems(
                error.problems.map { InputProblem(source: $0.source, column: $0.column, message: $0.message) })
        }
    }
}

extension SlotAddress {
    /// The place that facts of a document name.
    init(_ facts: DocumentFacts) {
        self.init(
            artifact: facts.artifact, subArtifact: facts.subArtifact, scope: facts.scope, person: facts.person,
            organization: facts.organization)
    }
}
