import TMFFormats
import TMFModel

/// Makes facts of an object: what is filed as such, and what stays the sender's statement.
struct ExchangeFacts {
    let study: Study
    let model: ReferenceModel
    private let byUniqueID: [Int: Artifact]
    private let names: ExchangeNames

    /// The objects that a reference from another can lead to: the number that each is, or will be, filed under.
    var numbers: [String: DocumentNumber] = [:]
    /// The documents that a key of the user's own is taken by.
    var keys: [String: DocumentNumber] = [:]

    init(study: Study, model: ReferenceModel) {
        self.study = study
        self.model = model
        names = ExchangeNames(study)
        byUniqueID = Dictionary(
            model.artifacts.compactMap { artifact in Int(artifact.uniqueID).map { ($0, artifact) } }
        ) { first, _ in first }
    }

    /// What is filed of one file of an object.
    struct Filed {
        var document: DocumentFacts
        var version: VersionFacts
        /// Relations to other documents that can be recorded.
        var links: [(relation: DocumentLink.Relation, target: DocumentNumber)] = []
        var withdrawal: String?
    }

    /// Where an object belongs; nil, with the reason among the problems, if the study has no such place.
    func place(_ object: EMSObject, _ remarks: inout EMSRemarks) -> (artifact: Artifact, scope: Scope)? {
        let artifact = byUniqueID[object.uniqueID]
        if artifact == nil {
            remarks.refuse(
                "UNIQUEID",
                "reference model \(model.version) has no unique ID \(object.uniqueID) (ARTIFACTNUMBER "
                    + "\(object.artifactNumber)); map the sender's own artifacts in the agreement",
                line: object.line, object: object.id)
        }
        guard let scope = scope(object, &remarks), let artifact else { return nil }
        return (artifact, scope)
    }

    private func scope(_ object: EMSObject, _ remarks: inout EMSRemarks) -> Scope? {
        func refuse(_ element: String, _ message: String) -> Scope? {
            remarks.refuse(element, message, line: object.line, object: object.id)
            return nil
        }
        if object.level == .trial { return .trial }
        var country: CountryCode?
        if let text = object.country {
            country = CountryCode(text)
            if country == nil { return refuse("COUNTRYID", "'\(text)' is no code of ISO 3166-1 alpha-3") }
        }
        if object.level == .country { return country.map { .country($0) } }
        guard let site = object.site else { return nil }
        guard let known = study.scope(ofSite: site) else {
            return refuse("SITEID", "the study has no site '\(site)'; add it to the study file first")
        }
        if let country, known.country != country {
            return refuse(
                "COUNTRYID", "site '\(site)' is in \(known.country?.description ?? "") here, not in \(country)")
        }
        return known
    }

