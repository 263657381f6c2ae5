import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import XML

/// Reads a transfer a second time, now that it is known which document each of its files becomes: makes the facts of
/// each, holds them against the study and its file against its checksum, and puts the decision on the disk. Files are
/// copied to where the store files from; nothing is filed by this.
struct ExchangeDeciding {
    let store: Store
    /// Where the files of the package are.
    let folder: FilePath
    let isLenient: Bool
    let isDryRun: Bool
    /// What is locked, and takes nothing.
    let locked: Oversight
    let spool: ExchangeSpool

    /// Files read together.
    private static let batch = 1_000

    /// One file of an object, as the second reading meets it.
    private struct Meeting {
        let item: Int
        let object: EMSObject
        let path: String
        let filed: ExchangeFacts.Filed
    }

    /// Throws `ChangedWhileRead` if an `exchange.xml` is not what the first reading found, and what keeps the store from
    /// taking bytes. What is wrong with the transfer is among the problems of the receipt.
    func decide(
        _ plan: inout ExchangePlan, _ receipt: inout ExchangeReceipt, _ progress: (Int, Int) -> Void
    ) throws {
        for place in plan.transfers.indices { try decide(place, &plan, &receipt, progress) }
    }

    /// Drops what was copied and will not be filed.
    func discard(_ plan: ExchangePlan) throws {
        for index in plan.items.indices where plan.items[index].isStaged {
            try store.content.discard(token: ExchangeDeciding.token(index))
        }
    }

    /// The name under which the bytes of an item are staged.
    static func token(_ item: Int) -> String { "ems-\(item)" }

    private func decide(
        _ place: Int, _ plan: inout ExchangePlan, _ receipt: inout ExchangeReceipt, _ progress: (Int, Int) -> Void
    ) throws {
        let transfer = plan.transfers[place]
        let reading = ExchangeReading(folder: folder, path: transfer.path, isLenient: isLenient)
        let rules = FilingRules(study: plan.study, model: plan.model)
        var facts = ExchangeFacts(study: plan.study, model: plan.model)
        (facts.numbers, facts.keys) = plan.references
        let paths = plan.paths(of: place)
        var next = transfer.items.lowerBound
        var meetings: [Meeting] = []
        var reader = try EMSReader(
            opening: folder.appending(transfer.path), source: transfer.path, isLenient: isLenient,
            limits: ExchangeReading.limits)
        while let object = try reader.next() {
            for position in object.files.indices {
                guard let meeting = meet(object, position, next, plan, facts, rules, paths, &receipt) else {
                    throw ChangedWhileRead(path: transfer.path)
                }
                meetings.append(meeting)
                next += 1
            }
            guard meetings.count >= ExchangeDeciding.batch else { continue }
            try read(meetings, &plan, &receipt)
            meetings = []
            progress(next, plan.items.count)
        }
        try read(meetings, &plan, &receipt)
        guard next == transfer.items.upperBound, try reading.recompute().digest == transfer.digest else {
            throw ChangedWhileRead(path: transfer.path)
        }
        progress(next, plan.items.count)
    }

