import ArgumentParser
import TMFModel

extension TMFCommand {
    struct StudyShow: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show countries, sites, people, organizations and milestones.",
            discussion: "Example: tmf study show --as-of 2026-03-31")

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            let study = try opened.snapshot(asOf).study
            try output.print(
                json: { study.json },
                csv: {
                    Listing(
                        ["entity", "key", "value"],
                        rows: study.entities.map { [$0.kind.rawValue, $0.key, $0.value.cell] })
                },
                page: { page(study) })
        }

        private func page(_ study: Study) -> Page {
            var page = Page("\(study.id)  \(study.title)")
            page.facts([
                ("Sponsor", study.sponsor), ("Model", study.model), ("Traits", study.traits.joined(separator: ", ")),
                ("Filing days", String(study.settings.filingDays)),
                ("Expiry window", "\(study.settings.expiryWindowDays) days"),
                ("Quality control", study.settings.isQualityControlRequired ? "required" : "optional"),
            ])
            let tables: [(StudyEntity.Kind, [String])] = [
                (.organization, ["name", "kind"]), (.milestone, ["planned", "actual"]),
                (.country, ["activated", "closed", "languages"]),
                (.site, ["name", "activated", "closed", "languages"]),
                (.person, ["name", "role", "from", "to"]), (.rule, ["off", "reason"]),
            ]
            let entities = study.entities
            for (kind, keys) in tables {
                let rows = entities.filter { $0.kind == kind }
                    .map { entity in [entity.key] + keys.map { (entity.value[$0] ?? .null).cell } }
                guard !rows.isEmpty else { continue }
                page.heading(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())
                page.table(Listing(["key"] + keys, rows: rows))
            }
            return page
        }
    }
}
