import TMFModel

/// When authorities and ethics committees decided on the versions of the protocol, as far as their decisions name them.
struct ProtocolApprovals: Sendable {
    private struct Place: Hashable {
        let record: SequenceRecord
        let scope: Scope
        /// Of the protocol version.
        let key: String
    }

    /// The earliest document date of a decision, its day of filing where it has none.
    private let days: [Place: Day]

    init(_ documents: [Document], _ index: DocumentIndex, _ model: ReferenceModel) {
        var days: [Place: Day] = [:]
        for record in Self.decisions {
            let selector = record.records
            for artifact in selector.artifacts(in: model) {
                for place in index.places(at: artifact) where index.fillings[Int(place)] != .withdrawn {
                    let document = documents[Int(place)]
                    guard selector.accepts(document.facts.subArtifact) else { continue }
                    for version in document.versions
                    where version.facts.status == .approved || version.facts.status == .filed {
                        let day = version.facts.documentDate ?? version.filedDay
                        for key in ProtocolVersions.keys(of: version) {
                            let place = Place(record: record, scope: document.facts.scope, key: key)
                            days[place] = min(days[place] ?? day, day)
                        }
                    }
                }
            }
        }
        self.days = days
    }

    /// The day on which everybody whose decision is filed had approved a version; nil if no decision names it.
    func day(of key: String, reaching scopes: [Scope]) -> Day? {
        Self.decisions.compactMap { record in
            scopes.compactMap { days[Place(record: record, scope: $0, key: key)] }.min()
        }.max()
    }

    private static let decisions: [SequenceRecord] = [.authorityDecision, .ethicsDecision]
}