    /// Nil if the file is not the one that the first reading met.
    private func meet(
        _ object: EMSObject, _ position: Int, _ index: Int, _ plan: ExchangePlan, _ facts: ExchangeFacts,
        _ rules: FilingRules, _ paths: ExchangePaths, _ receipt: inout ExchangeReceipt
    ) -> Meeting? {
        guard plan.items.indices.contains(index), plan.items[index].line == object.line,
            plan.items[index].position == position + 1,
            case .found(let path, _) = paths.find(object.files[position].path)
        else { return nil }
        let item = plan.items[index]
        let transfer = plan.transfers[item.transfer]
        var remarks = EMSRemarks(source: transfer.path, isLenient: isLenient)
        guard let place = facts.place(object, &remarks) else { return nil }
        // Of a record without a version in force none may count as such.
        let counts =
            object.state == .current
            || (item.known == nil && !plan.known.came(plan.knownRecord(of: item), before: transfer.batch.transferID)
                && plan.isInForce(item.record))
        let usual: VersionStatus = plan.study.settings.isQualityControlRequired ? .filed : .approved
        var notes: [InputProblem] = []
        let filed = facts.facts(
            object, file: position + 1, at: place, in: transfer.batch, path: path, status: counts ? usual : .filed,
            notes: &notes, source: transfer.path)
        if item.known == nil { receipt.report.notices += notes }
        receipt.report.problems += rules.problems(filed.document, filed.version).map {
            InputProblem(
                source: transfer.path, row: object.line, column: ExchangeDeciding.element(of: $0.field),
                message: "object \(object.id): expected \($0.expected)")
        }
        receipt.report.problems += objections(item, object, filed, plan)
        return Meeting(item: index, object: object, path: path, filed: filed)
    }

    /// Why an item cannot be filed in the store as it stands.
    private func objections(
        _ item: ExchangePlan.Item, _ object: EMSObject, _ filed: ExchangeFacts.Filed, _ plan: ExchangePlan
    ) -> [InputProblem] {
        let transfer = plan.transfers[item.transfer]
        var problems: [InputProblem] = []
        func refuse(_ element: String, _ message: String) {
            problems.append(
                InputProblem(
                    source: transfer.path, row: object.line, column: element,
                    message: "object \(object.id): \(message)"))
        }
        if locked.lock(covering: filed.document.scope) != nil, changes(item, filed, plan) {
            refuse("OBJECTLEVEL", "\(filed.document.scope) is locked; unlock it first")
        }
        guard item.known == nil else { return problems }
        if let reason = plan.known.withdrawn[item.document] {
            refuse("OBJECTID", "\(item.document) was withdrawn here (\(reason)), and takes no further version")
        }
        if transfer.isOwn {
            refuse(
                "OBJECTID",
                "this store made the transfer, and has no version '\(object.version)' of it with these bytes; "
                    + "a store comes back from a package by `tmf restore`")
        }
        return problems
    }

    /// Whether filing the item would change anything.
    private func changes(_ item: ExchangePlan.Item, _ filed: ExchangeFacts.Filed, _ plan: ExchangePlan) -> Bool {
        guard item.known != nil else { return true }
        guard !plan.transfers[item.transfer].isOwn else { return false }
        return filed.document.isRestricted && !plan.known.restricted.contains(item.document)
            || item.state == .obsolete && plan.known.withdrawn[item.document] == nil
    }

    /// Reads the files of some items on all processors, and writes down what was decided of each.
    private func read(
        _ meetings: [Meeting], _ plan: inout ExchangePlan, _ receipt: inout ExchangeReceipt
    ) throws {
        let check = ExchangeIntegrityCheck(folder: folder)
        let orders = meetings.map { meeting in
            ParallelReading.Order(
                path: meeting.path, expected: plan.items[meeting.item].known?.digest,
                token: ExchangeDeciding.token(meeting.item))
        }
        let outcomes = try ParallelReading(store: store, folder: folder, isDryRun: isDryRun).read(orders)
        // All that was copied is known before anything can fail.
        for (meeting, outcome) in zip(meetings, outcomes) {
            if case .staged = outcome { plan.items[meeting.item].isStaged = true }
        }
        for (meeting, outcome) in zip(meetings, outcomes) {
            let content: Content
            switch outcome {
            case .staged(let copy): content = copy.content
            case .hashed(let known): content = known
            case .failed(let message):
                receipt.report.problems.append(
                    check.problem(meeting.object, meeting.item, plan, "CONTENTURL", message))
                continue
            }
            plan.items[meeting.item].digest = content.digest
            try check.check(content, of: meeting.object, meeting.item, at: meeting.path, plan, &receipt)
            var filed = meeting.filed
            filed.version.content = content
            plan.items[meeting.item].decision = try spool.write(filed)
        }
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
