import Disk
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore

/// Files what was decided, in batches; then what depends on it: links, withdrawals, and the `exchange.xml` itself.
struct ExchangeFiling {
    let store: Store
    let plan: ExchangePlan
    let spool: ExchangeSpool
    let locked: Oversight
    let attribution: Attribution
    private let isDryRun: Bool
    /// Recorded together.
    private let batchCount: Int
    private var events: [JournalEvent] = []
    private var copies: [StagedContent] = []
    /// Documents by what they hold: those that were there, and those of this transfer.
    private var byDigest: [Digest: DocumentNumber]
    /// The documents of the record that is being filed, as they stand here.
    private var here: [DocumentNumber: DocumentFacts] = [:]
    private var record = -1
    private var links: [DocumentLink] = []
    private var applying: Set<DocumentNumber> = []
    private var obsolete: [DocumentNumber: (transfer: Int, reason: String?)] = [:]

    init(
        store: Store, plan: ExchangePlan, spool: ExchangeSpool, locked: Oversight, by attribution: Attribution,
        _ options: ExchangeImporting.Options
    ) {
        self.store = store
        self.plan = plan
        self.spool = spool
        self.locked = locked
        self.attribution = attribution
        isDryRun = options.isDryRun
        batchCount = options.batchCount
        byDigest = plan.known.byDigest
    }

    /// `folder` is where the files of the package are.
    mutating func file(from folder: FilePath, _ receipt: inout ExchangeReceipt) throws {
        for index in plan.order {
            let item = plan.items[index]
            guard let decision = item.decision else { continue }
            try file(item, spool.read(decision), token: ExchangeDeciding.token(index), &receipt)
            if events.count >= batchCount { try record(reason(item.transfer)) }
        }
        try record(reason(plan.order.last.map { plan.items[$0].transfer } ?? 0))
        link()
        try record(reason(0))
        try withdraw()
        var next = plan.next
        for place in plan.transfers.indices { try keepManifest(place, folder, &next, &receipt) }
    }

    private mutating func file(
        _ item: ExchangePlan.Item, _ filed: ExchangeFacts.Filed, token: String, _ receipt: inout ExchangeReceipt
    ) throws {
        guard let content = filed.version.content else { return }
        if item.record != record {
            here = [:]
            record = item.record
        }
        var outcome = ExchangeReceipt.Result.Outcome.unchanged
        if item.known == nil {
            if let other = byDigest[content.digest], other != item.document {
                receipt.report.duplicates += 1
                receipt.report.duplicateOf.append((filed.version.source.path ?? "", other))
            }
            if item.ordinal == 1 {
                outcome = .filed
                events.append(.documentFiled(item.document, filed.document, filed.version))
                receipt.report.filed += 1
                here[item.document] = filed.document
            } else {
                outcome = .newVersion
                events.append(.versionFiled(item.document, ordinal: item.ordinal, filed.version))
                receipt.report.newVersions += 1
            }
            if byDigest[content.digest] == nil { byDigest[content.digest] = item.document }
            if item.isStaged { copies.append(store.content.staged(content, token: token)) }
            receipt.report.note(content, named: filed.version.originalName)
        } else {
            receipt.report.unchanged += 1
            if item.isStaged { try store.content.discard(token: token) }
        }
        try follow(item, filed, &receipt)
        let object = plan.records[item.record].object
        receipt.results.append(
            ExchangeReceipt.Result(
                transfer: plan.transfers[item.transfer].batch.transferID, object: object, version: item.version,
                file: item.position, outcome: outcome, document: item.document, ordinal: item.ordinal,
                sha256: content.digest))
        note(item, filed)
    }

    /// What the sender says of a document that was there: a restriction is taken over at once, all else is told. What
    /// this store itself once said is no news to it.
    private mutating func follow(
        _ item: ExchangePlan.Item, _ filed: ExchangeFacts.Filed, _ receipt: inout ExchangeReceipt
    ) throws {
        guard item.known != nil || item.ordinal > 1, !(item.known != nil && plan.transfers[item.transfer].isOwn),
            let here = try here[item.document] ?? plan.known.document(item.document)?.facts
        else { return }
        self.here[item.document] = here
        if filed.document.isRestricted, !here.isRestricted {
            events.append(
                .documentAmended(
                    item.document, version: nil, [FactChange(field: "restricted", from: .null, to: true)]))
            self.here[item.document]?.isRestricted = true
        }
        let facts: [(String, String?, String?)] = [
            ("OBJECTTITLE", filed.document.title, here.title),
            ("UNIQUEID", filed.document.artifact.description, here.artifact.description),
            ("OBJECTLEVEL", filed.document.scope.description, here.scope.description),
            ("SUBARTIFACT", filed.document.subArtifact, here.subArtifact),
        ]
        for (element, stated, known) in facts {
            guard let stated, stated != known else { continue }
            receipt.report.notices.append(
                InputProblem(
                    source: filed.version.source.path ?? "", row: item.line, column: element,
                    message: "object \(plan.records[item.record].object): \(item.document) has '\(known ?? "none")', "
                        + "not '\(stated)', and keeps it"))
        }
    }

