import TMFFormats
import TMFModel

/// What a transfer holds and what is to become of it, decided before anything is filed.
struct ExchangePlan {
    /// One file of one object.
    struct Item {
        let transfer: Int
        let batch: EMSBatch
        let object: EMSObject
        /// 1 for the first file of the object.
        let position: Int
        /// Where the file is in the source.
        let path: String
        var document = DocumentNumber(0)
        var ordinal = 0
        var filed: ExchangeFacts.Filed?
        /// What is filed already by the sender's keys; nil if nothing is.
        var known: ExchangeKnown.Place?
        /// What the file holds, once it is read.
        var content: Content?

        var record: ExchangeKnown.Record {
            ExchangeKnown.Record(source: batch.transferSourceID, object: object.id, file: position)
        }
    }

    /// One `exchange.xml`.
    struct Transfer {
        let batch: EMSBatch
        let path: String
        let digest: Digest
        var isRestricted = false
        /// Files that its objects name, by their path.
        var used: Set<String> = []
    }

    /// A version of a record of a sender.
    private struct VersionKey: Hashable {
        let source: String
        let object: String
        let version: String
    }

    let study: Study
    let model: ReferenceModel
    let known: ExchangeKnown
    /// What is locked, and takes nothing.
    let locked: Oversight
    private let files: [String: IntakeSource.File]
    private(set) var transfers: [Transfer] = []
    /// In the order in which they are filed, once that is decided.
    var items: [Item] = []
    /// Objects that could not be read.
    var unread = 0
    private(set) var next: Int
    private var seen: [VersionKey: Int] = [:]
    private var places: [Int: (artifact: Artifact, scope: Scope)] = [:]
    private var owners: [String: String] = [:]

    init(
        study: Study, model: ReferenceModel, known: ExchangeKnown, locked: Oversight, files: [IntakeSource.File],
        next: Int
    ) {
        self.locked = locked
        self.study = study
        self.model = model
        self.known = known
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        self.next = next
    }

    /// Begins a transfer. Returns its place.
    mutating func begin(_ batch: EMSBatch, path: String, digest: Digest, isLenient: Bool) -> Int {
        transfers.append(Transfer(batch: batch, path: path, digest: digest))
        return transfers.count - 1
    }

    /// Adds the objects of a transfer, and takes note of whatever is wrong with them or with the transfer as a whole.
    mutating func add(
        _ objects: [EMSObject], to place: Int, _ remarks: inout EMSRemarks, _ receipt: inout ExchangeReceipt
    ) {
        let transfer = transfers[place]
        let batch = transfer.batch
        if batch.studyID != study.id {
            remarks.refuse("STUDYID", "the transfer is of study '\(batch.studyID)', not of \(study.id)", line: 0)
        }
        if known.isOtherManifest(transfer.digest, of: batch) {
            remarks.deviate(
                "TRANSFERID",
                "transfer '\(batch.transferID)' of '\(batch.transferSourceID)' came before, with another exchange.xml",
                line: 0)
        }
        if batch.modelVersion != model.version {
            receipt.report.notices.append(
                InputProblem(
                    source: transfer.path, column: "TMFRMVERSION",
                    message: "the sender uses reference model \(batch.modelVersion), the study \(model.version): "
                        + "records are placed by their unique IDs"))
        }
        let folder = transfer.path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
        let paths = ExchangePaths(files: files, folder: folder, transferID: batch.transferID)
        let facts = ExchangeFacts(study: study, model: model)
        var currents: [String: String] = [:]
        for object in objects {
            checkUnique(object, batch, &currents, &remarks)
            if object.isRestricted ?? false { transfers[place].isRestricted = true }
            let position = facts.place(object, &remarks)
            if let artifact = position?.artifact, artifact.number.description != object.artifactNumber {
                receipt.report.notices.append(
                    InputProblem(
                        source: transfer.path, row: object.line, column: "ARTIFACTNUMBER",
                        message: "object \(object.id): unique ID \(object.uniqueID) is \(artifact.number) "
                            + "\(artifact.name) in model \(model.version), not \(object.artifactNumber); "
                            + "the unique ID decides"))
            }
            for (index, file) in object.files.enumerated() {
                guard let path = find(file, of: object, paths, place, &remarks, &receipt) else { continue }
                guard let position else { continue }
                places[items.count] = position
                items.append(Item(transfer: place, batch: batch, object: object, position: index + 1, path: path))
            }
        }
    }

