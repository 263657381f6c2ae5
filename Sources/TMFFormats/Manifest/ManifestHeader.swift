import TMFModel

/// What the columns of one manifest mean, by their place.
struct ManifestHeader {
    enum Meaning: Hashable {
        case known(ManifestColumn)
        /// Kept as metadata under this name.
        case extra(String)
        /// For the reader of a plan, or not wanted.
        case ignored
        /// The header has no name here.
        case unnamed
    }

    let meanings: [Meaning]

    /// Throws `InputProblems` with everything that is wrong with the names.
    init(_ row: CSVRow, source: String, _ map: ColumnMap = ColumnMap()) throws(InputProblems) {
        let names = ManifestHeader.names(of: row)
        let meanings = ManifestHeader.meanings(of: names, map)
        var problems = ManifestHeader.repetitions(in: meanings, names).map { name, message in
            InputProblem(source: source, row: row.row, column: name, message: message)
        }
        let known = Set(
            meanings.compactMap { meaning in if case .known(let column) = meaning { column } else { nil } })
        for (name, meaning) in zip(names, meanings) {
            let key = ManifestHeader.normalized(name)
            guard case .extra = meaning, map.meaning(of: name) == nil,
                let near = NearWord.nearest(
                    to: key, in: ManifestColumn.allCases.filter { !known.contains($0) }.map(\.rawValue)),
                !ManifestColumn.unrelatedNames.contains(key)
            else { continue }
            problems.append(
                InputProblem(
                    source: source, row: row.row, column: name,
                    message:
                        "there is no such column; did you mean '\(near)'? Rename it, or say in a mapping file (--map) "
                        + "what it is, or that it is to be kept"))
        }
        if !known.contains(.path), !known.contains(.url), problems.isEmpty {
            problems.append(
                InputProblem(
                    source: source, row: row.row, message: ManifestHeader.explainMissingPath(in: names)))
        }
        if !problems.isEmpty { throw InputProblems(problems) }
        self.meanings = meanings
    }

    /// How many columns of a row are known, if it can be a header at all: that needs a path or a url.
    static func columnsKnown(in row: CSVRow, _ map: ColumnMap) -> Int {
        let known = meanings(of: names(of: row), map).compactMap { meaning in
            if case .known(let column) = meaning { column } else { nil }
        }
        return known.contains(.path) || known.contains(.url) ? known.count : 0
    }

    /// Whether other tables than manifests of our own have a column of this name, or ours have.
    static func isKnown(_ name: String) -> Bool { ManifestColumn.named(name) != nil }

    static func names(of row: CSVRow) -> [String] {
        row.fields.map { ManifestCell.trimmed(FormulaGuard.unguarded($0)) }
    }

    private static func meanings(of names: [String], _ map: ColumnMap) -> [Meaning] {
        // A column's own name, and what the user says, come before the names of other systems.
        var taken = Set(
            names.compactMap { map.meaning(of: $0) == nil ? ManifestColumn.named($0, includingOthers: false) : nil })
        for case .column(let column)? in names.map({ map.meaning(of: $0) }) { taken.insert(column) }
        return names.map { name in
            let key = normalized(name)
            switch map.meaning(of: name) {
            case .column(let column): return .known(column)
            case .kept: return .extra(name)
            case .ignored: return .ignored
            case nil: break
            }
            if key.isEmpty { return .unnamed }
            if let column = ManifestColumn.named(name, includingOthers: false) { return .known(column) }
            if ManifestColumn.forReadersOnly.contains(key) { return .ignored }
            if let column = ManifestColumn.named(name), !taken.contains(column) { return .known(column) }
            return .extra(name)
        }
    }

    private static func repetitions(in meanings: [Meaning], _ names: [String]) -> [(name: String, message: String)] {
        var firstPlaces: [Meaning: String] = [:]
        var repetitions: [(String, String)] = []
        for (name, meaning) in zip(names, meanings) where meaning != .unnamed && meaning != .ignored {
            if let first = firstPlaces[meaning] {
                let others = first == name ? "twice" : "both as '\(first)' and as '\(name)'"
                repetitions.append(
                    (
                        name,
                        "this column stands \(others): keep one of them, or say in a mapping file (--map) which is meant"
                    ))
            }
            firstPlaces[meaning] = name
        }
        return repetitions
    }

    /// Lower case, with one `_` for every run of blanks, hyphens and underscores.
    static func normalized(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\u{A0}" || $0.isNewline }
            .joined(separator: "_")
    }

    /// What to do about a header whose names are not separated by commas; nil if they are.
    static func wrongSeparator(in names: [String]) -> String? {
        guard names.count == 1, let separator = names[0].first(where: { $0 == ";" || $0 == "\t" }) else { return nil }
        let spelled = separator == ";" ? "semicolons" : "tabs"
        return "the columns are separated by \(spelled): save the table as CSV with commas"
    }

    private static func explainMissingPath(in names: [String]) -> String {
        if let advice = wrongSeparator(in: names) { return advice }
        let found = names.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        return
            "there is no column 'path' and no column 'url': name the column that holds the files 'path', or say in a "
            + "mapping file (--map) which it is (found: \(found.isEmpty ? "no names" : found))"
    }
}
