import TMFModel

extension Study {
    /// The object that `study show` prints: the keys of the study file.
    var json: JSON {
        .full([
            ("study", .string(id)), ("title", .string(title)), ("sponsor", .string(sponsor)),
            ("model", .string(model)), ("traits", .array(traits.map { .string($0) })),
            (
                "settings",
                .full(
                    [
                        ("filing-days", .int(settings.filingDays)),
                        ("expiry-window-days", .int(settings.expiryWindowDays)),
                        ("quality-control", .string(settings.isQualityControlRequired ? "required" : "optional")),
                    ] + settings.targets.settings.map { ($0.key, .int($0.value)) })
            ),
            (
                "organizations",
                .array(
                    organizations.map {
                        .full([
                            ("id", .string($0.id)), ("name", .string($0.name)), ("kind", .string($0.kind)),
                            ("responsible", .array($0.responsible.map { .string($0.description) })),
                        ])
                    })
            ),
            ("milestones", .array(milestones.map(\.json))), ("people", .array(people.map(\.json))),
            ("countries", .array(countries.map(\.json))),
            ("rules", .array(entities.filter { $0.kind == .rule }.map(\.value))),
        ])
    }
}

extension Study.Milestone {
    fileprivate var json: JSON {
        .full([("milestone", .string(milestone)), ("planned", planned.json), ("actual", actual.json)])
    }
}

extension Study.Person {
    fileprivate var json: JSON {
        .full([
            ("id", .string(id)), ("name", .string(name)), ("role", .string(role)), ("from", from.json),
            ("to", to.json),
        ])
    }
}

extension Study.Country {
    fileprivate var json: JSON {
        .full([
            ("code", .string(code.description)), ("activated", activated.json), ("closed", closed.json),
            ("languages", .array(languages.map { .string($0) })),
            ("milestones", .array(milestones.map(\.json))), ("people", .array(people.map(\.json))),
            ("sites", .array(sites.map(\.json))),
        ])
    }
}

extension Study.Site {
    fileprivate var json: JSON {
        .full([
            ("id", .string(id)), ("name", .string(name)), ("activated", activated.json), ("closed", closed.json),
            ("languages", .array(languages.map { .string($0) })),
            ("milestones", .array(milestones.map(\.json))), ("people", .array(people.map(\.json))),
        ])
    }
}