    private mutating func checkUnique(
        _ object: EMSObject, _ batch: EMSBatch, _ currents: inout [String: String], _ remarks: inout EMSRemarks
    ) {
        let key = VersionKey(source: batch.transferSourceID, object: object.id, version: object.version)
        if let line = seen.updateValue(object.line, forKey: key) {
            remarks.refuse(
                "OBJECTVERSION", "version '\(object.version)' stands in line \(line) already", line: object.line,
                object: object.id)
        }
        guard object.state == .current else { return }
        if currents.updateValue(object.version, forKey: object.id) != nil {
            remarks.deviate(
                "OBJECTVERSIONSTATE", "a record has more than one current version", line: object.line,
                object: object.id)
        }
    }

    private mutating func find(
        _ file: EMSFile, of object: EMSObject, _ paths: ExchangePaths, _ place: Int, _ remarks: inout EMSRemarks,
        _ receipt: inout ExchangeReceipt
    ) -> String? {
        let found: String
        switch paths.find(file.path) {
        case .missing:
            remarks.refuse(
                "CONTENTURL", "there is no file '\(file.path)' in the package", line: file.line, object: object.id)
            return nil
        case .refused(let objection):
            remarks.refuse(
                "CONTENTURL", "'\(file.path)': expected \(objection)", line: file.line, object: object.id)
            return nil
        case .found(let path, let deviation):
            found = path
            if let deviation { remarks.deviate("CONTENTURL", deviation, line: file.line, object: object.id) }
        }
        if !transfers[place].used.insert(found).inserted {
            remarks.deviate("CONTENTURL", "a file stands in more than one place", line: file.line, object: object.id)
        }
        let name = found.split(separator: "/").last.map(String.init) ?? found
        if name != file.name {
            receipt.report.notices.append(
                InputProblem(
                    source: transfers[place].path, row: file.line, column: "FILENAME",
                    message: "object \(object.id): the file is called '\(name)', not '\(file.name)'"))
        }
        return found
    }

    /// Files of the source that no object names.
    func unlisted(besides manifests: [String]) -> [String] {
        let used = transfers.reduce(into: Set(manifests)) { $0.formUnion($1.used) }
        return files.keys.filter { !used.contains($0) }.sorted()
    }
}

extension ExchangePlan {
    /// Decides which document and version each file is, and what is filed of it.
    mutating func decide(_ receipt: inout ExchangeReceipt) {
        let order = ordered()
        items = order.map { items[$0] }
        let places = order.map { self.places[$0] }
        number()
        var facts = ExchangeFacts(study: study, model: model)
        facts.keys = known.keys
        for item in items where item.position == 1 {
            facts.numbers[item.object.id] = item.document
            if let key = item.object.metadata(.key), facts.keys[key] == nil { facts.keys[key] = item.document }
        }
        let rules = FilingRules(study: study, model: model)
        let usual: VersionStatus = study.settings.isQualityControlRequired ? .filed : .approved
        let inForce = Set(
            items.filter { $0.object.state == .current }.map { [$0.batch.transferSourceID, $0.object.id] })
        for index in items.indices {
            let item = items[index]
            guard let place = places[index] else { continue }
            let source = transfers[item.transfer].path
            // Of a record without a version in force none may count as such.
            let counts =
                item.object.state == .current
                || (item.known == nil && known.documents[item.record] == nil
                    && inForce.contains([item.batch.transferSourceID, item.object.id]))
            var notes: [InputProblem] = []
            let filed = facts.facts(
                item.object, file: item.position, at: place, in: item.batch, path: item.path,
                status: counts ? usual : .filed, notes: &notes, source: source)
            items[index].filed = filed
            if item.known == nil { receipt.report.notices += notes }
            receipt.report.problems += rules.problems(filed.document, filed.version).map {
                InputProblem(
                    source: source, row: item.object.line, column: ExchangePlan.element(of: $0.field),
                    message: "object \(item.object.id): expected \($0.expected)")
            }
            if locked.lock(covering: filed.document.scope) != nil, changes(item, filed) {
                receipt.report.problems.append(
                    InputProblem(
                        source: source, row: item.object.line, column: "OBJECTLEVEL",
                        message: "object \(item.object.id): \(filed.document.scope) is locked; unlock it first"))
            }
            if let withdrawn = known.facts[item.document]?.withdrawal, item.known == nil {
                receipt.report.problems.append(
                    InputProblem(
                        source: source, row: item.object.line, column: "OBJECTID",
                        message: "object \(item.object.id): \(item.document) was withdrawn here (\(withdrawn.reason)), "
                            + "and takes no further version"))
            }
        }
    }

