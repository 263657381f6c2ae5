import Synchronization
import SystemPackage
import TMFFormats
import TMFModel

/// Compares volumes, each of which was checked for itself, with one another.
struct VolumeComparison {
    private let volumes: PackageVolumes
    private var problems: [PackageVerification.Problem] = []
    /// Digests of files by volume and path in the bag.
    private var files: [[String: Digest]] = []
    private var facts: [VolumeFacts?] = []

    init(_ volumes: PackageVolumes) { self.volumes = volumes }

    /// Takes what was found in the next volume.
    mutating func add(_ ledger: Ledger) {
        let (found, info) = ledger.state.withLock { state -> ([String: Digest], [UInt8]?) in
            let base =
                state.files.keys.filter { $0.hasSuffix(BagDeclaration.fileName) }.min { $0.count < $1.count }
                .map { String($0.dropLast(BagDeclaration.fileName.count)) } ?? ""
            var found: [String: Digest] = [:]
            for (path, file) in state.files where path.hasPrefix(base) {
                found[String(path.dropFirst(base.count))] = file.digest
            }
            return (found, state.texts[base + BagInfo.fileName])
        }
        files.append(found)
        let text = info.map { String(decoding: $0, as: UTF8.self) }
        facts.append(text.flatMap { try? BagInfo(parsing: $0) }.flatMap { VolumeFacts($0) })
    }

    /// Everything that does not fit: numbers, groups, digests of siblings, and records that the list names.
    mutating func compare(index: [UInt8]) -> [PackageVerification.Problem] {
        for (place, facts) in facts.enumerated() {
            guard let facts else {
                report(place, "says nothing of its volume")
                continue
            }
            if facts.group != volumes.group { report(place, "is of \(facts.group), not of \(volumes.group)") }
            if facts.number != place + 1 || facts.count != volumes.count {
                report(place, "is volume \(facts.number) of \(facts.count), not \(place + 1) of \(volumes.count)")
            }
        }
        compareSiblings()
        do { try compareRecords(index) } catch { report(0, "index.csv: \(error)") }
        return problems
    }

    private mutating func compareSiblings() {
        for (place, facts) in facts.enumerated() {
            for sibling in facts?.siblings ?? [] {
                guard let stated = sibling.tagManifest, let number = VolumeName(sibling.name)?.number,
                    files.indices.contains(number - 1)
                else { continue }
                if files[number - 1][BagManifest.tagFileName] != stated {
                    report(number - 1, "is not what volume \(place + 1) says it is: its tag manifest is another")
                }
            }
        }
    }

    /// Every record that the list names is in its volume, and no volume has one that it does not name.
    private mutating func compareRecords(_ index: [UInt8]) throws {
        var csv = CSVReader(source: "index.csv", bytes: index)
        let header = try csv.next()?.fields ?? []
        guard let volume = header.firstIndex(of: "volume"), let path = header.firstIndex(of: "path"),
            let digest = header.firstIndex(of: "sha256")
        else {
            throw InputProblem(source: "index.csv", row: 1, message: "expected the columns volume, path and sha256")
        }
        var listed = files.map { _ in 0 }
        while let row = try csv.next() {
            let cells = row.fields
            guard cells.count > max(volume, path, digest), !cells[path].isEmpty else { continue }
            guard let number = Int(cells[volume]), files.indices.contains(number - 1) else {
                report(0, "index.csv, row \(row.row): there is no volume \(cells[volume])")
                continue
            }
            listed[number - 1] += 1
            let found = files[number - 1]["data/\(cells[path])"]
            if found?.description != cells[digest] {
                report(number - 1, "data/\(cells[path]) is \(found == nil ? "not in it" : "another file than listed")")
            }
        }
        for (place, count) in listed.enumerated() {
            let held = files[place].keys.count { $0.hasPrefix("data/records/") }
            if held != count { report(place, "holds \(held) records, and index.csv lists \(count)") }
        }
    }

    private mutating func report(_ place: Int, _ problem: String) {
        problems.append(
            PackageVerification.Problem(path: volumes.paths[place].lastComponent?.string ?? "", problem: problem))
    }
}