    /// The facts of the file at `position` (1 for the first), filed at `place`. `status` is that of a version of which
    /// the sender states none.
    func facts(
        _ object: EMSObject, file position: Int, at place: (artifact: Artifact, scope: Scope), in batch: EMSBatch,
        path: String, status: VersionStatus, notes: inout [InputProblem], source: String
    ) -> Filed {
        let file = object.files[position - 1]
        let isOurs = object.metadata(.ordinal) != nil
        var used: Set<EMSMetadata.Name> = [.ordinal, .mediaType, .bytes]
        func note(_ element: String, _ message: String) {
            notes.append(
                InputProblem(
                    source: source, row: object.line, column: element, message: "object \(object.id): \(message)"))
        }
        /// The value that a METADATA element stands for; one that is none stays with the sender's statement.
        func said<Value>(_ name: EMSMetadata.Name, _ make: (String) -> Value?) -> Value? {
            guard let text = object.metadata(name) else { return nil }
            guard let value = make(text) else {
                note(name.rawValue, "'\(text)' is kept as the sender's statement, and not understood")
                return nil
            }
            used.insert(name)
            return value
        }
        let person = names.person(id: object.metadata(.person), names: object.people, in: place.scope)
        if person != nil { used.insert(.person) }
        if person == nil, position == 1, let name = object.people.first {
            note("PERSONNAME", "the study knows no one person '\(name)'; kept as the sender's statement")
        }
        let organization = names.organization(id: object.metadata(.organization), name: object.organization)
        if organization != nil { used.insert(.organization) }
        if organization == nil, position == 1, let name = object.organization {
            note("ORGANIZATIONNAME", "the study knows no organization '\(name)'; kept as the sender's statement")
        }
        var document = DocumentFacts(
            artifact: place.artifact.number, subArtifact: object.subArtifact, scope: place.scope, person: person,
            organization: organization, title: title(object, file, position),
            language: said(.language) { $0 } ?? object.language,
            translationOf: said(.translationOf) { numbers[$0]?.description },
            isRestricted: object.isRestricted ?? false)
        if position == 1, let own = numbers[object.id] {
            document.key = said(.key) { key in keys[key].map { $0 == own } ?? true ? key : nil }
        }
        var version = VersionFacts(
            label: said(.label) { $0 }.map { $0.isEmpty ? nil : $0 } ?? object.version,
            documentDate: object.artifactDate, receivedDate: said(.receivedDate) { Day($0) },
            expiryDate: object.expiryDate, expiryRule: said(.expiryRule) { rule($0, object) },
            copy: copy(object, isOurs: isOurs, &used),
            status: said(.status) { VersionStatus(rawValue: $0) } ?? status,
            filedElsewhere: said(.filedDate) { Day($0) },
            source: Source(
                system: batch.transferSourceID, id: position == 1 ? object.id : "\(object.id)#\(position)", path: path),
            originalName: position == 1 && isOurs ? said(.originalName) { $0 } : file.name, note: said(.note) { $0 })
        var links: [(relation: DocumentLink.Relation, target: DocumentNumber)] = []
        var kept: [EMSMetadata] = []
        var columns: [JSON.Member] = []
        for metadata in object.metadata where position == 1 {
            if metadata.name.hasPrefix(EMSMetadata.columnPrefix) {
                let key = String(metadata.name.dropFirst(EMSMetadata.columnPrefix.count))
                columns.append(JSON.Member(key, .string(metadata.value)))
            } else if metadata.name == EMSMetadata.Name.relation.rawValue, let link = link(metadata.value) {
                links.append(link)
            } else if metadata.name == EMSMetadata.Name.withdrawal.rawValue {
                continue
            } else if !used.contains(where: { $0.rawValue == metadata.name }) {
                kept.append(metadata)
            }
        }
        let statement = EMSStatement(batch, object, file: position, metadata: kept)
        version.metadata = (columns + [JSON.Member(EMSStatement.key, statement.json)]).sorted { $0.key < $1.key }
        return Filed(document: document, version: version, links: links, withdrawal: object.metadata(.withdrawal))
    }

    private func title(_ object: EMSObject, _ file: EMSFile, _ position: Int) -> String {
        let title = object.title ?? object.subArtifact ?? file.name
        return position == 1 ? title : "\(title) (\(file.description ?? file.name))"
    }

    private func rule(_ text: String, _ object: EMSObject) -> ExpiryRule? {
        switch ExpiryRule(text) {
        case .printed: object.expiryDate == nil ? nil : .printed
        case .months(let months): object.artifactDate == nil ? nil : .months(months)
        case let rule: rule
        }
    }

    private func copy(
        _ object: EMSObject, isOurs: Bool, _ used: inout Set<EMSMetadata.Name>
    ) -> CopyStatement? {
        guard let kind = object.metadata(.copy).flatMap({ CopyStatement.Kind(rawValue: $0) }) else {
            // Of our own versions without the statement nobody said it; others state it by OBJECTCOPY alone.
            return isOurs && !object.isCopy ? nil : CopyStatement(kind: object.isCopy ? .copy : .original)
        }
        var copy = CopyStatement(kind: kind)
        used.insert(.copy)
        guard kind == .certifiedCopy else { return copy }
        copy.certifiedBy = object.metadata(.certifiedBy)
        copy.certifiedOn = object.metadata(.certifiedOn).flatMap { Day($0) }
        copy.certifiedMethod = object.metadata(.certifiedMethod)
        used.formUnion([.certifiedBy, .certifiedOn, .certifiedMethod])
        return copy
    }

    private func link(_ text: String) -> (relation: DocumentLink.Relation, target: DocumentNumber)? {
        guard let blank = text.firstIndex(of: " "),
            let relation = DocumentLink.Relation(rawValue: String(text[..<blank])),
            let target = numbers[String(text[text.index(after: blank)...])]
        else { return nil }
        return (relation, target)
    }
}
