import TMFModel

/// What the columns of one manifest mean, by their place.
struct ManifestHeader {
    enum Meaning: Hashable {
        case known(ManifestColumn)
        /// Kept as metadata under this name.
        case extra(String)
        /// For the reader of a plan.
        case ignored
        /// The header has no name here.
        case unnamed
    }

    let meanings: [Meaning]

    /// Throws `InputProblems` with everything that is wrong with the names.
    init(_ row: CSVRow, source: String) throws(InputProblems) {
        let names = row.fields.map { ManifestCell.trimmed(FormulaGuard.unguarded($0)) }
        let keys = names.map(ManifestHeader.normalized)
        let exact = Set(keys.compactMap(ManifestColumn.init(rawValue:)))
        var problems: [InputProblem] = []
        var firstPlaces: [Meaning: String] = [:]
        var meanings: [Meaning] = []
        for (name, key) in zip(names, keys) {
            let meaning = ManifestHeader.meaning(of: name, key, beside: exact)
            meanings.append(meaning)
            if meaning == .unnamed || meaning == .ignored { continue }
            if let first = firstPlaces[meaning] {
                let others = first == name ? "twice" : "both as '\(first)' and as '\(name)'"
                problems.append(
                    InputProblem(
                        source: source, row: row.row, column: name,
                        message: "this column stands \(others): keep one of them"))
            }
            firstPlaces[meaning] = name
        }
        let known = Set(
            meanings.compactMap { meaning in if case .known(let column) = meaning { column } else { nil } })
        for (name, meaning) in zip(names, meanings) {
            guard case .extra = meaning,
                let near = NearWord.nearest(
                    to: ManifestHeader.normalized(name),
                    in: ManifestColumn.allCases.filter { !known.contains($0) }.map(\.rawValue)),
                !ManifestColumn.unrelatedNames.contains(ManifestHeader.normalized(name))
            else { continue }
            problems.append(
                InputProblem(
                    source: source, row: row.row, column: name,
                    message: "there is no such column; did you mean '\(near)'? Rename it, or give it a name that is "
                        + "not so close to be kept as it is"))
        }
        if !known.contains(.path), !known.contains(.url), problems.isEmpty {
            problems.append(
                InputProblem(
                    source: source, row: row.row, message: ManifestHeader.explainMissingPath(in: names)))
        }
        if !problems.isEmpty { throw InputProblems(problems) }
        self.meanings = meanings
    }

    private static func meaning(of name: String, _ key: String, beside exact: Set<ManifestColumn>) -> Meaning {
        if key.isEmpty { return .unnamed }
        if let column = ManifestColumn(rawValue: key) { return .known(column) }
        if ManifestColumn.ofPlansOnly.contains(key) { return .ignored }
        if let column = ManifestColumn.otherNames[key], !exact.contains(column) { return .known(column) }
        return .extra(name)
    }

    /// Lower case, with one `_` for every run of blanks, hyphens and underscores.
    static func normalized(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\u{A0}" || $0.isNewline }
            .joined(separator: "_")
    }

    private static func explainMissingPath(in names: [String]) -> String {
        if names.count == 1, let name = names.first, let separator = name.first(where: { $0 == ";" || $0 == "\t" }) {
            let spelled = separator == ";" ? "semicolons" : "tabs"
            return "the columns are separated by \(spelled): save the table as CSV with commas"
        }
        let found = names.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        return "there is no column 'path' and no column 'url': name the column that holds the files 'path' "
            + "(found: \(found.isEmpty ? "no names" : found))"
    }
}
