import TMFModel

extension StudyFileReader {
    /// Templates of titles: `all`, and numbers of artifacts.
    mutating func titles(from value: YAMLValue) -> TitleTemplates {
        var titles = TitleTemplates()
        let path = "settings.titles"
        guard case .map(let members) = value.kind else {
            report(
                InputProblem(
                    source: source, row: value.line, column: path,
                    message: "expected all, or numbers of artifacts, each with a template, found \(value.described)"))
            return titles
        }
        for (key, line, value) in members {
            guard case .text(let text) = value.kind else {
                report(
                    InputProblem(
                        source: source, row: line, column: "\(path).\(key)",
                        message: "expected a template such as \"{artifact} {site}\", found \(value.described)"))
                continue
            }
            do throws(FactError) {
                try titles.set(key, to: text)
            } catch {
                let place = error.field == key ? "" : "\(error.field): "
                report(
                    InputProblem(
                        source: source, row: line, column: "\(path).\(key)",
                        message: "\(place)expected \(error.expected)"))
            }
        }
        return titles
    }
}
