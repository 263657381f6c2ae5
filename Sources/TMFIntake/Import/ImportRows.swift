import TMFFormats
import TMFModel

/// The records of an import, row by row: from a manifest, or from the names of the files. Read once to check, and
/// once more to file, so that their number does not matter to memory.
struct ImportRows {
    /// What the rows are called in problems.
    let source: String
    let isManifest: Bool
    private let visit: ((ManifestRow, [InputProblem]) throws -> Void) throws -> [InputProblem]

    /// The rows of a manifest, opened anew by `open` each time.
    init(manifest source: String, open: @escaping () throws -> ManifestReader) {
        self.source = source
        isManifest = true
        visit = { body in
            var reader = try open()
            while let (row, problems) = try reader.next() { try body(row, problems) }
            return reader.remarks
        }
    }

    /// A row for every file, placed by its path.
    init(placing files: [IntakeSource.File], by planner: Planner, source: String) {
        self.source = source
        isManifest = false
        visit = { body in
            try planner.forEachRow(of: files.map(\.path)) { row, _ in
                let problem = InputProblem(
                    source: row.path ?? source, column: "artifact",
                    message: "nothing in its name or folders says where it belongs; "
                        + "make a plan with `tmf plan`, complete it, and import with --manifest")
                try body(row, row.artifact == nil ? [problem] : [])
            }
            return []
        }
    }

    /// The same without the rows of these paths.
    func leavingOut(_ paths: Set<String>) -> ImportRows {
        guard !paths.isEmpty else { return self }
        return ImportRows(source: source, isManifest: isManifest) { body in
            try visit { row, problems in
                if let path = row.path, paths.contains(path) { return }
                try body(row, problems)
            }
        }
    }

    private init(
        source: String, isManifest: Bool,
        visit: @escaping ((ManifestRow, [InputProblem]) throws -> Void) throws -> [InputProblem]
    ) {
        self.source = source
        self.isManifest = isManifest
        self.visit = visit
    }

    /// Returns what of the table was passed over.
    @discardableResult
    func forEach(_ body: (ManifestRow, [InputProblem]) throws -> Void) throws -> [InputProblem] { try visit(body) }
}
