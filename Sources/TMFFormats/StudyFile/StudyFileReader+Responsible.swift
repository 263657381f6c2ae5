import TMFModel

extension StudyFileReader {
    /// The places that an organization answers for, each once.
    mutating func responsibilities(_ fields: inout StudyFileFields) -> [Responsibility] {
        var responsibilities: [Responsibility] = []
        for value in fields.list("responsible") {
            let column = fields.column("responsible")
            guard case .text(let text) = value.kind, let responsibility = Responsibility(text) else {
                report(
                    InputProblem(
                        source: source, row: value.line, column: column,
                        message:
                            "expected a zone, section or artifact, a country or site, or both, such as \"05.02\", DEU, "
                            + "DEU/101 or \"05.02 in DEU\", found \(value.described)"))
                continue
            }
            if responsibilities.contains(responsibility) {
                report(
                    InputProblem(
                        source: source, row: value.line, column: column,
                        message: "'\(text)' stands twice: keep one of them"))
            } else {
                responsibilities.append(responsibility)
            }
        }
        return responsibilities
    }

    /// A country or site that the study does not have: nobody would answer for what the line means.
    mutating func requirePlaces(of study: Study, in fields: StudyFileFields) {
        for organization in study.organizations {
            for responsibility in organization.responsible {
                guard let place = responsibility.place, !study.contains(place) else { continue }
                report(
                    InputProblem(
                        source: source, row: fields.line(of: "organizations"),
                        column: "organizations[\(organization.id)].responsible",
                        message: "expected a country or site of the study, found '\(responsibility)'"))
            }
        }
    }
}
