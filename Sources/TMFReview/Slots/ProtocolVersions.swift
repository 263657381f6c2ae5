import TMFModel

/// The versions of the study's protocol: each label of the versions filed at 02.01.02, with the day it dates from.
struct ProtocolVersions: Sendable {
    /// Where the model has the protocol.
    static let artifact = ArtifactNumber("02.01.02")
    /// Filed beside the protocol, and no version of it.
    private static let reviewSubArtifact = "protocol review and approval"

    struct Entry: Hashable, Sendable {
        /// As it is printed: `v2.0`.
        let label: String
        /// As labels are compared.
        let key: String
        /// The earliest document date of the versions with this label, their day of filing where they have none.
        let from: Day
    }

    /// By the scope the protocol is filed at, the oldest first.
    private let entries: [Scope: [Entry]]
    private let approvals: ProtocolApprovals
    /// The versions of the trial's protocol, by their keys.
    let keys: Set<String>

    /// Drafts, returned versions, translations and withdrawn documents name no protocol version.
    init(_ documents: [Document], _ index: DocumentIndex, _ model: ReferenceModel) {
        var entries: [Scope: [String: Entry]] = [:]
        for place in Self.artifact.map({ index.places(at: $0) }) ?? [] {
            let document = documents[Int(place)]
            guard document.withdrawal == nil, document.facts.translationOf == nil,
                document.facts.subArtifact?.lowercased() != Self.reviewSubArtifact
            else { continue }
            for version in document.versions {
                guard let label = version.facts.label, let key = Self.key(of: label),
                    version.facts.status == .approved || version.facts.status == .filed
                else { continue }
                let from = version.facts.documentDate ?? version.filedDay
                let known = entries[document.facts.scope]?[key]
                if known.map({ (from, label) < ($0.from, $0.label) }) ?? true {
                    entries[document.facts.scope, default: [:]][key] = Entry(label: label, key: key, from: from)
                }
            }
        }
        self.entries = entries.mapValues { $0.values.sorted { ($0.from, $0.key) < ($1.from, $1.key) } }
        keys = Set(entries.values.flatMap(\.keys))
        approvals = ProtocolApprovals(keys.isEmpty ? [] : documents, keys.isEmpty ? .empty : index, model)
    }

    /// The versions that concern a scope, the oldest first: those of the trial and of what encloses the scope.
    ///
    /// A version that was replaced before the scope opened, or dates from after it closed, does not concern it. A
    /// scope that never opened is concerned by the newest only.
    func concerning(_ facts: ScopeFacts) -> [Entry] { Self.concerning(facts, among: reaching(facts)) }

    /// The versions that were approved for a scope, each from the day of its approval: the later of the decisions of
    /// authority and ethics committee that name it. A scope that opened, or stands, without such a decision is
    /// concerned by the version that was the newest then.
    func approved(for facts: ScopeFacts) -> [Entry] {
        let all = reaching(facts)
        let scopes = [facts.scope] + facts.enclosingScopes
        var approved = all.compactMap { entry in
            approvals.day(of: entry.key, reaching: scopes).map {
                Entry(label: entry.label, key: entry.key, from: max(entry.from, $0))
            }
        }
        let first = facts.opened.map { opened in all.last { $0.from <= opened } ?? all.first } ?? all.last
        if let first, facts.opened.map({ opened in !approved.contains { $0.from <= opened } }) ?? approved.isEmpty {
            approved = [first] + approved.filter { $0.key != first.key }
        }
        return Self.concerning(facts, among: approved.sorted { ($0.from, $0.key) < ($1.from, $1.key) })
    }

    /// The key of the version that was the newest on a day; the oldest where there was none yet, or no day is known.
    func newest(on day: Day?, in scope: Scope) -> String? {
        let all = scope.andEnclosing.compactMap { entries[$0] }.first ?? []
        return (day.flatMap { day in all.last { $0.from <= day } } ?? all.first)?.key
    }

    private func reaching(_ facts: ScopeFacts) -> [Entry] {
        if entries.isEmpty { return [] }
        var all: [String: Entry] = [:]
        for scope in [facts.scope] + facts.enclosingScopes {
            for entry in entries[scope] ?? [] where all[entry.key].map({ entry.from < $0.from }) ?? true {
                all[entry.key] = entry
            }
        }
        return all.values.sorted { ($0.from, $0.key) < ($1.from, $1.key) }
    }

    private static func concerning(_ facts: ScopeFacts, among sorted: [Entry]) -> [Entry] {
        guard facts.scope.level != .trial else { return sorted }
        guard let opened = facts.opened else { return Array(sorted.suffix(1)) }
        return inForce(sorted, from: opened, to: facts.closed)
    }

    /// Those of the versions, the oldest first, that were in force on some day between the two.
    static func inForce(_ versions: [Entry], from first: Day?, to last: Day?) -> [Entry] {
        versions.enumerated().filter { place, entry in
            let replaced = place + 1 < versions.count ? versions[place + 1].from : nil
            let isLate = replaced.flatMap { replaced in first.map { replaced <= $0 } } ?? false
            return !isLate && last.map { entry.from <= $0 } ?? true
        }.map(\.element)
    }

    /// Labels as they are compared: `v2.0`, `Version 2` and `2.0` are the same; nil for an empty one.
    static func key(of label: String) -> String? {
        var key = label.lowercased().filter { $0 != " " }[...]
        for prefix in ["version", "v.", "v"] where key.hasPrefix(prefix) && key.count > prefix.count {
            key = key.dropFirst(prefix.count)
            break
        }
        while key.hasSuffix(".0") { key = key.dropLast(2) }
        return key.isEmpty ? nil : String(key)
    }

    /// The protocol versions a filed version is for: those named in its column `protocol_version`, with semicolons
    /// between, and where it has none, its own label.
    static func keys(of version: Version) -> [String] {
        let named = keysOfColumn(version)
        return named.isEmpty ? version.facts.label.flatMap { key(of: $0) }.map { [$0] } ?? [] : named
    }

    /// Whether the version names protocol versions in the column that is there for them.
    static func hasColumn(_ version: Version) -> Bool { !keysOfColumn(version).isEmpty }

    private static func keysOfColumn(_ version: Version) -> [String] {
        let named = version.facts.metadata.first { $0.key == "protocol_version" }?.value.string ?? ""
        return named.split { $0 == ";" || $0 == "," }.compactMap { key(of: String($0)) }
    }
}
