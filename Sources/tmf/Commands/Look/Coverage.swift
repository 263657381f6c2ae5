import ArgumentParser
import TMFModel
import TMFReview

extension TMFCommand {
    struct Coverage: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say when something had to be in force, when it was, and every gap between.",
            discussion: """
                Curricula vitae, GCP training and licences of people, accreditation and normal ranges of laboratories, \
                ethics approval and insurance: the time in which they are needed against the approved versions filed. \
                With --on, whether they were valid on that day.

                Example: tmf coverage p-mueller --on 2025-02-01
                Example: tmf coverage --site 101 --gaps

                Exit status: 1 with --on, something that was needed on that day was not in force.
                """)

        @Argument(
            help: ArgumentHelp("The person, by the id in the study file; everybody if absent.", valueName: "person"))
        var person: String?

        @Option(help: ArgumentHelp("Only this organization, by its id.", valueName: "id"))
        var organization: String?

        @OptionGroup var place: ScopeOptions

        @Option(
            help: ArgumentHelp("Was it valid on this day, YYYY-MM-DD?", valueName: "date"),
            transform: ArgumentReading.day)
        var on: Day?

        @Flag(help: "Only lines with a gap, or with nothing filed.")
        var gaps = false

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if person != nil, organization != nil {
                throw ValidationError("A person and --organization exclude each other.")
            }
        }

        func run() throws {
            let binder = try store.reading().binder(asOf)
            try place.requirePlaces(in: binder.study)
            try binder.study.requireOrganization(organization)
            if let person, !binder.study.hasPerson(person) {
                let hint = NearestName.of(person, among: binder.study.everyone.map(\.person.id))
                throw Failure(
                    .noInput,
                    "study \(binder.study.id) has no person '\(person)'\(hint.map { "; did you mean '\($0)'?" } ?? "")")
            }
            let lines = binder.coverage.filter { line in
                (person == nil || line.person == person) && (organization == nil || line.organization == organization)
                    && (place.isEmpty || line.scopes.contains(where: place.contains))
                    && (!gaps || line.state == .gap || line.state == .nothingHeld)
            }
            try output.print(
                json: {
                    .full([
                        ("study", .string(binder.study.id)), ("as_of", .string(binder.asOf.description)),
                        ("on", (on?.description).json), ("coverage", .array(lines.map { $0.json(on: on) })),
                    ])
                },
                csv: { Listing(columns(isForPeople: false), rows: lines.map { cells($0, isForPeople: false) }) },
                page: {
                    Page(
                        Listing(columns(isForPeople: true), rows: lines.map { cells($0, isForPeople: true) }),
                        otherwise: "Nothing has to be covered here.")
                })
            if let on, lines.contains(where: { $0.validity(on: on) == .notInForce }) {
                throw ExitCode(Failure.Code.problemsFound.rawValue)
            }
        }

        /// With --on the day is what people want to read, without it the gaps.
        private func columns(isForPeople: Bool) -> [String] {
            let subject = ["requirement", "person", "organization", "places"]
            if !isForPeople {
                return subject + ["artifact", "state", "needed", "held", "gaps", "unapproved", "on_day", "document"]
            }
            return on == nil ? subject + ["needed", "held", "gaps", "state"] : subject + ["on_day", "document"]
        }

        private func cells(_ line: CoverageLine, isForPeople: Bool) -> [String] {
            let holding = on.flatMap { line.holding(on: $0) }
            let values = [
                "requirement": isForPeople ? line.requirement.name : line.requirement.id,
                "person": line.person ?? "", "organization": line.organization ?? "",
                "places": Self.list(line.scopes.map(\.description), isForPeople),
                "artifact": line.artifact.description, "state": line.state.rawValue,
                "needed": Self.list(
                    line.needs.map { Period(first: $0.first, last: $0.last).inWords }.uniqued, isForPeople),
                "held": Self.list(line.held.map(\.period.inWords), isForPeople),
                "gaps": Self.list(line.gaps.map(\.inWords), isForPeople),
                "unapproved": line.unapproved.map(\.description).joined(separator: "; "),
                "on_day": on.map { line.validity(on: $0).rawValue } ?? "",
                "document": holding.map { "\($0.document) version \($0.version), \($0.period.inWords)" } ?? "",
            ]
            return columns(isForPeople: isForPeople).map { values[$0] ?? "" }
        }

        /// People read the first few; programs get all.
        private static func list(_ texts: [String], _ isForPeople: Bool) -> String {
            guard isForPeople, texts.count > 3 else { return texts.joined(separator: "; ") }
            return texts.prefix(3).joined(separator: "; ") + " and \(texts.count - 3) more"
        }
    }
}

extension [String] {
    /// Each text once, at its first place.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
