import Disk
import Synchronization
import SystemPackage
import TMFFormats
import TMFModel
import TMFPages
import TMFReview
import TMFStore

extension PackageWriting {
    /// What writing the lists tells the report.
    struct Lists {
        let versions: Int
        let inStore: Int
        let excluded: [PackageReport.Exclusion]
        let exchange: ExchangeReport?
        let texts: SearchTextWriter.Summary?
    }

    /// Adds everything but the records. Of `volumes` this is the first, and the records are in the others.
    func addLists(
        to output: PackageOutput, failures: [PackageReport.Failure], scratch: FilePath,
        volumes: (plan: VolumePlan, facts: VolumeFacts)? = nil
    ) throws -> Lists {
        ProcessMemory.giveBack()  // What copying the records took.
        let excluded = binder.withheld.map {
            PackageReport.Exclusion(document: $0.document, versions: $0.versions, reason: $0.reason)
        }
        let inStore = snapshot.documents.reduce(0) { $0 + $1.versions.count }
        let versions = binder.snapshot.documents.reduce(0) { $0 + $1.versions.count } - failures.count
        let accounted = versions + failures.count + excluded.reduce(0) { $0 + $1.versions }
        guard inStore == accounted else { throw PackageError.notConserved(inStore: inStore, accounted: accounted) }

        let failed = Set(failures.map { RecordName(document: $0.document, version: $0.version) })
        let snapshot = binder.snapshot
        let paths = paths
        let recordPath: @Sendable (DocumentNumber, Int) -> String? = { number, ordinal in
            guard !failed.contains(RecordName(document: number, version: ordinal)),
                let document = snapshot.document(number), let version = document.version(ordinal),
                version.facts.content != nil
            else { return nil }
            return paths.path(of: document, version)
        }
        let journal = JournalExport(
            store: store, study: study, withheld: withheldEntries, through: head.seq)
        let volumeOf = volumes.map { Self.volume(in: $0.plan) }
        let linkPath: @Sendable (DocumentNumber, Int) -> String? = { [plan = volumes?.plan] number, ordinal in
            guard let path = recordPath(number, ordinal), let plan else { return recordPath(number, ordinal) }
            return plan.link(to: path, of: RecordName(document: number, version: ordinal))
        }
        let trend = trend.adding(binder)
        let exchanged = Exchanged()
        var parts = PackageLists(
            binder: binder, study: self.snapshot.study, head: head, models: trend.models, journal: journal,
            base: base, recordPath: recordPath, linkPath: linkPath, volume: volumeOf
        ).parts(scratch: scratch)
        if let exchange {
            parts.append { files in
                let report = try exchange.write(to: files, journal: journal, path: recordPath)
                exchanged.report.withLock { $0 = report }
            }
        }
        var texts: SearchTextWriter.Summary?
        if options.kind == .transfer {
            parts.append { try $0.add("data/\(EMSSchema.fileName)", EMSSchema.bytes) }
        } else {
            let viewer = OfflineViewer(
                binder: binder, kind: options.kind, scope: options.selection.words, failures: failures,
                recordPath: linkPath, journal: journal, counts: (inStore: inStore, packaged: versions),
                preparedBy: options.preparedBy, text: try textSource(), trend: trend.points,
                volumes: volumeOf.map { (volumes?.plan.count ?? 1, $0) })
            if viewer.text != nil {
                try output.add(parts)
                texts = try viewer.writeTexts(to: output)
                parts = []
            }
            parts += viewer.parts(texts)
        }
        try output.add(parts)
        try output.addTagFiles(tagFiles(output, volume: volumes?.facts, isSealed: sealer != nil), seal: seal)
        return Lists(
            versions: versions, inStore: inStore, excluded: excluded,
            exchange: exchanged.report.withLock { $0 }, texts: texts)
    }

    /// Throws `PackageError.nothingExamined` if texts are asked for, and nobody looked into any file.
    private func textSource() throws -> ((Digest) throws -> ExtractedText?)? {
        guard options.includesTexts else { return nil }
        guard let examined = try store.examined() else { throw PackageError.nothingExamined }
        return { try examined.text(of: $0) }
    }

    private static func volume(in plan: VolumePlan) -> @Sendable (DocumentNumber, Int) -> Int? {
        { plan.volume(of: RecordName(document: $0, version: $1)) }
    }

    func tagFiles(
        _ output: PackageOutput, volume: VolumeFacts?, isSealed: Bool = false
    ) -> [(path: String, content: [UInt8])] {
        BagTagFiles(
            study: snapshot.study, options: options, asOf: binder.asOf, head: head, payloadBytes: output.payloadBytes,
            payloadFiles: output.payloadFiles, withheld: (binder.withheld.count, withheldEntries.count),
            isSealed: isSealed, volume: volume
        ).files
    }

    private var seal: ((SpooledBytes, Digest) throws -> [(path: String, content: [UInt8])])? {
        guard let sealer else { return nil }
        return { manifest, tagManifest in
            var tree = ManifestTree()
            try manifest.forEachLine { tree.add($0) }
            return try sealer.files(
                of: SealStatement(
                    study: study, package: base, tagManifest: tagManifest, journalEntries: head.seq,
                    journalHead: head.hash, tree: tree))
        }
    }
}

/// What the exchange file held, told by the thread that wrote it.
private final class Exchanged: Sendable {
    let report = Mutex<ExchangeReport?>(nil)
}
