import TMFModel
import TMFReview

extension StudyAnswers {
    /// Zones with their `sections`, and these with their `artifacts`, each with its figures.
    func tree() throws(RequestProblem) -> JSON {
        let binder = opened.binder
        let place = try PlaceFilter(target)
        let isFilledOnly = target.value("filled") == "yes"
        let zones = binder.model.zones.compactMap { zone -> JSON? in
            let sections = binder.model.sections(ofZone: zone.number).compactMap { section -> JSON? in
                let artifacts = binder.model.artifacts(ofSection: section.number).compactMap { artifact -> JSON? in
                    let tally = binder.tally(artifact: artifact.number)
                    guard place.contains(artifact.number), !isFilledOnly || tally.documents > 0 else { return nil }
                    return node(artifact.number.description, artifact.name, tally, [])
                }
                guard !artifacts.isEmpty else { return nil }
                return node(
                    section.number, section.name, binder.tally(section: section.number),
                    [("artifacts", .array(artifacts))])
            }
            guard !sections.isEmpty else { return nil }
            return node(zone.number, zone.name, binder.tally(zone: zone.number), [("sections", .array(sections))])
        }
        return .full([
            ("study", .string(binder.study.id)), ("as_of", .string(binder.asOf.description)),
            ("zones", .array(zones)),
        ])
    }

    private func node(_ number: String, _ name: String, _ tally: SlotTally, _ below: [(String, JSON?)]) -> JSON {
        .full(
            [
                ("number", .string(number)), ("name", .string(name)), ("expected", .int(tally.expected)),
                ("due", .int(tally.due)), ("complete", .int(tally.complete)), ("missing", .int(tally.missing)),
                ("expired", .int(tally.expired)), ("documents", .int(tally.documents)),
            ] + below)
    }
}
