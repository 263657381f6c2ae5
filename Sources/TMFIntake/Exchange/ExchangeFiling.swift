import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

/// Files what a plan decided, in batches; then what depends on it: links, withdrawals, and the `exchange.xml` itself.
struct ExchangeFiling {
    let store: Store
    let study: Study
    let model: ReferenceModel
    let attribution: Attribution
    let known: ExchangeKnown
    private var index: FiledIndex
    private var events: [JournalEvent] = []
    private var copies: [StagedContent] = []

    init(
        store: Store, study: Study, model: ReferenceModel, by attribution: Attribution, known: ExchangeKnown
    ) throws {
        self.store = store
        self.study = study
        self.model = model
        self.attribution = attribution
        self.known = known
        index = FiledIndex(try store.snapshot(of: study.id))
    }

    /// Recorded together.
    private static let batch = 1_000

    mutating func file(
        _ plan: ExchangePlan, _ contents: ExchangeContents, folder: FilePath, isDryRun: Bool,
        _ receipt: inout ExchangeReceipt
    ) throws {
        for (place, item) in plan.items.enumerated() {
            decide(item, &receipt)
            if let copy = contents.staged[place] {
                if item.known == nil { copies.append(copy) } else { try store.content.discard(copy) }
            }
            if events.count >= ExchangeFiling.batch { try record(isDryRun, reason(plan, item.transfer)) }
        }
        try record(isDryRun, reason(plan, plan.items.last?.transfer ?? 0))
        link(plan)
        try record(isDryRun, reason(plan, 0))
        try withdraw(plan, isDryRun)
        var next = plan.next
        for place in plan.transfers.indices {
            try keepManifest(plan, place, folder, isDryRun, &next, &receipt)
        }
    }

    private mutating func decide(_ item: ExchangePlan.Item, _ receipt: inout ExchangeReceipt) {
        guard let filed = item.filed, let content = item.content else { return }
        var outcome = ExchangeReceipt.Result.Outcome.unchanged
        if item.known == nil {
            var version = filed.version
            version.content = content
            if let other = index.document(with: content.digest), other != item.document {
                receipt.report.duplicates += 1
                receipt.report.duplicateOf.append((item.path, other))
            }
            if item.ordinal == 1 {
                outcome = .filed
                events.append(.documentFiled(item.document, filed.document, version))
                receipt.report.filed += 1
            } else {
                outcome = .newVersion
                events.append(.versionFiled(item.document, ordinal: item.ordinal, version))
                receipt.report.newVersions += 1
            }
            index.note(filed.document, version, of: item.document, ordinal: item.ordinal)
        } else {
            receipt.report.unchanged += 1
        }
        follow(item, filed, &receipt)
        receipt.results.append(
            ExchangeReceipt.Result(
                transfer: item.batch.transferID, object: item.object.id, version: item.object.version,
                file: item.position, outcome: outcome, document: item.document, ordinal: item.ordinal,
                sha256: content.digest))
    }

    /// What the sender says of a document that was there: a restriction is taken over at once, all else is told.
    private mutating func follow(
        _ item: ExchangePlan.Item, _ filed: ExchangeFacts.Filed, _ receipt: inout ExchangeReceipt
    ) {
        guard let here = index.documents[item.document]?.facts, item.known != nil || item.ordinal > 1 else { return }
        if filed.document.isRestricted, !here.isRestricted {
            events.append(
                .documentAmended(
                    item.document, version: nil, [FactChange(field: "restricted", from: .null, to: true)]))
            var restricted = here
            restricted.isRestricted = true
            index.note(restricted, of: item.document)
        }
        let facts: [(String, String?, String?)] = [
            ("OBJECTTITLE", filed.document.title, here.title),
            ("UNIQUEID", filed.document.artifact.description, here.artifact.description),
            ("OBJECTLEVEL", filed.document.scope.description, here.scope.description),
            ("SUBARTIFACT", filed.document.subArtifact, here.subArtifact),
        ]
        for (element, stated, filed) in facts {
            guard let stated, stated != filed else { continue }
            receipt.report.notices.append(
                InputProblem(
                    source: item.path, row: item.object.line, column: element,
                    message:
                        "object \(item.object.id): \(item.document) has '\(filed ?? "none")', not '\(stated)', and "
                        + "keeps it"))
        }
    }

