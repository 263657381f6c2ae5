import TMFFormats
import TMFModel
import TMFReview

/// Makes objects of documents: what the standard has elements for in these, the rest in METADATA.
struct ExchangeObjects {
    let binder: Binder
    let transfer: ExchangeTransfer
    let directory: ExchangeDirectory
    private let people: [String: String]
    private let organizations: [String: String]
    private let relations: [DocumentNumber: [String]]

    init(binder: Binder, transfer: ExchangeTransfer) {
        self.binder = binder
        self.transfer = transfer
        let directory = ExchangeDirectory(binder.snapshot.documents, transfer)
        self.directory = directory
        let study = binder.study
        people = Dictionary(study.everyone.map { ($0.person.id, $0.person.name) }) { first, _ in first }
        organizations = Dictionary(study.organizations.map { ($0.id, $0.name) }) { first, _ in first }
        var relations: [DocumentNumber: [String]] = [:]
        for link in binder.snapshot.links {
            guard let target = directory.objectIDs[link.target] else { continue }
            relations[link.document, default: []].append("\(link.relation.rawValue) \(target)")
        }
        self.relations = relations.mapValues { $0.sorted() }
    }

    /// Why a version cannot be an object; nil if it can.
    func omission(of document: Document, _ version: Version) -> String? {
        if version.facts.metadata.contains(where: { $0.key == EMSStatement.manifestKey }) {
            return "the exchange.xml of an earlier transfer, which speaks of its sender's package"
        }
        guard uniqueID(of: document) != nil else {
            return "artifact \(document.facts.artifact) has no unique ID in reference model \(binder.model.version)"
        }
        return version.facts.content == nil ? "a signpost: there is no file to send" : nil
    }

    /// The object of a version without its files, and the gaps in it that are not the object's own.
    func object(of document: Document, _ version: Version) -> (object: EMSObject, gaps: [EMSGap]) {
        let facts = document.facts
        let filed = version.facts
        let statement = EMSStatement(filed)
        var gaps: [EMSGap] = []
        var object = EMSObject(
            id: directory.objectIDs[document.number] ?? "", level: facts.scope.level,
            uniqueID: uniqueID(of: document) ?? 0, artifactNumber: facts.artifact.description,
            version: label(of: version, in: document), state: state(of: version, in: document, statement),
            isCopy: filed.copy.map { $0.kind != .original } ?? statement?.isCopy ?? false)
        object.country = facts.scope.country?.description
        object.site = facts.scope.site
        object.siteSystemID = facts.scope.site == nil ? nil : statement?.siteSystemID
        object.people = names(of: facts, statement, &gaps)
        object.organization = organization(of: facts, statement, &gaps)
        object.language = facts.language.flatMap { EMSLanguage.code(of: $0) }
        object.isTranslation = facts.translationOf != nil ? true : statement?.isTranslation
        object.title = facts.title
        object.subArtifact = facts.subArtifact
        object.expiryDate = version.expires
        object.isRestricted = facts.isRestricted
        object.retentionDate = statement?.retentionDate
        object.artifactDate = filed.documentDate
        object.dateDescription = statement == nil ? convention(for: facts, filed) : statement?.dateDescription
        describe(&object, document, version, statement)
        return (object, gaps)
    }

    private func uniqueID(of document: Document) -> Int? {
        (binder.model.artifact(document.facts.artifact)?.uniqueID).flatMap { id in
            id.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(id) : nil
        }
    }

    /// The printed label, made different where two versions share one: object and version together are a key.
    private func label(of version: Version, in document: Document) -> String {
        func plain(_ version: Version) -> String {
            if let label = version.facts.label, !EMSText.isBlank(label) { return label }
            return EMSStatement(version.facts)?.version ?? String(version.ordinal)
        }
        let label = plain(version)
        let isTaken = document.versions.contains { $0.ordinal < version.ordinal && plain($0) == label }
        return isTaken ? "\(label) (\(version.ordinal))" : label
    }

