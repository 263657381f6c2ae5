import Disk
import SystemPackage
import TMFModel

extension PackageWriting {
    /// Writes the package as volumes beside `path`, each smaller than `limit` bytes. All are moved into place when all are
    /// whole. The first is written last, so that it can state the digests of the others.
    func writeVolumes(
        _ path: FilePath, below limit: Int64, excluding known: [PackageReport.Failure], scratch: FilePath,
        _ progress: (Progress) -> Void
    ) throws -> PackageReport {
        let orders = orders(excluding: known)
        let name = path.lastComponent?.string ?? base
        // Volumes find each other by their folders: those of loose ones are their own.
        let plan = try VolumePlan(orders, base: options.format == .folder ? name : base, limit: limit)
        let targets = (1...plan.count).map { number in
            path.neighbour(VolumeName(of: name, number: number, count: plan.count).text)
        }
        for target in targets where try Entry.exists(target) { throw PackageError.alreadyThere(path: target.string) }

        var written: [PackageReport.Volume] = []
        var siblings: [VolumeFacts.Sibling] = []
        var failures = known
        let total = orders.bytes
        var done: Int64 = 0
        for (index, part) in plan.parts.enumerated() {
            let number = index + 2
            let output = try output(number, plan, scratch: scratch)
            failures += try copying.copy(part, to: output) { order in
                done += order.content.bytes
                progress(Progress(bytes: done, totalBytes: total))
            }
            let facts = facts(number, plan, siblings)
            try output.add("data/\(VolumeText.fileName)", Array(VolumeText.text(facts).utf8))
            var tree = ManifestTree()
            try output.addTagFiles(tagFiles(output, volume: facts)) { manifest, _ in
                try manifest.forEachLine { tree.add($0) }
                return []
            }
            let volume = try finished(output, number, targets[index + 1], plan, tree.root, scratch)
            try check(volume, limit)
            written.append(volume)
            siblings.append(VolumeFacts.Sibling(name: plan.base(number), tagManifest: volume.tagManifest))
        }
        failures.sort { ($0.document, $0.version) < ($1.document, $1.version) }
        guard failures.isEmpty || options.allowsFailures else { throw PackageError.failed(failures) }

        let output = try output(1, plan, scratch: scratch)
        try addWithheld(to: output)
        try output.add(VolumeTable.path, Array(VolumeTable.text(written).utf8))
        let report = try addLists(
            to: output, failures: failures, scratch: scratch, volumes: (plan, facts(1, plan, siblings)))
        let first = try finished(output, 1, targets[0], plan, nil, scratch)
        try check(first, limit)
        for (index, target) in targets.enumerated() { try Entry.rename(building(index + 1, scratch), to: target) }
        written.insert(first, at: 0)
        return self.report(
            path, report, failures, files: written.reduce(0) { $0 + $1.files },
            bytes: written.reduce(0) { $0 + $1.bytes }, sha256: nil, volumes: written)
    }

    private func building(_ number: Int, _ scratch: FilePath) -> FilePath { scratch.appending("volume-\(number)") }

    private func output(_ number: Int, _ plan: VolumePlan, scratch: FilePath) throws -> PackageOutput {
        let parts = scratch.appending("parts-\(number)")
        try Folder.create(parts)
        return PackageOutput(try target(building(number, scratch)), base: plan.base(number), scratch: parts)
    }

    /// The volumes written so far are named with their digests, all others by name.
    private func facts(_ number: Int, _ plan: VolumePlan, _ known: [VolumeFacts.Sibling]) -> VolumeFacts {
        let others = (1...plan.count).filter { $0 != number }.map { other in
            known.first { $0.name == plan.base(other) }
                ?? VolumeFacts.Sibling(name: plan.base(other), tagManifest: nil)
        }
        return VolumeFacts(group: plan.base, number: number, count: plan.count, siblings: others)
    }

    private func finished(
        _ output: PackageOutput, _ number: Int, _ path: FilePath, _ plan: VolumePlan, _ treeRoot: Digest?,
        _ scratch: FilePath
    ) throws -> PackageReport.Volume {
        let digest = try output.finish()
        let size = options.format == .folder ? nil : try EntryFacts.of(building(number, scratch))?.size
        return PackageReport.Volume(
            number: number, path: path.string, name: plan.base(number), files: output.files, bytes: output.bytes,
            size: size ?? output.bytes, sha256: digest, tagManifest: output.tagManifest, treeRoot: treeRoot)
    }

    /// The estimate is generous; that a volume is too long all the same must not go unseen.
    private func check(_ volume: PackageReport.Volume, _ limit: Int64) throws {
        guard volume.size >= limit else { return }
        throw PackageError.tooLongForVolume(
            volume.number == 1 ? "volume 1, which has the pages, lists and journal," : "volume \(volume.number)",
            bytes: volume.size, limit: limit)
    }
}