    private mutating func link(_ plan: ExchangePlan) {
        var links = known.links
        for item in plan.items {
            // A locked part takes no more relations of what was there.
            let isLocked = item.filed.map { plan.locked.lock(covering: $0.document.scope) != nil } ?? true
            for (relation, target) in item.filed?.links ?? [] where target != item.document && !isLocked {
                let link = DocumentLink(document: item.document, relation: relation, target: target)
                if links.insert(link).inserted { events.append(.documentsLinked(link)) }
            }
        }
    }

    /// Withdraws the records of which the sender says that no version applies any more.
    private mutating func withdraw(_ plan: ExchangePlan, _ isDryRun: Bool) throws {
        var obsolete: [DocumentNumber: (transfer: Int, reason: String?)] = [:]
        var applying: Set<DocumentNumber> = []
        for item in plan.items {
            if item.object.state == .obsolete {
                obsolete[item.document] = (item.transfer, item.filed?.withdrawal)
            } else {
                applying.insert(item.document)
            }
        }
        for (number, statement) in obsolete.sorted(by: { $0.key < $1.key }) where !applying.contains(number) {
            guard known.facts[number]?.withdrawal == nil else { continue }
            events.append(.documentWithdrawn(number))
            let batch = plan.transfers[statement.transfer].batch
            try record(
                isDryRun,
                statement.reason
                    ?? "obsolete, as '\(batch.transferSourceID)' states in transfer '\(batch.transferID)'",
                isFixed: true)
        }
    }

    /// Keeps the `exchange.xml` as a record of its own: restricted if anything in it is.
    private mutating func keepManifest(
        _ plan: ExchangePlan, _ place: Int, _ folder: FilePath, _ isDryRun: Bool, _ next: inout Int,
        _ receipt: inout ExchangeReceipt
    ) throws {
        let transfer = plan.transfers[place]
        if let kept = known.manifests[transfer.digest] {
            receipt.transfers[place].document = kept
            return
        }
        guard !isDryRun, let artifact = ExchangeFiling.communications, model.artifact(artifact) != nil else { return }
        let batch = transfer.batch
        guard plan.locked.lock(covering: .trial) == nil else {
            receipt.report.notices.append(
                InputProblem(
                    source: transfer.path, message: "the list itself is not kept as a record: the trial is locked"))
            return
        }
        let number = DocumentNumber(next)
        next += 1
        let staged = try store.stage(
            folder.appending(transfer.path), token: "ems-manifest-\(place)", name: transfer.path)
        let facts = DocumentFacts(
            artifact: artifact, scope: .trial,
            title: "eTMF-EMS transfer \(batch.transferID) from \(batch.transferSourceID): list of its records",
            isRestricted: transfer.isRestricted)
        let about: JSON = .compact([
            ("transfer_source", .string(batch.transferSourceID)), ("transfer", .string(batch.transferID)),
            ("agreement", .string(batch.agreement)), ("event", batch.eventID.json),
            ("objects", .int(plan.items.count { $0.transfer == place && $0.position == 1 })),
        ])
        // It waits for quality control, so that it fills no slot by itself.
        let version = VersionFacts(
            status: .filed, source: Source(system: batch.transferSourceID, id: "\(batch.transferID)/exchange.xml"),
            originalName: transfer.path.split(separator: "/").last.map(String.init), content: staged.content,
            metadata: [JSON.Member(EMSStatement.manifestKey, about)])
        events.append(.documentFiled(number, facts, version))
        copies.append(staged)
        try record(false, reason(plan, place))
        receipt.transfers[place].document = number
    }

    /// Relevant Communications, of the trial as a whole.
    private static let communications = ArtifactNumber("01.05.01")

    /// `isFixed` says that the reason is the sender's, whatever the user gives for the import.
    private mutating func record(_ isDryRun: Bool, _ reason: String, isFixed: Bool = false) throws {
        defer {
            events = []
            copies = []
        }
        guard !isDryRun, !events.isEmpty else { return }
        var by = attribution
        by.reason = isFixed ? reason : by.reason ?? reason
        try store.record(events, in: study.id, by: by, staged: copies)
    }

    private func reason(_ plan: ExchangePlan, _ place: Int) -> String {
        guard plan.transfers.indices.contains(place) else { return "" }
        let batch = plan.transfers[place].batch
        return
            "eTMF-EMS transfer '\(batch.transferID)' from '\(batch.transferSourceID)', agreement '\(batch.agreement)'"
    }
}