    /// Whether filing the item would change anything.
    private func changes(_ item: Item, _ filed: ExchangeFacts.Filed) -> Bool {
        guard item.known != nil, let here = known.facts[item.document] else { return true }
        return filed.document.isRestricted && !here.facts.isRestricted
            || item.object.state == .obsolete && here.withdrawal == nil
    }

    /// The items by record in the order of their first appearance, each record's versions from the oldest on.
    private func ordered() -> [Int] {
        var first: [[String]: Int] = [:]
        for (index, item) in items.enumerated() {
            let key = [item.batch.transferSourceID, item.object.id]
            if first[key] == nil { first[key] = index }
        }
        func rank(_ index: Int) -> (Int, Int, Int, [Int], Int32, Int, Int) {
            let item = items[index]
            let object = item.object
            let states: [EMSObject.State: Int] = [.superseded: 0, .obsolete: 0, .current: 1]
            return (
                first[[item.batch.transferSourceID, object.id]] ?? index,
                object.metadata(.ordinal).flatMap { Int($0) } ?? 0,
                object.metadata(.ordinal) == nil ? states[object.state] ?? 0 : 0,
                ExchangePlan.numbers(in: object.version),
                object.artifactDate?.daysSince1970 ?? 0, object.line, item.position
            )
        }
        return items.indices.map { ($0, rank($0)) }.sorted { left, right in
            let (a, b) = (left.1, right.1)
            if (a.0, a.1, a.2) != (b.0, b.1, b.2) { return (a.0, a.1, a.2) < (b.0, b.1, b.2) }
            if a.3 != b.3 { return a.3.lexicographicallyPrecedes(b.3) }
            return (a.4, a.5, a.6) < (b.4, b.5, b.6)
        }.map(\.0)
    }

    /// Gives each item its document and ordinal: those it has by an earlier transfer, or the next free ones.
    private mutating func number() {
        var documents = known.documents
        var ordinals: [DocumentNumber: Int] = [:]
        for (number, document) in known.facts { ordinals[number] = document.versions.count }
        for index in items.indices {
            let item = items[index]
            let version = ExchangeKnown.Version(record: item.record, version: item.object.version)
            if let place = known.versions[version] {
                items[index].known = place
                items[index].document = place.document
                items[index].ordinal = place.ordinal
                continue
            }
            let number = documents[item.record] ?? DocumentNumber(next)
            if documents[item.record] == nil {
                documents[item.record] = number
                next += 1
            }
            ordinals[number, default: 0] += 1
            items[index].document = number
            items[index].ordinal = ordinals[number] ?? 1
        }
    }

    /// The numbers in a version's label: `1.10` comes after `1.9`.
    private static func numbers(in label: String) -> [Int] {
        label.split { !$0.isASCII || !$0.isNumber }.compactMap { Decimal.value(of: $0.utf8) }
    }

    private static func element(of field: String) -> String {
        let elements = [
            "artifact": "UNIQUEID", "level": "OBJECTLEVEL", "country": "COUNTRYID", "site": "SITEID",
            "person": "PERSONNAME", "organization": "ORGANIZATIONNAME", "title": "OBJECTTITLE",
            "expiry_date": "OBJECTEXPIRYDATE", "document_date": "ARTIFACTDATE", "language": "OBJECTLANGUAGE",
        ]
        return elements[field] ?? field
    }
}
