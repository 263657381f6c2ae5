public import TMFModel

/// The study file, `study.yaml`: what a study is, as people write it.
public enum StudyFile {
    /// The study that `text` describes. Throws `InputProblems` with everything that is wrong: `row` is the line,
    /// `column` the path of keys, such as `countries[DEU].sites[101].activated`.
    public static func read(_ text: String, source: String) throws(InputProblems) -> Study {
        let value = try YAMLValue(parsing: text, source: source)
        var reader = StudyFileReader(source: source)
        let study = reader.study(from: value)
        guard reader.problems.isEmpty, let study else { throw InputProblems(reader.problems) }
        return study
    }

    /// A study file that reads back as `study`.
    public static func text(of study: Study) -> String { StudyFileWriter.text(of: study) }

    /// The parts of a study file that hold the organizations, people, countries and sites of `study`, and nothing else;
    /// empty if it has none.
    public static func additions(in study: Study) -> String { StudyFileWriter.text(ofPartsOf: study) }
}