    private func state(of version: Version, in document: Document, _ statement: EMSStatement?) -> EMSObject.State {
        if document.withdrawal != nil { return .obsolete }
        guard let current = document.current else { return .obsolete }
        if version.ordinal == current.ordinal {
            // What the sender said holds until somebody here decided about it.
            let isUntouched = version.statusAt == version.filedAt
            return isUntouched ? statement?.state ?? .current : .current
        }
        // A later version that is not in force is a draft, or was sent back.
        return version.ordinal < current.ordinal ? .superseded : .obsolete
    }

    private func names(of facts: DocumentFacts, _ statement: EMSStatement?, _ gaps: inout [EMSGap]) -> [String] {
        guard let id = facts.person else { return statement?.people ?? [] }
        guard let name = people[id], !EMSText.isBlank(name) else {
            gaps.append(EMSGap(element: "PERSONNAME", problem: "the study file has no name for person '\(id)'"))
            return []
        }
        if let stated = statement?.people, stated.contains(name) { return stated }
        return [name]
    }

    private func organization(
        of facts: DocumentFacts, _ statement: EMSStatement?, _ gaps: inout [EMSGap]
    ) -> String? {
        guard let id = facts.organization else { return statement?.organization }
        guard let name = organizations[id], !EMSText.isBlank(name) else {
            gaps.append(
                EMSGap(element: "ORGANIZATIONNAME", problem: "the study file has no name for organization '\(id)'"))
            return nil
        }
        return name
    }

    private func convention(for facts: DocumentFacts, _ filed: VersionFacts) -> String? {
        guard filed.documentDate != nil, let artifact = binder.model.artifact(facts.artifact) else { return nil }
        return artifact.datingConvention.isEmpty ? nil : artifact.datingConvention
    }
}

/// What goes into METADATA.
extension ExchangeObjects {
    private func describe(
        _ object: inout EMSObject, _ document: Document, _ version: Version, _ statement: EMSStatement?
    ) {
        let facts = document.facts
        let filed = version.facts
        object.note(.ordinal, String(version.ordinal))
        object.note(.status, filed.status.rawValue)
        if object.version != filed.label { object.note(.label, filed.label ?? "") }
        object.note(.receivedDate, filed.receivedDate?.description)
        object.note(.filedDate, version.filedDay.description)
        object.note(.expiryRule, filed.expiryRule?.description)
        object.note(.copy, filed.copy?.kind.rawValue)
        object.note(.certifiedBy, filed.copy?.certifiedBy)
        object.note(.certifiedOn, filed.copy?.certifiedOn?.description)
        object.note(.certifiedMethod, filed.copy?.certifiedMethod)
        object.note(.originalName, filed.originalName)
        object.note(.mediaType, filed.content?.mediaType)
        object.note(.bytes, filed.content.map { String($0.bytes) })
        object.note(.person, facts.person)
        object.note(.organization, facts.organization)
        if let language = facts.language, language != object.language { object.note(.language, language) }
        object.note(.translationOf, facts.translationOf.flatMap { directory.objectID(named: $0) })
        if version.ordinal == document.versions.last?.ordinal {
            for relation in relations[document.number] ?? [] { object.note(.relation, relation) }
        }
        object.note(.key, facts.key)
        object.note(.note, filed.note)
        if filed.isAddendum { object.note(.addendum, "yes") }
        if let statement {
            if statement.object != object.id { object.note(.senderObjectID, statement.object) }
        } else {
            object.note(.sourceSystem, filed.source.system)
            object.note(.sourceID, filed.source.id)
            object.note(.sourcePath, filed.source.path)
        }
        object.note(.withdrawal, document.withdrawal?.reason)
        object.metadata += filed.metadata.filter { $0.key != EMSStatement.key }.map {
            EMSMetadata(name: EMSMetadata.columnPrefix + $0.key, value: $0.value.string ?? $0.value.line)
        }
        object.metadata += statement?.metadata ?? []
        // In one order, whoever stated what: a record that came in goes out as it came.
        object.metadata = object.metadata.enumerated().sorted { left, right in
            (ExchangeObjects.rank(left.element), left.offset) < (ExchangeObjects.rank(right.element), right.offset)
        }.map(\.element)
    }

    private static func rank(_ metadata: EMSMetadata) -> Int { ranks[metadata.name] ?? ranks.count }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: EMSMetadata.Name.allCases.enumerated().map { ($0.element.rawValue, $0.offset) })
}
