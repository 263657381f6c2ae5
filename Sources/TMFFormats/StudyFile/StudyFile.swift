public import TMFModel

/// The study file, `study.yaml`: what a study is, as people write it.
public enum StudyFile {
    /// Opens a table beside the study file by the name that it has there; the second text is what its problems call it.
    /// Throws what is wrong with the name or the file; only its message is used.
    public typealias Neighbour = @Sendable (String, String) throws(InputProblem) -> Table

    /// A version of the reference model with its stock rules, against which the study's own rules are judged; nil if
    /// there is none of that name.
    public typealias Library = @Sendable (String) throws -> (model: ReferenceModel, rules: [ExpectationRule])?

    /// The study that `text` describes. Throws `InputProblems` with everything that is wrong: `row` is the line,
    /// `column` the path of keys, such as `countries[DEU].sites[101].activated`; for a table of rules that the file
    /// names, its row and column.
    public static func read(
        _ text: String, source: String, neighbour: Neighbour = StudyFile.noNeighbours,
        library: @escaping Library = StudyFile.bundledModels
    ) throws(InputProblems) -> Study {
        let value = try YAMLValue(parsing: text, source: source)
        var reader = StudyFileReader(source: source, library: library)
        let study = reader.study(from: value, neighbour)
        guard reader.problems.isEmpty, let study else { throw InputProblems(reader.problems) }
        return study
    }

    /// For a study file that stands by itself.
    public static let noNeighbours: Neighbour = { name, _ throws(InputProblem) in
        throw InputProblem(source: name, message: "no file can be read beside this study file: write the rules into it")
    }

    /// The versions that are part of the program.
    public static let bundledModels: Library = { version in
        BundledReferenceModel.versions.contains(version) ? try BundledReferenceModel.load(version) : nil
    }

    /// The columns that a table of rules may have.
    public static let columnsOfRules = RuleTableReader.columns

    /// A study file that reads back as `study`.
    public static func text(of study: Study) -> String { StudyFileWriter.text(of: study) }

    /// The parts of a study file that hold the organizations, people, countries and sites of `study`, and nothing else;
    /// empty if it has none.
    public static func additions(in study: Study) -> String { StudyFileWriter.text(ofPartsOf: study) }
}