    /// Remembers what can be done only when all is filed.
    private mutating func note(_ item: ExchangePlan.Item, _ filed: ExchangeFacts.Filed) {
        guard !(item.known != nil && plan.transfers[item.transfer].isOwn) else { return }
        if item.state == .obsolete {
            obsolete[item.document] = (item.transfer, filed.withdrawal)
        } else {
            applying.insert(item.document)
        }
        // A locked part takes no more relations of what was there.
        guard !filed.links.isEmpty, locked.lock(covering: filed.document.scope) == nil else { return }
        for (relation, target) in filed.links where target != item.document {
            links.append(DocumentLink(document: item.document, relation: relation, target: target))
        }
    }

    private mutating func link() {
        var known = plan.known.links
        for link in links where known.insert(link).inserted { events.append(.documentsLinked(link)) }
    }

    /// Withdraws the records of which the sender says that no version applies any more.
    private mutating func withdraw() throws {
        for (number, statement) in obsolete.sorted(by: { $0.key < $1.key }) where !applying.contains(number) {
            guard plan.known.withdrawn[number] == nil else { continue }
            events.append(.documentWithdrawn(number))
            let batch = plan.transfers[statement.transfer].batch
            try record(
                statement.reason
                    ?? "obsolete, as '\(batch.transferSourceID)' states in transfer '\(batch.transferID)'",
                isFixed: true)
        }
    }

    /// Keeps the `exchange.xml` as a record of its own: restricted if anything in it is. One that this store made says
    /// nothing that it does not know.
    private mutating func keepManifest(
        _ place: Int, _ folder: FilePath, _ next: inout Int, _ receipt: inout ExchangeReceipt
    ) throws {
        let transfer = plan.transfers[place]
        if let kept = plan.known.manifests[transfer.digest] {
            receipt.transfers[place].document = kept
            return
        }
        if transfer.isOwn {
            receipt.report.notices.append(
                InputProblem(
                    source: transfer.path, column: "STUDYSYSTEMID",
                    message: "this store made the transfer: its \(transfer.items.count) files were found to be records "
                        + "that are here, and nothing was filed again"))
            return
        }
        guard !isDryRun, let artifact = ExchangeFiling.communications, plan.model.artifact(artifact) != nil else {
            return
        }
        let batch = transfer.batch
        guard locked.lock(covering: .trial) == nil else {
            receipt.report.notices.append(
                InputProblem(
                    source: transfer.path, message: "the list itself is not kept as a record: the trial is locked"))
            return
        }
        let number = DocumentNumber(next)
        next += 1
        let staged = try store.stage(
            folder.appending(transfer.path), token: "ems-manifest-\(place)", name: transfer.path)
        copies.append(staged)
        guard staged.content.digest == transfer.digest else { throw ChangedWhileRead(path: transfer.path) }
        let facts = DocumentFacts(
            artifact: artifact, scope: .trial,
            title: "eTMF-EMS transfer \(batch.transferID) from \(batch.transferSourceID): list of its records",
            isRestricted: transfer.isRestricted)
        let about: JSON = .compact([
            ("transfer_source", .string(batch.transferSourceID)), ("transfer", .string(batch.transferID)),
            ("agreement", .string(batch.agreement)), ("event", batch.eventID.json),
            ("objects", .int(plan.items[transfer.items].count { $0.position == 1 })),
        ])
        // It waits for quality control, so that it fills no slot by itself.
        let version = VersionFacts(
            status: .filed, source: Source(system: batch.transferSourceID, id: "\(batch.transferID)/exchange.xml"),
            originalName: transfer.path.split(separator: "/").last.map(String.init), content: staged.content,
            metadata: [JSON.Member(EMSStatement.manifestKey, about)])
        events.append(.documentFiled(number, facts, version))
        try record(reason(place))
        receipt.transfers[place].document = number
    }

    /// Relevant Communications, of the trial as a whole.
    private static let communications = ArtifactNumber("01.05.01")

    /// `isFixed` says that the reason is the sender's, whatever the user gives for the import.
    private mutating func record(_ reason: String, isFixed: Bool = false) throws {
        defer {
            events = []
            copies = []
        }
        guard !isDryRun, !events.isEmpty else { return }
        var by = attribution
        by.reason = isFixed ? reason : by.reason ?? reason
        try store.record(events, in: plan.study.id, by: by, staged: copies)
    }

    private func reason(_ place: Int) -> String {
        guard plan.transfers.indices.contains(place) else { return "" }
        let batch = plan.transfers[place].batch
        return
            "eTMF-EMS transfer '\(batch.transferID)' from '\(batch.transferSourceID)', agreement '\(batch.agreement)'"
    }
}
