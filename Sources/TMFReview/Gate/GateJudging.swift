import TMFModel

/// Judges one gate: asks each of its criteria what stands in the way.
struct GateJudging {
    let gate: Gate
    let place: Scope
    let binder: Binder
    private let responsibilities: Responsibilities

    init(gate: Gate, place: Scope, binder: Binder) {
        self.gate = gate
        self.place = place
        self.binder = binder
        responsibilities = Responsibilities(binder.study)
    }

    var study: Study { binder.study }

    /// Every blocker, overridden or not, each with an id of its own.
    func blockers() -> [GateBlocker] {
        var seen: [String: Int] = [:]
        return gate.criteria.flatMap(blockers(of:)).map { blocker in
            seen[blocker.id, default: 0] += 1
            guard let count = seen[blocker.id], count > 1 else { return blocker }
            return GateBlocker(
                id: "\(blocker.id):\(count)", what: blocker.what, fix: blocker.fix, who: blocker.who,
                scope: blocker.scope, document: blocker.document, explanation: blocker.explanation)
        }
    }

    private func blockers(of criterion: GateCriterion) -> [GateBlocker] {
        switch criterion {
        case .dueRecords: records { $0.isDue(on: binder.asOf) }
        case .activationRecords: records { isDueByOpening($0.rule) }
        case .milestones: milestones()
        case .errorFindings: errors()
        case .qualityControl: waiting()
        case .returned: returned()
        case .drafts: drafts()
        case .issues: issues()
        case .principalInvestigator: principalInvestigator()
        }
    }

    func concerns(_ scope: Scope) -> Bool { gate.concerns(scope, at: place) }

    /// Documents that stand where the gate looks, the withdrawn ones left out.
    var documents: some Sequence<Document> {
        binder.snapshot.documents.lazy.filter { $0.withdrawal == nil && concerns($0.facts.scope) }
    }

    /// Who answers for a place: the organization that a record is about, else the one that says it is responsible there,
    /// else the person, the site's principal investigator, or the sponsor. The figures by organization are counted alike.
    func responsible(
        for scope: Scope, at artifact: ArtifactNumber? = nil, person: String? = nil, organization: String? = nil
    ) -> String? {
        if let organization = organization ?? claimed(scope, artifact) {
            return study.organization(organization)?.name ?? organization
        }
        let people = study.people(in: scope)
        if let person {
            let here = people.first { $0.id == person }
            return (here ?? study.everyone.first { $0.person.id == person }?.person)?.name ?? person
        }
        let investigator = people.first { isPrincipalInvestigator($0) }
        return investigator?.name ?? (study.sponsor.isEmpty ? nil : study.sponsor)
    }

    /// Who mends a document: the organization that answers for its place, else whoever filed the version.
    func responsible(for document: Document, filedBy actor: String) -> String {
        let facts = document.facts
        guard let organization = facts.organization ?? claimed(facts.scope, facts.artifact) else { return actor }
        return study.organization(organization)?.name ?? organization
    }

    private func claimed(_ scope: Scope, _ artifact: ArtifactNumber?) -> String? {
        artifact.map { responsibilities.organization(at: $0, in: scope) } ?? responsibilities.organization(in: scope)
    }

    /// Whether the person is the principal investigator on the day.
    func isPrincipalInvestigator(_ person: Study.Person) -> Bool {
        person.role == "principal-investigator" && person.to.map { $0 >= binder.asOf } ?? true
    }
}

extension Scope {
    /// The options that name it on the command line, each with a blank before it; empty for the trial.
    var options: String {
        switch self {
        case .trial: ""
        case .country(let code): " --country \(code)"
        case .site(_, let site): " --site \(site.asArgument)"
        }
    }
}

extension String {
    /// The text as one argument of a shell.
    var asArgument: String {
        let isPlain =
            !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F: true
                default: false
                }
            }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
